package io.bearings.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a series is judged.
 *
 * @param day in the site's time zone
 * @param isOver whether the whole day has been
 */
public record Moment(LocalDate day, boolean isOver) {

  /** As of a day: at its end, when all its values are in. */
  public static Moment endOf(LocalDate day) {
    return new Moment(day, true);
  }

  /** Now, while the day runs. */
  public static Moment of(Instant instant, ZoneId zone) {
    return new Moment(LocalDate.ofInstant(instant, zone), false);
  }

  /** Whether days of a period are still to come, or its last day is today. */
  boolean isIn(Period period) {
    return !day.isAfter(period.last());
  }

  /**
   * Whether a period is judged for good, so that a red one opens a breach: when it and its grace
   * are over; for a daily KPI at the day's end, whatever the grace.
   */
  public boolean closes(Period period, Rhythm rhythm) {
    if (rhythm.frequency() == Frequency.DAILY) {
      return day.isAfter(period.last()) || isOver && day.equals(period.last());
    }
    return day.isAfter(period.last().plusDays(rhythm.graceDays()));
  }
}
