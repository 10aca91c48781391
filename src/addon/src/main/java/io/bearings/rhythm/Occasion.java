package io.bearings.rhythm;

import java.time.LocalDate;

/**
 * A day on which somebody is to be reminded.
 *
 * @param slot the day of the check-in
 * @param on the day of the reminder, in the time zone of whoever is reminded
 */
public record Occasion(Kind kind, LocalDate slot, LocalDate on) {

  /** Why somebody is reminded. */
  public enum Kind {
    /** The slot comes. */
    BEFORE,
    /** It is the day of the slot. */
    AT,
    /** The slot went by, and the check-in is overdue. */
    AFTER,
    /** The check-in is overdue for so long that the lead of the unit is told. */
    ESCALATION
  }
}
