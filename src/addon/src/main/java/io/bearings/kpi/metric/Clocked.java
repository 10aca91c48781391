package io.bearings.kpi.metric;

import io.bearings.flow.Stopwatch;
import io.bearings.okr.WorkingDays;
import java.time.ZoneId;

/** What counts as time. */
public enum Clocked {
  /** All of it. */
  CALENDAR,
  /** What falls on working days of the site, 24 hours each. */
  WORKING;

  Stopwatch stopwatch(WorkingDays days, ZoneId zone) {
    return this == CALENDAR ? Stopwatch.CALENDAR : Stopwatch.working(days, zone);
  }
}
