package io.bearings.progress;

import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Thresholds;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Under what figures are reckoned.
 *
 * @param now the moment, which decides what is due
 * @param zone the time zone of the site, which decides what day it is
 * @param settings of the site
 * @param workingDays of the site
 * @param units all units, by their id
 */
record Conditions(
    Instant now, ZoneId zone, Settings settings, WorkingDays workingDays, Map<Long, Unit> units) {

  Conditions(Instant now, ZoneId zone, Settings settings, Map<Long, Unit> units) {
    this(now, zone, settings, settings.rules().workingDays(), units);
  }

  LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  /** From which pace on objectives of a unit are on track. */
  Thresholds thresholds(long unitId) {
    return ofUnit(unitId).thresholds().orElse(settings.rules().thresholds());
  }

  /** How often a unit checks in. */
  CadenceSetting cadence(long unitId) {
    return ofUnit(unitId).cadence();
  }

  private UnitSettings ofUnit(long unitId) {
    Unit unit = units.get(unitId);
    return unit == null ? UnitSettings.DEFAULT : unit.settings();
  }
}
