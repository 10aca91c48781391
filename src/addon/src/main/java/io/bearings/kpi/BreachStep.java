package io.bearings.kpi;

import java.util.Optional;

/** What happened to a breach, as far as somebody is to hear of it. */
public enum BreachStep {
  OPENED,
  CLOSED,
  REOPENED,
  WITHDRAWN,
  /** Nobody acknowledged it in time. */
  ESCALATED;

  /** The step that an event is; absent for one that is nobody's news. */
  public static Optional<BreachStep> of(BreachEvent event) {
    if (event instanceof BreachEvent.Opened) {
      return Optional.of(OPENED);
    }
    if (event instanceof BreachEvent.Closed) {
      return Optional.of(CLOSED);
    }
    if (event instanceof BreachEvent.Reopened) {
      return Optional.of(REOPENED);
    }
    return event instanceof BreachEvent.Withdrawn ? Optional.of(WITHDRAWN) : Optional.empty();
  }
}
