package io.bearings.kpi.metric;

import io.bearings.flow.CategorySteps;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** How much finished work came back. */
final class ReopenReading extends Reading<RatioCell> {
  ReopenReading(Wanted wanted, Site site) {
    super(wanted, site);
  }

  @Override
  RatioCell begin(Frame frame) {
    return new RatioCell(tracing());
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    finished(issue, frames, touched);
  }

  @Override
  void read(IssueView issue, Frame frame, RatioCell cell) {
    CategorySteps steps = issue.steps(frame.known());
    boolean entered = steps.entersDone(frame::contains);
    boolean left = steps.leavesDone(frame::contains);
    if (entered || left) {
      cell.count();
      cell.add(issue.id(), one(left), one(entered));
    }
  }

  private static BigDecimal one(boolean counts) {
    return counts ? BigDecimal.ONE : BigDecimal.ZERO;
  }
}
