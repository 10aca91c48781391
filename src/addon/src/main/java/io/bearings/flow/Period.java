package io.bearings.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days from the first to the last, both inclusive, in the site's time zone.
 *
 * @param zone decides to which day an instant belongs
 */
public record Period(LocalDate first, LocalDate last, ZoneId zone) {
  /** Whether a day belongs to the period. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** Whether an instant belongs to the period. */
  public boolean contains(Instant instant) {
    return contains(dayOf(instant));
  }

  /** The day of an instant. */
  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
