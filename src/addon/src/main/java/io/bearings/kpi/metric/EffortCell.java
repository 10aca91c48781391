package io.bearings.kpi.metric;

import io.bearings.flow.Weights;
import io.bearings.kpi.metric.MetricResult.Trace;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part's share of weight, where work without an estimate gets the median of the others. What an
 * issue did is told with that median as it is.
 */
final class EffortCell extends Cell {
  private final boolean tracing;
  private final boolean estimating;
  private final List<Work> all = new ArrayList<>();

  private record Work(long issueId, Optional<BigDecimal> estimate, boolean isPart) {}

  /**
   * @param estimating whether work weighs its estimate; else each issue weighs 1
   */
  EffortCell(boolean tracing, boolean estimating) {
    this.tracing = tracing;
    this.estimating = estimating;
  }

  void add(long issueId, Optional<BigDecimal> estimate, boolean isPart) {
    all.add(new Work(issueId, estimate, isPart));
  }

  private Weights weights() {
    return estimating
        ? Weights.byEstimate(all.stream().flatMap(work -> work.estimate().stream()).toList())
        : Weights.ONE_EACH;
  }

  private RatioCell shares(Weights weights) {
    RatioCell shares = new RatioCell(tracing);
    for (Work work : all) {
      BigDecimal weight = weights.of(work.estimate());
      shares.add(work.issueId(), work.isPart() ? weight : BigDecimal.ZERO, weight);
    }
    return shares;
  }

  @Override
  int imputed() {
    Weights weights = weights();
    return (int) all.stream().filter(work -> weights.isImputed(work.estimate())).count();
  }

  @Override
  Why whyNot() {
    return hasUndefined() ? Why.UNDEFINED : Why.NOTHING_THERE;
  }

  @Override
  Optional<BigDecimal> value() {
    return shares(weights()).value();
  }

  @Override
  List<Trace> traces() {
    return shares(weights()).traces();
  }
}
