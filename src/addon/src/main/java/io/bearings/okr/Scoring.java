package io.bearings.okr;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an objective scores as it is, or would if its key results were others. */
public interface Scoring {

  /**
   * The scores of an objective.
   *
   * @param keyResults all its key results, archived and abandoned ones too
   */
  Scored of(Objective objective, List<KeyResult> keyResults);

  /**
   * What it would score if other objectives contributed to its key results.
   *
   * @param redrawn makes of the contributions that there are those that there would be
   */
  Scored of(Objective objective, List<KeyResult> keyResults, UnaryOperator<List<Arrow>> redrawn);

  /** The same when it is closed: a key result without data counts 0. */
  Scored atClosing(Objective objective, List<KeyResult> keyResults);

  /**
   * The scores of an objective and of its key results, 0 to 1; absent is no data.
   *
   * @param keyResults by their id
   */
  record Scored(Score objective, Map<Long, Optional<BigDecimal>> keyResults) {

    /** The score of one key result. */
    public Optional<BigDecimal> keyResult(long id) {
      return keyResults.getOrDefault(id, Optional.empty());
    }
  }
}
