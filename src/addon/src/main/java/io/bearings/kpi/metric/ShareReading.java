package io.bearings.kpi.metric;

import java.math.BigDecimal;

/** Which share of issues a second query finds. */
final class ShareReading extends PlacedReading<RatioCell> {
  ShareReading(Metric.Share metric, Wanted wanted, Site site) {
    super(metric.placed(), wanted, site);
  }

  @Override
  RatioCell begin(Frame frame) {
    return new RatioCell(tracing());
  }

  @Override
  void take(IssueView issue, Frame frame, RatioCell cell) {
    cell.count();
    boolean isPart = wanted().reach().part().test(issue.id());
    cell.add(issue.id(), isPart ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ONE);
  }
}
