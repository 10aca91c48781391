package io.bearings.progress;

import io.bearings.okr.Cadence;
import io.bearings.okr.CycleState;
import io.bearings.okr.KeyResult;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.People;
import io.bearings.okr.Placed;
import io.bearings.okr.Recorded;
import io.bearings.okr.Slots;
import io.bearings.okr.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When key results are to be checked in. Slots that several of them share are found once. */
final class CheckInDays {
  private final Conditions conditions;
  private final People people;
  private final Map<SlotsKey, Slots> known = new HashMap<>();

  CheckInDays(Conditions conditions, People people) {
    this.conditions = conditions;
    this.people = people;
  }

  private record SlotsKey(long unitId, LocalDate from, Window window) {}

  /** The days in which a key result is worked on; absent in the backlog. */
  static Optional<Window> window(Placed placed, KeyResult keyResult) {
    return placed
        .cycle()
        .map(
            cycle ->
                Window.of(
                    cycle.days().first(),
                    cycle.days().last(),
                    keyResult.life().activatedOn(),
                    keyResult.goal().due()));
  }

  /** Whether anybody has to check in at all. */
  static boolean isAwaited(Placed placed, KeyResult keyResult) {
    boolean running =
        placed.cycle().filter(cycle -> cycle.state() == CycleState.ACTIVE).isPresent();
    return running
        && placed.objective().state() == ObjectiveState.ACTIVE
        && keyResult.state() == ObjectiveState.ACTIVE;
  }

  /** The day of the last check-in in a time zone; absent when there was none. */
  static Optional<LocalDate> lastDay(KeyResult keyResult, ZoneId zone) {
    return keyResult
        .recorded()
        .last()
        .map(Recorded.Last::at)
        .map(moment -> moment.atZone(zone).toLocalDate());
  }

  /** The slots of an objective's unit and cycle within a window; absent in the backlog. */
  Optional<Slots> slots(Placed placed, Window window) {
    long unitId = placed.objective().unitId();
    return placed
        .cycle()
        .map(
            cycle ->
                known.computeIfAbsent(
                    new SlotsKey(unitId, cycle.days().first(), window),
                    key ->
                        new Cadence(
                                conditions.cadence(unitId), key.from(), conditions.workingDays())
                            .slots(window)));
  }

  /** In which time zone the owner's days begin and end. */
  ZoneId zoneOf(KeyResult keyResult) {
    return people.zoneOf(keyResult.ownerKey()).orElse(conditions.zone());
  }

  /** The first slot without its check-in whose day has come. */
  Optional<LocalDate> openSlot(Placed placed, KeyResult keyResult) {
    ZoneId zone = zoneOf(keyResult);
    return Optional.of(keyResult)
        .filter(each -> isAwaited(placed, each))
        .flatMap(each -> window(placed, each))
        .flatMap(window -> slots(placed, window))
        .flatMap(slots -> slots.open(conditions.now(), zone, lastDay(keyResult, zone)));
  }
}
