package io.bearings.progress;

import static java.util.stream.Collectors.toMap;

import io.bearings.okr.KeyResult;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.RememberedPeople;
import io.bearings.okr.Slots;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The key results that wait for a check-in: those of one person, or those of a unit and of all
 * units below it. Either costs three statements however many there are.
 */
@Named
public final class DueCheckIns {
  /** How many are listed at most; the others are counted. */
  public static final int MOST = 100;

  private static final Comparator<Due> LONGEST_FIRST =
      Comparator.comparing(Due::slot)
          .thenComparing(Due::ownerName, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(each -> each.keyResult().id());

  private final Objectives objectives;
  private final Standpoints standpoints;
  private final SiteSettings settings;
  private final People people;
  private final Clock clock;

  @Inject
  public DueCheckIns(
      Objectives objectives,
      Standpoints standpoints,
      SiteSettings settings,
      People people,
      Clock clock) {
    this.objectives = objectives;
    this.standpoints = standpoints;
    this.settings = settings;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A key result that waits for its check-in.
   *
   * @param slot the day of the first slot that has none, in the owner's time zone
   * @param days how many days ago that was, 0 is today
   * @param overdue whether one full day has passed since
   * @param mayCheckIn whether the person who asks may check it in
   */
  public record Due(
      Placed placed,
      KeyResult keyResult,
      String ownerName,
      String unitName,
      LocalDate slot,
      long days,
      boolean overdue,
      boolean mayCheckIn) {}

  /**
   * What waits.
   *
   * @param unit absent where it is that of one person
   * @param due those that wait longest first, at most {@value #MOST}
   * @param total how many there are in all
   * @param overdue how many of all are overdue
   */
  public record Waiting(Optional<Unit> unit, List<Due> due, int total, int overdue) {
    public Waiting {
      due = List.copyOf(due);
    }
  }

  /**
   * What waits in a unit and in the units below it, as far as the person may read it.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public Waiting ofUnit(Person who, long unitId) {
    Standpoint standpoint = standpoints.of(who);
    Unit unit =
        standpoint.unit(unitId).orElseThrow(() -> new Refusal.NotFound(String.valueOf(unitId)));
    List<Long> branch =
        standpoint.branch(unitId).stream()
            .filter(id -> standpoint.unit(id).filter(each -> !each.archived()).isPresent())
            .toList();
    Objectives.Wanted wanted =
        Objectives.Wanted.ofUnits(branch, Optional.empty()).in(ObjectiveState.ACTIVE);
    List<Placed> placed = objectives.find(wanted, who);
    Map<Long, Placed> byId = readable(standpoint, placed);
    return waiting(standpoint, Optional.of(unit), byId, objectives.keyResultsOf(byId.keySet()));
  }

  /** What waits for a check-in of the person who asks. */
  public Waiting ofPerson(Person who) {
    Standpoint standpoint = standpoints.of(who);
    List<KeyResult> own = objectives.activeKeyResultsOf(who);
    Set<Long> ids = own.stream().map(KeyResult::objectiveId).collect(Collectors.toSet());
    Map<Long, Placed> byId =
        readable(standpoint, ids.isEmpty() ? List.of() : objectives.placed(ids, who));
    return waiting(standpoint, Optional.empty(), byId, own);
  }

  private static Map<Long, Placed> readable(Standpoint standpoint, List<Placed> placed) {
    return placed.stream()
        .filter(each -> !each.objective().archived())
        .filter(each -> standpoint.mayRead(each))
        .collect(toMap(each -> each.objective().id(), each -> each));
  }

  private Waiting waiting(
      Standpoint standpoint,
      Optional<Unit> unit,
      Map<Long, Placed> objectivesById,
      List<KeyResult> keyResults) {
    Finding finding = new Finding(standpoint, clock.instant());
    List<Due> due =
        keyResults.stream()
            .filter(each -> !each.archived())
            .flatMap(
                each ->
                    Optional.ofNullable(objectivesById.get(each.objectiveId()))
                        .flatMap(placed -> finding.due(placed, each))
                        .stream())
            .sorted(LONGEST_FIRST)
            .toList();
    return new Waiting(
        unit,
        due.subList(0, Math.min(MOST, due.size())),
        due.size(),
        Math.toIntExact(due.stream().filter(Due::overdue).count()));
  }

  /** Looks at one key result after the other, at one moment. */
  private final class Finding {
    private final Standpoint standpoint;
    private final Instant now;
    private final People names = new RememberedPeople(people);
    private final CheckInDays days;

    Finding(Standpoint standpoint, Instant now) {
      this.standpoint = standpoint;
      this.now = now;
      Map<Long, Unit> units = new HashMap<>();
      standpoint.units().forEach(each -> units.put(each.id(), each));
      days =
          new CheckInDays(new Conditions(now, clock.getZone(), settings.current(), units), names);
    }

    Optional<Due> due(Placed placed, KeyResult keyResult) {
      LocalDate today = now.atZone(days.zoneOf(keyResult)).toLocalDate();
      return days.openSlot(placed, keyResult)
          .map(
              slot ->
                  new Due(
                      placed,
                      keyResult,
                      names.nameOrKey(keyResult.ownerKey()),
                      standpoint.unit(placed.objective().unitId()).map(Unit::name).orElse(""),
                      slot,
                      ChronoUnit.DAYS.between(slot, today),
                      Slots.isOverdue(slot, today),
                      mayCheckIn(placed, keyResult)));
    }

    private boolean mayCheckIn(Placed placed, KeyResult keyResult) {
      String who = standpoint.who().key();
      boolean own = keyResult.ownerKey().equals(who) || placed.objective().ownerKey().equals(who);
      return standpoint.may(Operation.CHECK_IN, placed.objective().unitId(), own);
    }
  }
}
