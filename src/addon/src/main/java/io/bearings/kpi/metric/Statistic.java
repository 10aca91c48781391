package io.bearings.kpi.metric;

/** How the values of several issues become one number. */
public enum Statistic {
  SUM,
  MEAN,
  /** The 50th percentile, interpolated. */
  MEDIAN,
  /** The 85th percentile, interpolated. */
  P85
}
