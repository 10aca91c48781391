package io.bearings.kpi.metric;

import io.bearings.kpi.metric.MetricResult.Trace;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sum. */
final class SumCell extends ValueCell {
  /** When a sum of nothing is 0. */
  enum Empty {
    ZERO,
    /** It is none where there are issues of which none has a number. */
    ZERO_WITHOUT_ISSUES,
    /** It is none where no issue has a number. */
    NONE
  }

  private final boolean tracing;
  private final Empty empty;
  private final Why whyUndefined;
  private final List<Trace> traces = new ArrayList<>();
  private BigDecimal sum = BigDecimal.ZERO;
  private boolean estimated;

  SumCell(boolean tracing, Empty empty) {
    this(tracing, empty, Why.NOT_ESTIMATED);
  }

  /**
   * @param whyUndefined why there is no sum where there are undefined issues only
   */
  SumCell(boolean tracing, Empty empty, Why whyUndefined) {
    this.tracing = tracing;
    this.empty = empty;
    this.whyUndefined = whyUndefined;
  }

  /** There is an issue with a number, be it in another sum. */
  void estimated() {
    estimated = true;
  }

  @Override
  void add(long issueId, BigDecimal value) {
    sum = sum.add(value);
    estimated = true;
    if (tracing) {
      traces.add(new Trace(issueId, Optional.of(value)));
    }
  }

  @Override
  Optional<BigDecimal> value() {
    boolean none = empty == Empty.NONE || empty == Empty.ZERO_WITHOUT_ISSUES && hasUndefined();
    return none && !estimated ? Optional.empty() : Optional.of(sum);
  }

  @Override
  Why whyNot() {
    return whyUndefined == Why.NOT_ESTIMATED || hasUndefined() ? whyUndefined : Why.NOTHING_THERE;
  }

  @Override
  List<Trace> traces() {
    return traces;
  }
}
