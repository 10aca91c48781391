package io.bearings.okr;

/** How far a cycle is. */
public enum CycleState {
  /** Objectives are being written. */
  PLANNING,
  /** Objectives are being worked on. */
  ACTIVE,
  /** It is over and looked back at; values dated inside it are still accepted. */
  REVIEW,
  /** Its scores are frozen. */
  CLOSED
}
