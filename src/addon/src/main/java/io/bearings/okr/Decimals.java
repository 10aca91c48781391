package io.bearings.okr;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Division and comparison of figures near 1. Quotients keep 34 decimals, so two that are equal on
 * paper can differ in the last of them; what is compared here takes a difference of 1e-24 for none,
 * far below any that typed numbers can make.
 */
public final class Decimals {
  private static final BigDecimal SLACK = new BigDecimal("-1e-24");

  private static final int DECIMALS = 34;

  private Decimals() {}

  /**
   * The quotient to a fixed number of decimals. To a number of digits it would take ten times as
   * long where it is exact, because zeros at the end are then taken off one by one.
   */
  public static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, DECIMALS, RoundingMode.HALF_EVEN);
  }

  static BigDecimal quotient(long dividend, long divisor) {
    return quotient(BigDecimal.valueOf(dividend), BigDecimal.valueOf(divisor));
  }

  /** Whether a figure is at least as large as another, or as good as equal to it. */
  public static boolean atLeast(BigDecimal figure, BigDecimal limit) {
    return figure.subtract(limit).compareTo(SLACK) >= 0;
  }

  /** The figure itself within 0 and 1, else the nearer of the two. */
  public static BigDecimal clamp(BigDecimal figure) {
    return figure.max(BigDecimal.ZERO).min(BigDecimal.ONE);
  }
}
