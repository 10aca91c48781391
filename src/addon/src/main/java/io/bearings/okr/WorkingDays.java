package io.bearings.okr;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The days on which people work: Monday to Friday less the holidays. Counting takes no longer for a
 * decade than for a week.
 */
public final class WorkingDays {
  /** Monday to Friday without any holiday. */
  public static final WorkingDays NO_HOLIDAYS = new WorkingDays(List.of());

  private static final int WEEK = 7;
  private static final int WORKING_WEEK = 5;

  /** Day 0 of the epoch was a Thursday, three days after a Monday. */
  private static final int MONDAY_OFFSET = 3;

  private final long[] holidays;

  /**
   * @param holidays in any order; one on a Saturday or Sunday takes nothing
   */
  public WorkingDays(Collection<LocalDate> holidays) {
    this.holidays =
        holidays.stream()
            .filter(WorkingDays::isWeekday)
            .mapToLong(LocalDate::toEpochDay)
            .distinct()
            .sorted()
            .toArray();
  }

  /** The working days between two days, both included; 0 when the last is before the first. */
  public int between(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      return 0;
    }
    long from = first.toEpochDay();
    long to = last.toEpochDay() + 1;
    long weekdays = weekdaysBefore(to) - weekdaysBefore(from);
    return Math.toIntExact(weekdays - (holidaysBefore(to) - holidaysBefore(from)));
  }

  /** The working days of a window. */
  public int in(Window window) {
    return between(window.first(), window.last());
  }

  /** Whether people work on a day. */
  public boolean isWorkingDay(LocalDate day) {
    return isWeekday(day) && Arrays.binarySearch(holidays, day.toEpochDay()) < 0;
  }

  /** Whether a day is one of the holidays that fall on Monday to Friday. */
  public boolean isHoliday(LocalDate day) {
    return Arrays.binarySearch(holidays, day.toEpochDay()) >= 0;
  }

  /** The last working day before a day. */
  public LocalDate previous(LocalDate day) {
    LocalDate previous = day.minusDays(1);
    while (!isWorkingDay(previous)) {
      previous = previous.minusDays(1);
    }
    return previous;
  }

  /** The day itself, or the first working day after it. */
  public LocalDate nextOrSame(LocalDate day) {
    LocalDate next = day;
    while (!isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The day itself, or the last working day before it. */
  public LocalDate previousOrSame(LocalDate day) {
    return isWorkingDay(day) ? day : previous(day);
  }

  /**
   * The first day of a window on which a share of its working days has elapsed, that day included.
   *
   * @param percent 1 to 100
   * @return absent when the window has no working day
   */
  public Optional<LocalDate> whenElapsed(Window window, int percent) {
    long length = in(window);
    if (length == 0) {
      return Optional.empty();
    }
    long low = window.first().toEpochDay();
    long high = window.last().toEpochDay();
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      long elapsed = between(window.first(), LocalDate.ofEpochDay(middle));
      if (elapsed * 100 >= percent * length) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Optional.of(LocalDate.ofEpochDay(low));
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  private static long weekdaysBefore(long epochDay) {
    long sinceMonday = epochDay + MONDAY_OFFSET;
    long weeks = Math.floorDiv(sinceMonday, (long) WEEK);
    return weeks * WORKING_WEEK + Math.min(Math.floorMod(sinceMonday, WEEK), WORKING_WEEK);
  }

  private long holidaysBefore(long epochDay) {
    int found = Arrays.binarySearch(holidays, epochDay);
    return found >= 0 ? found : -found - 1;
  }
}
