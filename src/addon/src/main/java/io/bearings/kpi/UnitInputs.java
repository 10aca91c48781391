package io.bearings.kpi;

import io.bearings.okr.Readings.Valued;
import java.util.List;

/**
 * What Jira does not know of a unit and somebody stated. Each list is in the order of its days, one
 * number for a day.
 *
 * @param hourlyRate from which day on what an hour of work costs, one rate for the whole unit
 * @param budget from which day on which budget holds
 * @param phasing on which days how much of the budget is planned
 * @param spend on which days how much was spent; where it is empty, logged hours × rate
 * @param version counts the changes; 0 before the first
 */
public record UnitInputs(
    long unitId,
    List<Valued> hourlyRate,
    List<Valued> budget,
    List<Valued> phasing,
    List<Valued> spend,
    int version) {
  public UnitInputs {
    hourlyRate = List.copyOf(hourlyRate);
    budget = List.copyOf(budget);
    phasing = List.copyOf(phasing);
    spend = List.copyOf(spend);
  }

  /** Nobody stated anything. */
  public static UnitInputs none(long unitId) {
    return new UnitInputs(unitId, List.of(), List.of(), List.of(), List.of(), 0);
  }

  /** The same as somebody saw it. */
  public UnitInputs atVersion(int seen) {
    return new UnitInputs(unitId, hourlyRate, budget, phasing, spend, seen);
  }

  /** What is stated here, and for what is not stated what holds above. */
  UnitInputs over(UnitInputs above) {
    return new UnitInputs(
        unitId,
        hourlyRate.isEmpty() ? above.hourlyRate : hourlyRate,
        budget.isEmpty() ? above.budget : budget,
        phasing.isEmpty() ? above.phasing : phasing,
        spend.isEmpty() ? above.spend : spend,
        version);
  }
}
