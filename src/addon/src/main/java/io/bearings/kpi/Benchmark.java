package io.bearings.kpi;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where the KPI stood at first, or where others stand.
 *
 * @param source who says so; perhaps empty
 */
public record Benchmark(Optional<BigDecimal> value, String source) {
  /** Nobody said. */
  public static final Benchmark NONE = new Benchmark(Optional.empty(), "");
}
