package io.bearings.connect.reminders;

/** Whose check-ins a channel tells of. */
public sealed interface ChatOwner {

  /**
   * One person's.
   *
   * @param key the user key
   */
  record OfPerson(String key) implements ChatOwner {}

  /** Those of a unit. */
  record OfUnit(long unitId) implements ChatOwner {}
}
