package io.bearings.kpi.metric;

import io.bearings.flow.Stopwatch;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** How often statuses were entered. */
final class EntriesReading extends Reading<ValueCell> {
  private final Metric.Entries metric;

  EntriesReading(Metric.Entries metric, Wanted wanted, Site site) {
    super(wanted, site);
    this.metric = metric;
  }

  @Override
  ValueCell begin(Frame frame) {
    return spread(metric.statistic(), tracing());
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    finished(issue, frames, touched);
  }

  @Override
  void read(IssueView issue, Frame frame, ValueCell cell) {
    if (issue.resolved(frame.known()).filter(frame::contains).isEmpty()) {
      return;
    }
    int entered =
        Ending.statuses(issue, frame.known(), Stopwatch.CALENDAR)
            .orElseThrow()
            .entered()
            .entrySet()
            .stream()
            .filter(each -> metric.statusIds().contains(each.getKey()))
            .mapToInt(each -> each.getValue())
            .sum();
    if (entered > 0) {
      cell.count();
      cell.add(issue.id(), BigDecimal.valueOf(entered));
    }
  }
}
