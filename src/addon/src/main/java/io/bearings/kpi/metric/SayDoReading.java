package io.bearings.kpi.metric;

import io.bearings.flow.SprintPart;
import io.bearings.kpi.metric.MetricResult.NoData;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** What was completed of what a sprint committed itself to, by estimates at its start. */
final class SayDoReading extends Reading<RatioCell> {
  private final boolean inPoints;

  SayDoReading(Metric.OfSprint metric, Wanted wanted, Site site) {
    super(wanted, site);
    this.inPoints = metric.inPoints();
  }

  @Override
  RatioCell begin(Frame frame) {
    RatioCell cell = new RatioCell(tracing(), Why.NOT_ESTIMATED, BigDecimal.ZERO, BigDecimal.ZERO);
    if (frame.isRunning()) {
      cell.instead(NoData.because(Why.NOT_COMPLETED));
    }
    return cell;
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    frames.ofMember(issue, touched);
  }

  /** An issue that left the sprint, or was deleted, was committed still. */
  @Override
  boolean belongs(IssueView issue, Frame frame) {
    return wasInReach(issue, frame);
  }

  @Override
  void read(IssueView issue, Frame frame, RatioCell cell) {
    frame
        .partIn(issue.history())
        .filter(part -> part.committed().isPresent())
        .ifPresent(part -> add(issue.id(), part, cell));
  }

  private void add(long issueId, SprintPart part, RatioCell cell) {
    cell.count();
    if (inPoints && part.committed().orElseThrow().points().isEmpty()) {
      cell.undefined();
    }
    BigDecimal committed = inPoints ? SprintReading.points(part.committed()) : BigDecimal.ONE;
    cell.add(issueId, part.completed().isPresent() ? committed : BigDecimal.ZERO, committed);
  }
}
