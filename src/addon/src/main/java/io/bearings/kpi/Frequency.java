package io.bearings.kpi;

/** How long a period of a KPI is. */
public enum Frequency {
  DAILY,
  WEEKLY,
  EVERY_TWO_WEEKS,
  /** From the first to the last day of each sprint. */
  PER_SPRINT,
  /** From the day of a release to the day before the next. */
  PER_RELEASE,
  MONTHLY,
  QUARTERLY,
  YEARLY;

  /** Whether its periods are dated by events instead of by the calendar. */
  public boolean isDatedByEvents() {
    return this == PER_SPRINT || this == PER_RELEASE;
  }

  /** Whether the calendar gives it periods longer than a week. */
  public boolean isSlow() {
    return this != DAILY && this != WEEKLY && !isDatedByEvents();
  }
}
