package io.bearings.kpi.metric;

import io.bearings.flow.OnTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Which share of what was due was delivered by then. */
final class OnTimeReading extends Reading<RatioCell> {
  OnTimeReading(Wanted wanted, Site site) {
    super(wanted, site);
  }

  @Override
  RatioCell begin(Frame frame) {
    return new RatioCell(tracing());
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    issue
        .facts()
        .due()
        .ifPresent(
            due -> {
              frames.at(site().startOf(due), touched);
              frames.ofMember(issue, touched);
            });
  }

  @Override
  void read(IssueView issue, Frame frame, RatioCell cell) {
    LocalDate due = issue.facts().due().orElseThrow();
    if (!frame.holdsMembers() && !frame.contains(due)) {
      return;
    }
    OnTime.Due asked =
        new OnTime.Due(
            Optional.of(due), issue.isDone(frame.known()), issue.resolved(frame.known()));
    switch (OnTime.verdict(asked, due, site().zone(), site().dayOf(frame.known()))) {
      case ON_TIME -> {
        cell.count();
        cell.add(issue.id(), BigDecimal.ONE, BigDecimal.ONE);
      }
      case LATE -> {
        cell.count();
        cell.add(issue.id(), BigDecimal.ZERO, BigDecimal.ONE);
      }
      case UNDEFINED -> cell.undefined();
      case NOT_YET_DUE -> cell.open();
    }
  }
}
