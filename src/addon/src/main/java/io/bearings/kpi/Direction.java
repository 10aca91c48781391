package io.bearings.kpi;

/** Which values of a KPI are good. */
public enum Direction {
  /** The more the better. */
  HIGHER,
  /** The less the better. */
  LOWER,
  /** Neither too little nor too much. */
  BAND
}
