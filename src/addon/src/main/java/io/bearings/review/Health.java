package io.bearings.review;

import java.util.Collection;

/** Whether the machine ran as it should over a cycle. */
public enum Health {
  /** No red period, and at least 90 % of the observed periods green. */
  HEALTHY,
  /** A red period, or too few green ones. */
  NOT_HEALTHY,
  /** Too little was observed to say. */
  NOT_KNOWN;

  /**
   * The health of some KPIs together: not healthy if one is not, healthy if all are, else not
   * known. Of no KPI at all nothing is known.
   */
  public static Health together(Collection<Health> each) {
    if (each.contains(NOT_HEALTHY)) {
      return NOT_HEALTHY;
    }
    return each.isEmpty() || each.contains(NOT_KNOWN) ? NOT_KNOWN : HEALTHY;
  }
}
