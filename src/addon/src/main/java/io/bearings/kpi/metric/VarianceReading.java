package io.bearings.kpi.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** How much longer issues took than they were planned to. */
final class VarianceReading extends Reading<RatioCell> {
  private final Metric.ScheduleVariance metric;

  VarianceReading(Metric.ScheduleVariance metric, Wanted wanted, Site site) {
    super(wanted, site);
    this.metric = metric;
  }

  @Override
  RatioCell begin(Frame frame) {
    return new RatioCell(tracing());
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    if (issue.facts().start().isPresent() && issue.facts().due().isPresent()) {
      finished(issue, frames, touched);
    }
  }

  @Override
  void read(IssueView issue, Frame frame, RatioCell cell) {
    if (issue.finished(frame.known()).filter(frame::contains).isEmpty()) {
      return;
    }
    LocalDate start = issue.facts().start().orElseThrow();
    long planned = days(start, issue.facts().due().orElseThrow());
    Optional<Long> actual =
        issue.resolved(frame.known()).map(end -> days(start, site().dayOf(end)));
    if (planned <= 0 || actual.filter(days -> days > 0).isEmpty()) {
      cell.undefined();
    } else {
      cell.count();
      cell.add(issue.id(), BigDecimal.valueOf(actual.get() - planned), BigDecimal.valueOf(planned));
    }
  }

  private long days(LocalDate first, LocalDate last) {
    return metric.clock() == Clocked.WORKING
        ? site().workingDays().between(first, last)
        : ChronoUnit.DAYS.between(first, last) + 1;
  }
}
