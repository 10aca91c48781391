package io.bearings.kpi.formula;

import io.bearings.kpi.KpiSheet;
import java.util.List;

/** What a formula has to be told before it can be reckoned. */
public sealed interface Reference permits Reference.MetricCall, Reference.KpiValue, Input {

  /**
   * A primitive or a metric of the {@link Catalogue}.
   *
   * @param name its name in the catalogue, in lower case
   * @param arguments as the catalogue declares its parameters and in that order, without those that
   *     were left out
   */
  record MetricCall(String name, List<Argument> arguments) implements Reference {
    public MetricCall {
      arguments = List.copyOf(arguments);
    }

    /** One that was written without arguments. */
    public static MetricCall of(String name) {
      return new MetricCall(name, List.of());
    }
  }

  /**
   * The value of another KPI, in the same period. A percentage counts as a fraction of 1.
   *
   * @param id more than 0
   */
  record KpiValue(long id) implements Reference {

    /** The key that people see and write, for example {@code KPI-7}. */
    public String key() {
      return KpiSheet.keyOf(id);
    }
  }
}
