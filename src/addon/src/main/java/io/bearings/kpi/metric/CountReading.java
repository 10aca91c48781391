package io.bearings.kpi.metric;

import java.math.BigDecimal;

/** How many issues. */
final class CountReading extends PlacedReading<SumCell> {
  CountReading(Metric.Count metric, Wanted wanted, Site site) {
    super(metric.placed(), wanted, site);
  }

  @Override
  SumCell begin(Frame frame) {
    return new SumCell(tracing(), SumCell.Empty.ZERO);
  }

  @Override
  void take(IssueView issue, Frame frame, SumCell cell) {
    cell.count();
    cell.add(issue.id(), BigDecimal.ONE);
  }
}
