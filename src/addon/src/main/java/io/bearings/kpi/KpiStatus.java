package io.bearings.kpi;

/** How the value of a period stands to its levels. */
public enum KpiStatus {
  /** It meets the target, or the warning threshold where there is one. */
  GREEN,
  /** It misses that. */
  AMBER,
  /** It is beyond the critical threshold; the threshold itself is not. */
  RED,
  /** There is no value yet. */
  NO_DATA,
  /** There is no value although the period and its grace are over. */
  STALE,
  /** There is a value, but nobody said what it is to be compared with. */
  NOT_JUDGED;

  /** Whether there is a value. */
  public boolean hasValue() {
    return this != NO_DATA && this != STALE;
  }
}
