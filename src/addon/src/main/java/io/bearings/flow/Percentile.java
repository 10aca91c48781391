package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Percentiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample
 * quantiles in statistical packages" (1996), which is also the default of R and of spreadsheets.
 */
public final class Percentile {
  private Percentile() {}

  /**
   * @param sorted at least one value, ascending
   * @param share 0 to 1
   */
  public static BigDecimal of(List<BigDecimal> sorted, BigDecimal share) {
    BigDecimal position = share.multiply(BigDecimal.valueOf(sorted.size() - 1L));
    int below = position.setScale(0, RoundingMode.FLOOR).intValueExact();
    BigDecimal lower = sorted.get(below);
    BigDecimal upper = sorted.get(Math.min(below + 1, sorted.size() - 1));
    BigDecimal part = position.subtract(BigDecimal.valueOf(below));
    return lower.add(upper.subtract(lower).multiply(part, MathContext.DECIMAL128));
  }
}
