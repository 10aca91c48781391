package io.bearings.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The days for which a KPI has one value.
 *
 * @param first the first day
 * @param last the last day, included
 * @param of the sprint or release that it is; absent for a period of the calendar
 */
public record Period(LocalDate first, LocalDate last, Optional<Named> of) {

  /**
   * @throws IllegalArgumentException when it ends before it begins
   */
  public Period {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(last + " is before " + first);
    }
  }

  /**
   * What gave a period its days.
   *
   * @param id of the sprint or the version in Jira
   */
  public record Named(String id, String name) {}

  /** Days of the calendar. */
  public static Period of(LocalDate first, LocalDate last) {
    return new Period(first, last, Optional.empty());
  }

  /** Whether a day lies inside, first and last included. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** Whether it begins and ends on the same days as another, whatever it is called. */
  boolean hasDaysOf(Period other) {
    return first.equals(other.first) && last.equals(other.last);
  }

  /** How many calendar days it has; 1 or more. */
  public long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** How many of its calendar days have come by a day, that day included; 0 to {@link #days()}. */
  public long elapsed(LocalDate day) {
    return Math.max(0, Math.min(days(), ChronoUnit.DAYS.between(first, day) + 1));
  }

  /** When it begins; on a day whose midnight a clock change leaves out, that is an hour later. */
  public Instant begins(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  /** The first instant that is no longer inside. */
  public Instant ends(ZoneId zone) {
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The same days as those that work is counted in. */
  public io.bearings.flow.Period in(ZoneId zone) {
    return new io.bearings.flow.Period(first, last, zone);
  }
}
