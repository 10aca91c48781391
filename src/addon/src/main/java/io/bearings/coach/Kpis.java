package io.bearings.coach;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is known of the KPI that a key result is about. Without it the rules that need a KPI are
 * silent.
 */
@FunctionalInterface
public interface Kpis {

  /** Knows no KPI. */
  static Kpis none() {
    return keyResult -> Optional.empty();
  }

  /** The surroundings of a key result; absent when nothing is known of them. */
  Optional<Surroundings> around(KeyResultText keyResult);

  /**
   * A key result among KPIs.
   *
   * @param kpi the KPI that it reads or names, if there is one
   * @param guarded whether its objective has a guardrail on quality
   */
  record Surroundings(Optional<Kpi> kpi, boolean guarded) {}

  /**
   * A KPI as far as a key result must differ from it.
   *
   * @param target of the sheet
   * @param spread the median absolute deviation of its values, in the KPI's unit
   * @param unaided the probability, 0 to 1, that its trend alone reaches the key result's target
   */
  record Kpi(
      String name,
      Optional<BigDecimal> target,
      Optional<BigDecimal> spread,
      Optional<BigDecimal> unaided) {}
}
