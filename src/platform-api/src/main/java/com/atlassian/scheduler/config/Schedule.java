package com.atlassian.scheduler.config;

import java.util.Date;

/**
 * When a job runs.
 *
 * <p>Source and confidence: GR; M.
 */
public final class Schedule {
  private final IntervalScheduleInfo interval;

  private Schedule(IntervalScheduleInfo interval) {
    this.interval = interval;
  }

  /**
   * Again and again.
   *
   * @param firstRunTime null for at once
   */
  public static Schedule forInterval(long intervalInMillis, Date firstRunTime) {
    return new Schedule(new IntervalScheduleInfo(firstRunTime, intervalInMillis));
  }

  public IntervalScheduleInfo getIntervalScheduleInfo() {
    return interval;
  }
}
