package io.bearings.kpi.metric;

import io.bearings.flow.IssueSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is read of issues that something puts into a window.
 *
 * @param <C> what gathers in each window
 */
abstract class PlacedReading<C extends Cell> extends Reading<C> {
  private final Placed placed;

  PlacedReading(Placed placed, Wanted wanted, Site site) {
    super(wanted, site);
    this.placed = placed;
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    switch (placed) {
      case CREATED -> frames.at(issue.history().created(), touched);
      case RESOLVED, OUT_OF_SCOPE -> issue.turns().forEach(at -> frames.at(at, touched));
      default -> frames.readBetween(issue.history().created(), Instant.MAX, touched);
    }
    frames.ofMember(issue, touched);
  }

  @Override
  final void read(IssueView issue, Frame frame, C cell) {
    switch (placed) {
      case CREATED -> {
        if (frame.holdsMembers() || frame.contains(issue.history().created())) {
          take(issue, frame, cell);
        }
      }
      case RESOLVED, OUT_OF_SCOPE -> readFinished(issue, frame, cell);
      case OPEN -> {
        if (!issue.isDone(frame.reading())) {
          take(issue, frame, cell);
        }
      }
      case PRESENT -> take(issue, frame, cell);
    }
  }

  private void readFinished(IssueView issue, Frame frame, C cell) {
    if (issue.finished(frame.known()).filter(frame::contains).isEmpty()) {
      return;
    }
    Optional<String> resolution = issue.at(frame.known()).flatMap(IssueSnapshot::resolutionId);
    if (issue.resolved(frame.known()).isEmpty()) {
      cell.undefined();
    } else if (isOutOfScope(resolution) == (placed == Placed.OUT_OF_SCOPE)) {
      take(issue, frame, cell);
    } else if (placed == Placed.RESOLVED) {
      cell.outOfScope();
    }
  }

  private boolean isOutOfScope(Optional<String> resolution) {
    return resolution.filter(site().outOfScopeResolutionIds()::contains).isPresent();
  }

  /** Adds an issue that is in the window. */
  abstract void take(IssueView issue, Frame frame, C cell);
}
