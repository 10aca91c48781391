package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.People;
import io.bearings.okr.Placed;
import io.bearings.okr.Score;
import io.bearings.okr.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scores of an objective and of its key results, by what is stored of them alone. They are
 * reckoned as those of every page.
 *
 * @param keyResults the scores by the id of the key result; one without data is left out, and so is
 *     one that lives on what is not stored with it: other objectives, KPIs, queries, connectors
 * @param whole the score of the objective; absent where one of its key results lives on that
 */
public record Rescoring(Map<Long, BigDecimal> keyResults, Optional<Score> whole) {
  private static final People NOBODY = key -> Optional.empty();

  public Rescoring {
    keyResults = Map.copyOf(keyResults);
  }

  /**
   * @param all the key results of the objective, archived ones too
   * @param work what they reach, by their id
   */
  public static Rescoring of(
      Placed placed,
      List<KeyResult> all,
      Map<Long, LinkedWork> work,
      Settings settings,
      Instant now,
      ZoneId zone) {
    Gathered rows = Gathered.of(List.of(placed), all, work, List.of(), Map.of());
    Reckoning.Scores reckoned =
        new Reckoning(rows, new Conditions(now, zone, settings, Map.of()), NOBODY).scoresOf(placed);
    Map<Long, BigDecimal> scores = new HashMap<>(reckoned.keyResults());
    boolean alone = true;
    for (KeyResult each : all) {
      if (!each.archived() && livesOnOthers(each.source())) {
        alone &= each.isAbandoned();
        scores.remove(each.id());
      }
    }
    return new Rescoring(scores, alone ? Optional.of(reckoned.whole()) : Optional.empty());
  }

  private static boolean livesOnOthers(Source source) {
    return switch (source) {
      case ALIGNED, KPI, JQL, CONNECTOR -> true;
      case MANUAL, ISSUES, BINARY, EVIDENCE, MAINTAIN -> false;
    };
  }
}
