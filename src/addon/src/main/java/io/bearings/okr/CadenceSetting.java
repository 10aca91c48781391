package io.bearings.okr;

import java.time.DayOfWeek;

/**
 * How often a unit checks in.
 *
 * @param every the distance between two check-ins
 * @param day the day of the week, where the distance is in weeks
 * @param dayOfMonth the day of the month, 1 to 28, where it is monthly
 * @param hour the hour of the day, 0 to 23, at which people are reminded
 */
public record CadenceSetting(Every every, DayOfWeek day, int dayOfMonth, int hour) {
  /** What a unit begins with: Mondays at nine. */
  public static final CadenceSetting DEFAULT =
      new CadenceSetting(Every.WEEKLY, DayOfWeek.MONDAY, 1, 9);

  /** The distance between two check-ins. */
  public enum Every {
    WEEKLY,
    EVERY_TWO_WEEKS,
    EVERY_THREE_WEEKS,
    MONTHLY
  }
}
