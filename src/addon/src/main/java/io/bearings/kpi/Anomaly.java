package io.bearings.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Whether a value is far from those before it: by more than four median absolute deviations.
 *
 * @param found absent when it is not judged: fewer than twelve values before, or no deviation
 * @param median of the twelve values before; absent when there are fewer
 * @param deviation their median absolute deviation; absent when there are fewer
 */
public record Anomaly(
    Optional<Boolean> found, Optional<BigDecimal> median, Optional<BigDecimal> deviation) {
  /** Too few values. */
  public static final Anomaly NOT_JUDGED =
      new Anomaly(Optional.empty(), Optional.empty(), Optional.empty());

  /** How many values before it a value is compared with. */
  public static final int VALUES = 12;

  private static final BigDecimal TIMES = BigDecimal.valueOf(4);

  /**
   * Judges a value.
   *
   * @param earlier the values before it, the oldest first
   */
  public static Anomaly of(BigDecimal value, List<BigDecimal> earlier) {
    if (earlier.size() < VALUES) {
      return NOT_JUDGED;
    }
    List<BigDecimal> last = earlier.subList(earlier.size() - VALUES, earlier.size());
    BigDecimal median = Middle.median(last);
    BigDecimal deviation = Middle.deviation(last);
    Optional<Boolean> found =
        deviation.signum() == 0
            ? Optional.empty()
            : Optional.of(value.subtract(median).abs().compareTo(deviation.multiply(TIMES)) > 0);
    return new Anomaly(found, Optional.of(median), Optional.of(deviation));
  }

  /** Whether it was judged and found to be one. */
  public boolean isFound() {
    return found.orElse(false);
  }
}
