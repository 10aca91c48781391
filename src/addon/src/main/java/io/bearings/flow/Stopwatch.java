package io.bearings.flow;

import io.bearings.okr.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What counts as time between two instants. */
@FunctionalInterface
public interface Stopwatch {
  /** All of it. */
  Stopwatch CALENDAR = Duration::between;

  /**
   * The time between two instants.
   *
   * @return negative when the end comes before the start
   */
  Duration between(Instant start, Instant end);

  /**
   * Only what falls on working days, 24 hours each, wherever clocks are changed.
   *
   * @param zone the site's, which decides to which day an instant belongs
   */
  static Stopwatch working(WorkingDays days, ZoneId zone) {
    return (start, end) ->
        end.isBefore(start)
            ? spent(days, zone, end, start).negated()
            : spent(days, zone, start, end);
  }

  private static Duration spent(WorkingDays days, ZoneId zone, Instant start, Instant end) {
    LocalDate first = LocalDate.ofInstant(start, zone);
    LocalDate last = LocalDate.ofInstant(end, zone);
    if (first.equals(last)) {
      return days.isWorkingDay(first) ? Duration.between(start, end) : Duration.ZERO;
    }
    Duration spent = Duration.ofDays(days.between(first.plusDays(1), last.minusDays(1)));
    if (days.isWorkingDay(first)) {
      spent = spent.plus(Duration.between(start, midnight(first.plusDays(1), zone)));
    }
    if (days.isWorkingDay(last)) {
      spent = spent.plus(Duration.between(midnight(last, zone), end));
    }
    return spent;
  }

  private static Instant midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
