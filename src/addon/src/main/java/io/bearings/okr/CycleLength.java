package io.bearings.okr;

/** How long a calendar cycle is meant to be. */
public enum CycleLength {
  QUARTER,
  HALF,
  YEAR,
  CUSTOM
}
