package io.bearings.review;

import io.bearings.okr.CycleState;

/** What a cycle is at, which decides what leads on a page. */
public enum Phase {
  /** What are we trying to change? Objectives lead. */
  KICKOFF,
  /** Is the machine healthy, are we drifting? Health leads. */
  EXECUTION,
  /** Health is fine, so why did the objective not move? Both stand side by side. */
  RETROSPECTIVE;

  /** The phase of a cycle in a state. */
  public static Phase of(CycleState state) {
    return switch (state) {
      case PLANNING -> KICKOFF;
      case ACTIVE -> EXECUTION;
      case REVIEW, CLOSED -> RETROSPECTIVE;
    };
  }
}
