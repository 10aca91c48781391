package io.bearings.okr;

/** What one linked issue weighs in the progress of a key result. */
public enum WeightBy {
  /** Every issue weighs 1. */
  ISSUES,
  /** An issue weighs its story points; one without gets the median of the others. */
  POINTS,
  /** An issue weighs its original estimate in hours; one without gets the median of the others. */
  ESTIMATE
}
