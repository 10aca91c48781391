package com.atlassian.greenhopper.service.sprint;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which sprints are wanted.
 *
 * <p>Source and confidence: apps for Jira 8; M.
 */
public final class SprintQuery {
  private final Set<Sprint.State> states;

  private SprintQuery(Set<Sprint.State> states) {
    this.states = states;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Set<Sprint.State> getStates() {
    return states;
  }

  /** Makes queries; without states every sprint is wanted. */
  public static final class Builder {
    private Set<Sprint.State> states = EnumSet.allOf(Sprint.State.class);

    private Builder() {}

    public Builder states(Set<Sprint.State> wanted) {
      states = wanted;
      return this;
    }

    public SprintQuery build() {
      return new SprintQuery(Set.copyOf(states));
    }
  }
}
