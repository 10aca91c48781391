package io.bearings.kpi.metric;

import java.util.Set;

/**
 * Hears which metric KPIs are to be counted anew. Whoever wants to hear it says so by {@link
 * MetricFollowing#listen}. What it throws is logged by whoever brought the change.
 */
public interface MetricRefresh {

  /**
   * Something happened to issues that these KPIs measure: the values of their current and their
   * last period may be others now. Comes within seconds, many changes together, not in the thread
   * of whoever changed the issue, and perhaps twice for the same.
   *
   * @param kpiIds at least one
   */
  void refresh(Set<Long> kpiIds);

  /**
   * The past of a project that these KPIs measure is kept now: all their periods can be counted.
   *
   * @param kpiIds at least one
   */
  void complete(Set<Long> kpiIds);
}
