package io.bearings.kpi.metric;

/**
 * What puts an issue into a window. In a sprint or a release only those issues count that belong to
 * it at its end.
 */
public enum Placed {
  /** It was created in the window; in a sprint or a release, whenever. */
  CREATED,
  /**
   * It is done, was last resolved in the window, and not with a resolution that takes it out of
   * scope.
   */
  RESOLVED,
  /**
   * It is done, was last resolved in the window, and with a resolution that takes it out of scope.
   */
  OUT_OF_SCOPE,
  /** It is there at the window's end and not done. */
  OPEN,
  /** It is there at the window's end. */
  PRESENT;

  /** Whether it matters how long a window is, and not only when it ends. */
  boolean isOverTime() {
    return this != OPEN && this != PRESENT;
  }
}
