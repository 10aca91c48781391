package com.atlassian.scheduler.config;

import java.util.Date;

/**
 * Again and again.
 *
 * <p>Source and confidence: scheduler API 5; M.
 */
public final class IntervalScheduleInfo {
  private final Date firstRunTime;
  private final long intervalInMillis;

  IntervalScheduleInfo(Date firstRunTime, long intervalInMillis) {
    this.firstRunTime = firstRunTime;
    this.intervalInMillis = intervalInMillis;
  }

  /** Null for at once. */
  public Date getFirstRunTime() {
    return firstRunTime == null ? null : new Date(firstRunTime.getTime());
  }

  public long getIntervalInMillis() {
    return intervalInMillis;
  }
}
