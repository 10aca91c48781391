package io.bearings.connect.acts;

/** How far an act is. */
public enum ActState {
  /** It waits for its time. */
  WAITING,
  /** Some node does it at this moment. */
  UNDER_WAY,
  DONE,
  /** It cannot be done as it is; nothing was done, and somebody has to look. */
  REFUSED,
  /** It failed so often that it is not tried any more. */
  GIVEN_UP,
  /**
   * It was begun, and nobody knows whether it was done; it is not repeated by itself, as it might
   * be done twice.
   */
  UNCLEAR,
  /** The breach was withdrawn before it was done. */
  CALLED_OFF
}
