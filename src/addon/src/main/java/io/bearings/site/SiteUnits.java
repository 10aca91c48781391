package io.bearings.site;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Access;
import io.bearings.okr.Assignment;
import io.bearings.okr.BoardNames;
import io.bearings.okr.Objectives;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitRoles;
import io.bearings.okr.Units;
import io.bearings.okr.UserNames;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The units of the site as a file names them: all that is decided for each, compared with a file,
 * and changed at once. Everybody but administrators is refused. A file makes units and changes
 * them; it never takes one away.
 */
@Named
public final class SiteUnits {
  private final Units units;
  private final Access access;
  private final BoardNames boards;
  private final UserNames users;
  private final People people;
  private final SettingChanges changes;
  private final Clock clock;

  @Inject
  public SiteUnits(
      Units units,
      Access access,
      BoardNames boards,
      UserNames users,
      People people,
      SettingChanges changes,
      Clock clock) {
    this.units = units;
    this.access = access;
    this.boards = boards;
    this.users = users;
    this.people = people;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * All units, archived ones too, each behind the one above it, in an order that follows from what
   * they are called.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public List<UnitEntry> entries(Person who) {
    requireAdministrator(who);
    return structure().entries(names(who));
  }

  /**
   * What a file would do; nothing is written.
   *
   * @param wanted what the file says of units
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public UnitsPlan plan(Person who, List<UnitEntry> wanted) {
    requireAdministrator(who);
    return wanted.isEmpty()
        ? UnitsPlan.NONE
        : new UnitsComparison(structure(), names(who), wanted).plan();
  }

  /**
   * Refuses what others came before with.
   *
   * @param seen the version that the person saw
   * @throws Refusal.Conflict when somebody else changed a unit since that the plan changes
   */
  void requireNewest(UnitsPlan plan, long seen) {
    Map<Long, String> planned =
        plan.writes().stream()
            .flatMap(each -> each.stored().stream())
            .map(UnitRoles::unit)
            .collect(toMap(Unit::id, Unit::name));
    List<SettingChanges.Entry> since =
        planned.isEmpty()
            ? List.of()
            : changes.ofUnitsSince(seen).stream()
                .filter(each -> each.change().unitId().filter(planned::containsKey).isPresent())
                .toList();
    if (!since.isEmpty()) {
      SettingChanges.Entry last = since.get(since.size() - 1);
      Set<String> names =
          since.stream()
              .map(each -> planned.get(each.change().unitId().orElseThrow()))
              .collect(toCollection(LinkedHashSet::new));
      throw new Refusal.Conflict(
          String.join(", ", names), (int) last.id(), people.nameOrKey(last.changedBy()), names);
    }
  }

  /**
   * Writes what a plan without a problem wants, in one transaction.
   *
   * @throws Refusal.Conflict when somebody else changed one of its units since it was made
   * @throws Refusal.Unavailable while the database cannot be used; all is as before then
   */
  void write(Person who, UnitsPlan plan) {
    if (plan.writes().isEmpty()) {
      return;
    }
    units
        .write(plan.writes(), new Objectives.Edit(who, clock.instant()))
        .ifPresent(
            id -> {
              throw conflict(plan, id);
            });
  }

  private Refusal conflict(UnitsPlan plan, long unitId) {
    Unit was =
        plan.writes().stream()
            .flatMap(each -> each.stored().stream())
            .map(UnitRoles::unit)
            .filter(unit -> unit.id() == unitId)
            .findFirst()
            .orElseThrow();
    return new Refusal.Conflict(
        was.name(),
        units.unit(unitId).map(Unit::version).orElse(was.version()),
        units.lastEditor(unitId).map(people::nameOrKey).orElse(""));
  }

  private Structure structure() {
    Map<Long, List<Assignment>> roles = units.allRoles();
    return new Structure(
        units.all().stream()
            .map(unit -> new UnitRoles(unit, roles.getOrDefault(unit.id(), List.of())))
            .toList());
  }

  private UnitNames names(Person who) {
    return new UnitNames(who, access, boards, users);
  }

  private void requireAdministrator(Person who) {
    if (!access.administers(who)) {
      throw new Refusal.Forbidden();
    }
  }
}
