package io.bearings.kpi;

/** Where the values of a KPI come from. */
public sealed interface KpiSource {

  /** People type or paste them. */
  record Manual() implements KpiSource {}

  /** Another system pushes them. */
  record Pushed() implements KpiSource {}

  /**
   * They are computed.
   *
   * @param text the formula as it was written
   */
  record Formula(String text) implements KpiSource {}

  /**
   * They are read from the work in Jira.
   *
   * @param spec which metric over which issues, as it was written
   */
  record Metric(String spec) implements KpiSource {}

  /** Whether values are given from outside, by people or by another system. */
  default boolean isGiven() {
    return this instanceof Manual || this instanceof Pushed;
  }
}
