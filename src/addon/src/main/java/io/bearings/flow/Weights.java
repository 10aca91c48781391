package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What issues weigh: 1 each, or their estimate. One without an estimate gets the median of the
 * others, or 1 where none has any; 0 is an estimate, a negative number is none.
 *
 * @param imputed what an issue without an estimate weighs; absent where estimates do not matter
 */
public record Weights(Optional<BigDecimal> imputed) {
  /** Every issue weighs 1. */
  public static final Weights ONE_EACH = new Weights(Optional.empty());

  /** Issues weigh their estimates, which are given for all issues that have one. */
  public static Weights byEstimate(Collection<BigDecimal> estimates) {
    SortedMap<BigDecimal, Integer> counts = new TreeMap<>();
    estimates.forEach(each -> counts.merge(each, 1, Integer::sum));
    return byEstimate(counts);
  }

  /**
   * Issues weigh their estimates.
   *
   * @param counts how many issues have each estimate, at least one each
   */
  public static Weights byEstimate(SortedMap<BigDecimal, Integer> counts) {
    SortedMap<BigDecimal, Integer> estimates = counts.tailMap(BigDecimal.ZERO);
    int all = 0;
    for (int count : estimates.values()) {
      all += count;
    }
    return new Weights(Optional.of(all == 0 ? BigDecimal.ONE : median(estimates, all)));
  }

  private static BigDecimal median(SortedMap<BigDecimal, Integer> counts, int all) {
    BigDecimal lower = at(counts, (all - 1) / 2);
    BigDecimal upper = at(counts, all / 2);
    return lower.equals(upper)
        ? lower
        : lower.add(upper).divide(BigDecimal.valueOf(2), MathContext.DECIMAL128);
  }

  private static BigDecimal at(SortedMap<BigDecimal, Integer> counts, int position) {
    int passed = 0;
    for (Map.Entry<BigDecimal, Integer> each : counts.entrySet()) {
      passed += each.getValue();
      if (passed > position) {
        return each.getKey();
      }
    }
    throw new IllegalArgumentException("No value at " + position);
  }

  /** What an issue weighs. */
  public BigDecimal of(Optional<BigDecimal> estimate) {
    return imputed
        .map(instead -> estimate.filter(each -> each.signum() >= 0).orElse(instead))
        .orElse(BigDecimal.ONE);
  }

  /** Whether its weight is the median of the others. */
  public boolean isImputed(Optional<BigDecimal> estimate) {
    return imputed.isPresent() && estimate.filter(each -> each.signum() >= 0).isEmpty();
  }
}
