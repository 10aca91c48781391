package io.bearings.rhythm;

import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A key result that its owner checks in again and again: it and its objective are active, and so is
 * its cycle.
 *
 * @param ownerKey the user key of its owner
 * @param unitId the unit of its objective
 * @param cycleFrom the first day of the cycle, from which slots are counted
 * @param window the days in which it is worked on
 * @param ownCadence how often it is checked in; absent: as often as its unit checks in
 * @param lastCheckIn when the last check-in was entered
 */
public record Duty(
    long keyResultId,
    String title,
    String ownerKey,
    long unitId,
    LocalDate cycleFrom,
    Window window,
    Optional<CadenceSetting> ownCadence,
    Optional<Instant> lastCheckIn) {}
