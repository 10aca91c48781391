package io.bearings.kpi.metric;

import io.bearings.flow.IssueSnapshot;
import io.bearings.kpi.metric.MetricResult.Why;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.Optional;

/** A statistic over a number of issues. */
final class FieldReading extends PlacedReading<ValueCell> {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private final Metric.OfField metric;

  FieldReading(Metric.OfField metric, Wanted wanted, Site site) {
    super(metric.placed(), wanted, site);
    this.metric = metric;
  }

  @Override
  ValueCell begin(Frame frame) {
    return metric.statistic() == Statistic.SUM
        ? new SumCell(tracing(), SumCell.Empty.ZERO_WITHOUT_ISSUES)
        : new SpreadCell(metric.statistic(), tracing(), Why.NOT_ESTIMATED);
  }

  @Override
  BigDecimal divisor() {
    return metric.field().equals(WeightBy.ESTIMATE) ? SECONDS_PER_HOUR : BigDecimal.ONE;
  }

  @Override
  void take(IssueView issue, Frame frame, ValueCell cell) {
    Optional<BigDecimal> value =
        issue.at(frame.reading()).flatMap(state -> value(state, metric.field()));
    if (value.isPresent()) {
      cell.count();
      cell.add(issue.id(), value.get());
    } else {
      cell.undefined();
    }
  }

  /** The number that a state of an issue holds; the estimate in seconds. */
  static Optional<BigDecimal> value(IssueSnapshot state, WeightBy field) {
    if (field.equals(WeightBy.POINTS)) {
      return state.points();
    }
    return field.equals(WeightBy.ESTIMATE)
        ? state.originalEstimate().map(BigDecimal::valueOf)
        : field.field().flatMap(id -> Optional.ofNullable(state.numbers().get(id)));
  }
}
