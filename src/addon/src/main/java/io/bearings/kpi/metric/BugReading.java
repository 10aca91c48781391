package io.bearings.kpi.metric;

import io.bearings.flow.Release;
import io.bearings.flow.Releases;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** How many bugs releases brought. */
final class BugReading extends Reading<RatioCell> {
  BugReading(Wanted wanted, Site site) {
    super(wanted, site);
  }

  @Override
  RatioCell begin(Frame frame) {
    List<Release> released =
        site().releases().all().stream()
            .filter(release -> wanted().reach().holdsProject(release.projectId()))
            .filter(Release::released)
            .toList();
    long dated = released.stream().filter(release -> isIn(release, frame)).count();
    RatioCell cell =
        new RatioCell(tracing(), Why.UNDEFINED, BigDecimal.ZERO, BigDecimal.valueOf(dated));
    cell.undefined(
        (int)
            released.stream()
                .filter(release -> release.day().isEmpty() && mayBeIn(release, frame))
                .count());
    return cell;
  }

  /** Whether a release belongs to a window, and has come as far as is known. */
  private boolean isIn(Release release, Frame frame) {
    LocalDate known = site().dayOf(frame.known());
    return Releases.isOut(release)
        && release.day().filter(day -> !day.isAfter(known) && frame.contains(day)).isPresent()
        && mayBeIn(release, frame);
  }

  private static boolean mayBeIn(Release release, Frame frame) {
    return !(frame.window() instanceof MetricWindow.InRelease in)
        || in.release().id() == release.id();
  }

  private List<Release> blamed(IssueView issue) {
    return site()
        .releases()
        .blamed(site().dayOf(issue.history().created()), issue.facts().affected());
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    if (issue.facts().affected().isEmpty()) {
      return;
    }
    for (Release release : blamed(issue)) {
      frames.at(site().startOf(release.day().orElseThrow()), touched);
      frames.ofRelease(release.id(), touched);
      frames.sprints(touched);
    }
  }

  /** A bug is found after its release, so it need not be there at the window's end. */
  @Override
  boolean belongs(IssueView issue, Frame frame) {
    return issue
        .at(frame.known())
        .filter(state -> wanted().reach().holdsProject(state.projectId()))
        .isPresent();
  }

  @Override
  void read(IssueView issue, Frame frame, RatioCell cell) {
    if (blamed(issue).stream().anyMatch(release -> isIn(release, frame))) {
      cell.count();
      cell.add(issue.id(), BigDecimal.ONE, BigDecimal.ZERO);
    }
  }
}
