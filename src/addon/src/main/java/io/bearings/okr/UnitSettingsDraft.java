package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a unit is to work, as somebody wrote it; nothing in it is checked yet.
 *
 * @param thresholds absent: those of the site
 */
public record UnitSettingsDraft(
    Optional<Pace> thresholds, CadenceSetting cadence, boolean advanced, Capacity capacity) {

  /** Thresholds that need not be in order. */
  public record Pace(BigDecimal onTrack, BigDecimal atRisk) {}
}
