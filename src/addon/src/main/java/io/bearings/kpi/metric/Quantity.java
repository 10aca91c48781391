package io.bearings.kpi.metric;

/** What a metric is a number of. */
public enum Quantity {
  ISSUES,
  /** Story points. */
  POINTS,
  HOURS,
  /** Days of 24 hours, or whole days of the calendar. */
  DAYS,
  /** A part of a whole or a ratio of two alike numbers: 0.35 is 35 %. */
  SHARE,
  /** In the currency of the hourly rate and the budget. */
  MONEY,
  MONEY_PER_ISSUE,
  ISSUES_PER_RELEASE,
  /** How often a status was entered. */
  ENTRIES,
  /** What a number field of Jira holds. */
  NUMBER
}
