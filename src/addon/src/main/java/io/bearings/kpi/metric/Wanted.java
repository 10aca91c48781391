package io.bearings.kpi.metric;

import java.util.List;

/**
 * A metric that is to be counted.
 *
 * @param windows in any order; they may overlap
 * @param tracing whether to tell of each issue what it did to the value, which costs a record for
 *     each of them
 */
public record Wanted(
    Metric metric,
    Reach reach,
    Inputs inputs,
    List<MetricWindow> windows,
    AsOf asOf,
    boolean tracing) {

  /**
   * @throws IllegalArgumentException where a sum of the sprint report is asked for in a window that
   *     is no sprint
   */
  public Wanted {
    windows = List.copyOf(windows);
    if (metric.isOfSprints()
        && !windows.stream().allMatch(each -> each instanceof MetricWindow.InSprint)) {
      throw new IllegalArgumentException(metric + " is of sprints only");
    }
  }

  /** A metric that needs nothing but issues, without tracing them. */
  public static Wanted of(Metric metric, Reach reach, List<MetricWindow> windows, AsOf asOf) {
    return new Wanted(metric, reach, Inputs.NONE, windows, asOf, false);
  }
}
