package io.bearings.review;

import java.util.Optional;

/** Where an objective stands in the matrix of KPIs and results. */
public enum Quadrant {
  /** KPIs healthy, objective achieved. */
  WORKED,
  /** KPIs healthy, objective not achieved. */
  EXECUTED_WELL_ON_THE_WRONG_THINGS,
  /** KPIs not healthy, objective achieved. */
  MOVED_AT_A_COST,
  /** KPIs not healthy, objective not achieved. */
  DID_NOT_EXECUTE;

  /**
   * The quadrant of an objective. What was reached partly stands where what was missed does.
   *
   * @return absent where the health of the KPIs is not known or nothing was measured
   */
  public static Optional<Quadrant> of(Health kpis, ObjectiveResult result) {
    if (kpis == Health.NOT_KNOWN || result == ObjectiveResult.NOT_MEASURED) {
      return Optional.empty();
    }
    boolean healthy = kpis == Health.HEALTHY;
    if (result == ObjectiveResult.ACHIEVED) {
      return Optional.of(healthy ? WORKED : MOVED_AT_A_COST);
    }
    return Optional.of(healthy ? EXECUTED_WELL_ON_THE_WRONG_THINGS : DID_NOT_EXECUTE);
  }
}
