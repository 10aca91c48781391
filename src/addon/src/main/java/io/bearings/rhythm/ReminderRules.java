package io.bearings.rhythm;

import java.time.LocalTime;

/**
 * What an administrator decides about reminders.
 *
 * @param on whether anybody is reminded at all
 * @param daysBefore how many days before a slot its owner is told that it comes, 0 to 5; 0 tells
 *     nobody
 * @param escalateAfter how many days after a slot without its check-in the lead of the unit is
 *     told, 0 or {@value #LEAST_ESCALATION} to 30; 0 tells no lead
 * @param quietFrom the hour from which on nobody is reminded, 0 to 23, in the person's own time
 * @param quietTo the hour from which on people are reminded again, 0 to 23; the same as {@code
 *     quietFrom}: there are no quiet hours
 * @param skipDays a key result that was checked in within so many days, today included, is not
 *     reminded of, 0 to 30
 */
public record ReminderRules(
    boolean on, int daysBefore, int escalateAfter, int quietFrom, int quietTo, int skipDays) {
  /** The fewest days after which a lead is told: by then a slot is overdue in every time zone. */
  public static final int LEAST_ESCALATION = 3;

  /** The most days before a slot. */
  public static final int MOST_BEFORE = 5;

  /** The most days after a slot, and the most days that a check-in keeps reminders away. */
  public static final int MOST_DAYS = 30;

  /** The last hour of a day. */
  static final int LAST_HOUR = 23;

  /** What a site begins with: nobody is reminded before an administrator wants it. */
  public static final ReminderRules DEFAULT = new ReminderRules(false, 1, 5, 20, 7, 1);

  /** Whether nobody is to be disturbed at an hour of their day. */
  public boolean isQuiet(LocalTime time) {
    int hour = time.getHour();
    return quietFrom <= quietTo
        ? hour >= quietFrom && hour < quietTo
        : hour >= quietFrom || hour < quietTo;
  }
}
