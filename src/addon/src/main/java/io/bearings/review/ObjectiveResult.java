package io.bearings.review;

import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Score;
import io.bearings.okr.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What became of an objective by the end of its cycle. */
public enum ObjectiveResult {
  /** The success level was reached. */
  ACHIEVED,
  /** At least half of it. */
  PARTLY,
  /** Less than half of it. */
  MISSED,
  /** No outcome was measured, whatever else was done. */
  NOT_MEASURED;

  /**
   * An objective that ended.
   *
   * @param score as at closing: a key result without data counts 0 and is listed
   */
  public record Ended(ObjectiveResult result, Score score) {}

  /**
   * A key result's part in the result.
   *
   * @param nature output is never a measured outcome
   */
  public record Part(
      String key, Optional<BigDecimal> score, BigDecimal weight, Nature nature, boolean abandoned) {
    private boolean isMeasured() {
      return !abandoned && nature == Nature.OUTCOME && score.isPresent();
    }
  }

  /** What became of an objective with these key results. */
  public static Ended of(ObjectiveKind kind, List<Part> parts) {
    Score score =
        Score.atClosing(
            parts.stream()
                .map(
                    each ->
                        new Score.Part(each.key(), each.score(), each.weight(), each.abandoned()))
                .toList());
    boolean measured = parts.stream().anyMatch(Part::isMeasured);
    return new Ended(
        score
            .value()
            .filter(any -> measured)
            .map(value -> of(Status.atTheEnd(value, kind.successLevel())))
            .orElse(NOT_MEASURED),
        score);
  }

  private static ObjectiveResult of(Status end) {
    return switch (end) {
      case ACHIEVED -> ACHIEVED;
      case PARTLY -> PARTLY;
      default -> MISSED;
    };
  }
}
