package io.bearings.kpi.metric;

import io.bearings.flow.IssueSnapshot;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a metric is read from issues.
 *
 * @param <C> what gathers in each window
 */
abstract class Reading<C extends Cell> {
  private final Wanted wanted;
  private final Site site;

  Reading(Wanted wanted, Site site) {
    this.wanted = wanted;
    this.site = site;
  }

  final Wanted wanted() {
    return wanted;
  }

  final Inputs inputs() {
    return wanted.inputs();
  }

  final Site site() {
    return site;
  }

  final boolean tracing() {
    return wanted.tracing();
  }

  /** What gathers in a window, before any issue. */
  abstract C begin(Frame frame);

  /** All windows to which an issue may add something, and perhaps others, perhaps twice. */
  abstract void touched(IssueView issue, Frames frames, Consumer<Frame> touched);

  /** Adds what an issue is worth in a window to which it belongs. */
  abstract void read(IssueView issue, Frame frame, C cell);

  /** How many of what cells add up are one of what is told. */
  BigDecimal divisor() {
    return BigDecimal.ONE;
  }

  /** Whether an issue belongs to a window: it is there still, and was of the scope at its end. */
  boolean belongs(IssueView issue, Frame frame) {
    if (issue.at(frame.known()).isEmpty()) {
      return false;
    }
    Optional<IssueSnapshot> state = issue.at(frame.reading());
    return state.isPresent()
        && frame.holds(state.get())
        && wanted.reach().holdsProject(state.get().projectId());
  }

  /** Whether an issue was of the scope when it was last there until a window's end. */
  final boolean wasInReach(IssueView issue, Frame frame) {
    return issue
        .lastUntil(frame.reading())
        .filter(state -> wanted.reach().holdsProject(state.projectId()))
        .isPresent();
  }

  /** What gathers values of which none is 0 for nothing. */
  static ValueCell spread(Statistic statistic, boolean tracing) {
    return statistic == Statistic.SUM
        ? new SumCell(tracing, SumCell.Empty.NONE, Why.UNDEFINED)
        : new SpreadCell(statistic, tracing, Why.UNDEFINED);
  }

  /** All windows in which an issue may have been finished. */
  static void finished(IssueView issue, Frames frames, Consumer<Frame> touched) {
    issue.turns().forEach(at -> frames.at(at, touched));
    frames.ofMember(issue, touched);
  }
}
