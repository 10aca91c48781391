package io.bearings.okr;

import java.time.Instant;

/**
 * A change of a cycle that moves what is expected of its objectives, kept for good.
 *
 * @param from the value before, as text: a state's name or an ISO day
 * @param to the value after
 * @param byKey the user key of the person who made it
 */
public record CycleChange(Field field, String from, String to, String byKey, Instant at) {

  /** What was changed. */
  public enum Field {
    STATE,
    FIRST,
    LAST
  }
}
