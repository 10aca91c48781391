package io.bearings.kpi.metric;

import io.bearings.flow.Delay;
import io.bearings.flow.IssueSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** How many days late issues were resolved. */
final class DelayReading extends Reading<ValueCell> {
  private final Metric.ScheduleDelay metric;

  DelayReading(Metric.ScheduleDelay metric, Wanted wanted, Site site) {
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
    issue
        .facts()
        .due()
        .ifPresent(
            due -> frames.readBetween(site().startOf(due.plusDays(1)), Instant.MAX, touched));
  }

  @Override
  void read(IssueView issue, Frame frame, ValueCell cell) {
    if (issue.finished(frame.known()).filter(frame::contains).isPresent()) {
      readFinished(issue, frame, cell);
    } else if (isOpen(issue, frame)) {
      cell.open();
    }
  }

  /** Whether it was past due at the window's end. */
  private static boolean isOpen(IssueView issue, Frame frame) {
    return !issue.isDone(frame.reading())
        && issue.facts().due().filter(due -> due.isBefore(frame.lastDay())).isPresent();
  }

  private void readFinished(IssueView issue, Frame frame, ValueCell cell) {
    Optional<Delay> delay =
        issue
            .resolved(frame.known())
            .flatMap(at -> Delay.of(issue.facts().due(), release(issue, frame), at, site().zone()));
    if (delay.isPresent()) {
      cell.count();
      cell.add(issue.id(), BigDecimal.valueOf(delay.get().daysLate()));
    } else {
      cell.undefined();
    }
  }

  private Optional<LocalDate> release(IssueView issue, Frame frame) {
    return issue.at(frame.known()).map(IssueSnapshot::versionIds).flatMap(site().releases()::first);
  }
}
