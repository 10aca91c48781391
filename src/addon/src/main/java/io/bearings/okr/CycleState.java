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
  CLOSED;

  /**
   * Whether a cycle may go from here to another state: one step at a time, and from closed back to
   * review by an administrator only.
   */
  public boolean mayBecome(CycleState next, boolean byAdmin) {
    if (this == CLOSED) {
      return byAdmin && next == REVIEW;
    }
    return next.ordinal() == ordinal() + 1;
  }
}
