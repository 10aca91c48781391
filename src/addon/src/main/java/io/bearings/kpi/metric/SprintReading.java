package io.bearings.kpi.metric;

import io.bearings.flow.SprintPart;
import io.bearings.kpi.metric.MetricResult.NoData;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** The sums of the sprint report. */
final class SprintReading extends Reading<SumCell> {
  private final Metric.OfSprint metric;

  SprintReading(Metric.OfSprint metric, Wanted wanted, Site site) {
    super(wanted, site);
    this.metric = metric;
  }

  @Override
  SumCell begin(Frame frame) {
    SumCell cell =
        new SumCell(tracing(), metric.inPoints() ? SumCell.Empty.NONE : SumCell.Empty.ZERO);
    if (frame.isRunning() && isKnownAtItsEnd()) {
      cell.instead(NoData.because(Why.NOT_COMPLETED));
    }
    return cell;
  }

  private boolean isKnownAtItsEnd() {
    return metric.sum() != Metric.OfSprint.Sum.COMMITMENT
        && metric.sum() != Metric.OfSprint.Sum.ADDED;
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    frames.ofMember(issue, touched);
  }

  /** An issue that left the sprint, or was deleted, is in its report still. */
  @Override
  boolean belongs(IssueView issue, Frame frame) {
    return wasInReach(issue, frame);
  }

  @Override
  void read(IssueView issue, Frame frame, SumCell cell) {
    frame.partIn(issue.history()).ifPresent(part -> add(issue.id(), part, cell));
  }

  private void add(long issueId, SprintPart part, SumCell cell) {
    if (part.isEstimated()) {
      cell.estimated();
    }
    Optional<SprintPart.Share> share = share(part, metric.sum());
    if (share.isPresent()) {
      cell.count();
      boolean weighs = !metric.inPoints() || share.get().points().isPresent();
      if (weighs) {
        cell.add(issueId, metric.inPoints() ? points(share) : BigDecimal.ONE);
      } else {
        cell.undefined();
      }
    }
  }

  static BigDecimal points(Optional<SprintPart.Share> share) {
    return share.flatMap(SprintPart.Share::points).orElse(BigDecimal.ZERO);
  }

  private static Optional<SprintPart.Share> share(SprintPart part, Metric.OfSprint.Sum sum) {
    return switch (sum) {
      case COMMITMENT -> part.committed();
      case ADDED -> part.added();
      case VELOCITY -> part.completed();
      case NOT_COMPLETED -> part.notCompleted();
      case REMOVED -> part.removed();
      case COMPLETED_ELSEWHERE -> part.completedElsewhere();
      case SAY_DO -> throw new IllegalArgumentException("Say/do is no sum");
    };
  }
}
