package io.bearings.kpi;

import io.bearings.okr.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Where values lie, and how far around it; each of them needs at least one value. */
public final class Middle {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Middle() {}

  static BigDecimal mean(List<BigDecimal> values) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Decimals.quotient(sum, BigDecimal.valueOf(values.size()));
  }

  /** The middle value, or the mean of the middle two. */
  static BigDecimal median(List<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Decimals.quotient(sorted.get(middle - 1).add(sorted.get(middle)), TWO);
  }

  /** The median absolute deviation from the median, not scaled to a standard deviation. */
  public static BigDecimal deviation(List<BigDecimal> values) {
    BigDecimal median = median(values);
    return median(values.stream().map(value -> value.subtract(median).abs()).toList());
  }

  /** The standard deviation of a sample of two values or more. */
  static BigDecimal sigma(List<BigDecimal> values) {
    BigDecimal mean = mean(values);
    BigDecimal squares =
        values.stream()
            .map(value -> value.subtract(mean).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Decimals.quotient(squares, BigDecimal.valueOf(values.size() - 1L))
        .sqrt(MathContext.DECIMAL128);
  }
}
