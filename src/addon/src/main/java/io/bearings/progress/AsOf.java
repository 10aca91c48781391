package io.bearings.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A past day that is asked for, as it was when it was over.
 *
 * @param day not after today
 */
public record AsOf(LocalDate day, Knowledge knowledge) {

  /** The last instant of the day, or now while the day is not over. */
  Instant end(ZoneId zone, Instant now) {
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    return end.isBefore(now) ? end : now;
  }
}
