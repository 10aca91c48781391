package io.bearings.okr;

import java.util.Optional;

/**
 * How a unit works.
 *
 * @param thresholds the unit's own; absent: those of the site
 * @param advanced whether weights, formulas and alignment sources are offered
 */
public record UnitSettings(
    Optional<Thresholds> thresholds, CadenceSetting cadence, boolean advanced, Capacity capacity) {
  /** What a unit begins with. */
  public static final UnitSettings DEFAULT =
      new UnitSettings(Optional.empty(), CadenceSetting.DEFAULT, false, Capacity.DEFAULT);
}
