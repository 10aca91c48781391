package io.bearings.review;

/** How far a step of a kickoff is. */
public enum StepState {
  OPEN,
  DONE,
  /** Left out on purpose; that stays visible. */
  SKIPPED
}
