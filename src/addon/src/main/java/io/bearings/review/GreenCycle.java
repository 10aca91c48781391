package io.bearings.review;

import io.bearings.kpi.KpiStatus;
import io.bearings.okr.Cycle;
import java.util.Collection;

/**
 * How the KPIs of an objective stood in one cycle.
 *
 * @param periods how many periods of all of them ended in it
 * @param observed how many of them could be judged
 * @param green how many were green
 */
public record GreenCycle(long cycleId, String name, int periods, int observed, int green) {

  /**
   * @param statuses of all closed periods of the KPIs that ended in the cycle
   */
  static GreenCycle of(Cycle cycle, Collection<KpiStatus> statuses) {
    KpiHealth all = KpiHealth.of(statuses);
    return new GreenCycle(cycle.id(), cycle.name(), all.periods(), all.observed(), all.green());
  }

  /** Whether something was observed that was not green. */
  boolean leftGreen() {
    return green < observed;
  }

  /** Whether enough was observed, and all of it was green. */
  boolean stayedGreen() {
    return !leftGreen() && KpiHealth.isObserved(observed, periods);
  }
}
