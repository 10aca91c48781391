package io.bearings.review;

import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of how an objective came to its result.
 *
 * @param end the last day that is looked at
 * @param kpis how its KPIs fared together
 * @param keyResults those that were not given up
 * @param shifts earliest first
 * @param events earliest first
 * @param lags of the key results that have one, over or not
 * @param strains guardrails that broke
 * @param drivers KPIs that should move it
 * @param cycles this cycle and those before it, the latest first
 */
public record Circumstances(
    ObjectiveResult result,
    LocalDate end,
    Health kpis,
    List<Gauge> keyResults,
    Output output,
    Effort effort,
    List<Shift> shifts,
    List<OutsideEvent> events,
    List<Lag> lags,
    List<Strain> strains,
    List<DriverCourse> drivers,
    List<GreenCycle> cycles) {
  public Circumstances {
    keyResults = List.copyOf(keyResults);
    shifts = List.copyOf(shifts);
    events = List.copyOf(events);
    lags = List.copyOf(lags);
    strains = List.copyOf(strains);
    drivers = List.copyOf(drivers);
    cycles = List.copyOf(cycles);
  }

  /** Whether any outcome has data. */
  boolean isMeasured() {
    return keyResults.stream().anyMatch(Gauge::isMeasured);
  }
}
