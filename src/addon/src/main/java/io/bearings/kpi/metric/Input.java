package io.bearings.kpi.metric;

/** What a metric needs beside the histories of issues; without it there is no data. */
public enum Input {
  /** The hours that people logged on issues. */
  WORKLOGS,
  /** Who commented on issues, and when. */
  COMMENTS,
  /** The members of the unit. */
  MEMBERS,
  /** The unit's hourly rate on the day of the work. */
  HOURLY_RATE,
  /** The unit's budget on the last day of the window. */
  BUDGET,
  /** How the budget is spread over days. */
  PHASING,
  /** Which issues serve an objective. */
  OBJECTIVES
}
