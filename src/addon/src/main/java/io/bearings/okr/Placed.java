package io.bearings.okr;

import java.util.Optional;

/**
 * An objective with what must be known about it to show it to one person.
 *
 * @param cycle the days of its cycle, and its name; absent in the backlog
 * @param followed whether the person follows it
 * @param guardrailRed whether a KPI that it must not break is red now
 */
public record Placed(
    Objective objective, Optional<Span> cycle, boolean followed, boolean guardrailRed) {

  /** One of which no guardrail is red. */
  public Placed(Objective objective, Optional<Span> cycle, boolean followed) {
    this(objective, cycle, followed, false);
  }

  /** A cycle as far as an objective needs it. */
  public record Span(long id, String name, Window days, CycleState state) {}

  /** Whether nothing can change any more because its cycle is closed. */
  public boolean isFrozen() {
    return cycle.filter(it -> it.state() == CycleState.CLOSED).isPresent();
  }
}
