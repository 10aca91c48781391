package io.bearings.kpi.metric;

import io.bearings.kpi.metric.MetricResult.Trace;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sum of amounts divided by a sum of bases. */
final class RatioCell extends Cell {
  private final boolean tracing;
  private final Why whyUndefined;
  private final List<Added> all = new ArrayList<>();
  private BigDecimal amount;
  private BigDecimal base;

  private record Added(long issueId, BigDecimal amount, BigDecimal base) {}

  RatioCell(boolean tracing) {
    this(tracing, Why.UNDEFINED, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /**
   * @param whyUndefined why there is no value where there are undefined issues
   * @param amount what is there before any issue, as is the base
   */
  RatioCell(boolean tracing, Why whyUndefined, BigDecimal amount, BigDecimal base) {
    this.tracing = tracing;
    this.whyUndefined = whyUndefined;
    this.amount = amount;
    this.base = base;
  }

  void add(long issueId, BigDecimal more, BigDecimal moreBase) {
    amount = amount.add(more);
    base = base.add(moreBase);
    if (tracing) {
      all.add(new Added(issueId, more, moreBase));
    }
  }

  @Override
  Why whyNot() {
    return hasUndefined() ? whyUndefined : Why.NOTHING_THERE;
  }

  @Override
  Optional<BigDecimal> value() {
    return quotient(amount, base);
  }

  private static Optional<BigDecimal> quotient(BigDecimal amount, BigDecimal base) {
    return base.signum() == 0
        ? Optional.empty()
        : Optional.of(amount.divide(base, MathContext.DECIMAL128));
  }

  @Override
  List<Trace> traces() {
    BigDecimal value = value().orElseThrow();
    return all.stream()
        .map(
            each ->
                new Trace(
                    each.issueId(),
                    quotient(amount.subtract(each.amount()), base.subtract(each.base()))
                        .map(value::subtract)))
        .toList();
  }
}
