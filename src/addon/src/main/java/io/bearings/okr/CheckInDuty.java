package io.bearings.okr;

/** Whether somebody is to check in. */
public enum CheckInDuty {
  /** Nothing is due: no slot has come yet, or the last one has its check-in. */
  NOTHING_DUE,
  /** The day of a slot has come. */
  DUE,
  /** One full day has passed since the day of a slot. */
  OVERDUE
}
