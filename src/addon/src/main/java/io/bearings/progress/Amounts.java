package io.bearings.progress;

import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/** What an issue says that it weighs. */
public final class Amounts {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

  private Amounts() {}

  /**
   * What an issue weighs before anything is imputed.
   *
   * @param points its story points
   * @param estimate its original estimate in seconds
   * @param numbers its values of the fields that are kept, by the id of the field
   * @return points, hours or the number of the field; absent where it has none, and where each
   *     issue weighs 1
   */
  public static Optional<BigDecimal> of(
      WeightBy weightBy,
      Optional<BigDecimal> points,
      Optional<Long> estimate,
      Map<String, BigDecimal> numbers) {
    if (weightBy.equals(WeightBy.POINTS)) {
      return points;
    }
    return weightBy.equals(WeightBy.ESTIMATE)
        ? estimate.map(Amounts::hours)
        : weightBy.field().map(numbers::get);
  }

  /** Seconds in hours, as exact as any calculation here. */
  public static BigDecimal hours(long seconds) {
    return BigDecimal.valueOf(seconds).divide(SECONDS_PER_HOUR, MathContext.DECIMAL128);
  }
}
