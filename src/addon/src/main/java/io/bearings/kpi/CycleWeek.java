package io.bearings.kpi;

import io.bearings.okr.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A week of a cycle. Weeks are sevens of days from the cycle's first day, whatever day of the week
 * that is; the last may be shorter.
 *
 * @param week from 1 on
 * @param of how many weeks the cycle has
 */
public record CycleWeek(int week, int of) {
  private static final int WEEK = 7;

  /** The week of a cycle that a day is in; absent on a day outside. */
  public static Optional<CycleWeek> of(Window cycle, LocalDate day) {
    return cycle.contains(day)
        ? Optional.of(new CycleWeek(week(cycle, day), week(cycle, cycle.last())))
        : Optional.empty();
  }

  private static int week(Window cycle, LocalDate day) {
    return (int) (ChronoUnit.DAYS.between(cycle.first(), day) / WEEK) + 1;
  }
}
