package io.bearings.okr;

/** What a key result measures. */
public enum Nature {
  /** A number that moves because of the work: what changed for somebody. */
  OUTCOME,
  /** The work itself: what was done. */
  OUTPUT
}
