package io.bearings.okr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units, roles and cycles in memory, with the standpoints that follow from them. */
public final class OrganisationInMemory implements Units, Cycles, Standpoints {
  private final Map<Long, Unit> units = new LinkedHashMap<>();
  private final Map<Long, List<Assignment>> roles = new HashMap<>();
  private final Map<Long, Cycle> cycles = new LinkedHashMap<>();
  private final Map<Long, List<CycleChange>> changes = new HashMap<>();
  private final Map<Long, String> editors = new HashMap<>();
  private final Access access;
  private long lastId;

  /**
   * @param access what Jira says about people
   */
  public OrganisationInMemory(Access access) {
    this.access = access;
  }

  /** Adds a unit that is seen by its members only. */
  public Unit unit(String name, UnitLevel level, Optional<Long> parentId) {
    return unit(name, level, parentId, List.of());
  }

  /** Adds a unit that is bound to Jira projects. */
  public Unit unit(String name, UnitLevel level, Optional<Long> parentId, List<Long> projectIds) {
    return put(
        new Unit(
            ++lastId,
            name,
            level,
            parentId,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            projectIds,
            List.of(),
            Openness.MEMBERS,
            UnitSettings.DEFAULT,
            false,
            1));
  }

  /** Gives a person a role. */
  public void grant(Unit unit, Role role, Person person) {
    roles
        .computeIfAbsent(unit.id(), id -> new ArrayList<>())
        .add(new Assignment(role, new Assignment.OnePerson(person.key())));
  }

  private Unit put(Unit unit) {
    units.put(unit.id(), unit);
    return unit;
  }

  @Override
  public Standpoint of(Person who) {
    List<Reach.Grant> grants = new ArrayList<>();
    roles.forEach(
        (unitId, given) ->
            given.stream()
                .filter(each -> each.holder().equals(new Assignment.OnePerson(who.key())))
                .forEach(each -> grants.add(new Reach.Grant(unitId, each.role()))));
    return new Standpoint(
        who,
        units.values(),
        new Reach(
            access.administers(who),
            Set.of(),
            Set.of(),
            Set.copyOf(access.editableProjects(who).keySet()),
            grants));
  }

  @Override
  public List<Unit> all() {
    return List.copyOf(units.values());
  }

  @Override
  public Optional<Unit> unit(long id) {
    return Optional.ofNullable(units.get(id));
  }

  @Override
  public Unit add(NewUnit unit, Objectives.Edit by) {
    editors.put(lastId + 1, by.who().key());
    return put(
        new Unit(
            ++lastId,
            unit.name(),
            unit.level(),
            unit.parentId(),
            unit.leadKey(),
            unit.deputyKey(),
            unit.groupName(),
            unit.projectIds(),
            unit.boardIds(),
            unit.openness(),
            unit.settings(),
            false,
            1));
  }

  @Override
  public Optional<Unit> change(Unit changed, Objectives.Edit by) {
    if (units.get(changed.id()).version() != changed.version()) {
      return Optional.empty();
    }
    editors.put(changed.id(), by.who().key());
    return Optional.of(put(next(changed)));
  }

  private static Unit next(Unit unit) {
    return new Unit(
        unit.id(),
        unit.name(),
        unit.level(),
        unit.parentId(),
        unit.leadKey(),
        unit.deputyKey(),
        unit.groupName(),
        unit.projectIds(),
        unit.boardIds(),
        unit.openness(),
        unit.settings(),
        unit.archived(),
        unit.version() + 1);
  }

  @Override
  public List<Assignment> rolesIn(Collection<Long> unitIds) {
    return unitIds.stream().flatMap(id -> roles(id).stream()).toList();
  }

  @Override
  public List<Assignment> roles(long unitId) {
    return List.copyOf(roles.getOrDefault(unitId, List.of()));
  }

  @Override
  public boolean assign(long unitId, int version, List<Assignment> given, Objectives.Edit by) {
    if (units.get(unitId).version() != version) {
      return false;
    }
    roles.put(unitId, new ArrayList<>(given));
    editors.put(unitId, by.who().key());
    put(next(units.get(unitId)));
    return true;
  }

  @Override
  public Map<Long, List<Assignment>> allRoles() {
    Map<Long, List<Assignment>> all = new LinkedHashMap<>(roles);
    all.values().removeIf(List::isEmpty);
    return all;
  }

  @Override
  public Optional<Long> write(List<UnitWrite> writes, Objectives.Edit by) {
    Optional<Long> changed =
        writes.stream()
            .flatMap(each -> each.stored().stream())
            .map(UnitRoles::unit)
            .filter(unit -> units.get(unit.id()).version() != unit.version())
            .map(Unit::id)
            .findFirst();
    if (changed.isEmpty()) {
      List<Long> ids = new ArrayList<>();
      writes.forEach(each -> ids.add(written(each, ids, by)));
    }
    return changed;
  }

  private long written(UnitWrite write, List<Long> ids, Objectives.Edit by) {
    Optional<Long> parent = write.above().map(ids::get).or(write.unit()::parentId);
    long id = write.stored().map(each -> each.unit().id()).orElseGet(() -> ++lastId);
    put(write.as(id, parent, write.stored().map(each -> each.unit().version() + 1).orElse(1)));
    roles.put(id, new ArrayList<>(write.roles()));
    editors.put(id, by.who().key());
    return id;
  }

  @Override
  public Optional<String> lastEditor(long id) {
    return Optional.ofNullable(editors.get(id));
  }

  @Override
  public Optional<Cycle> cycle(long id) {
    return Optional.ofNullable(cycles.get(id));
  }

  @Override
  public List<Cycle> serving(Collection<Long> unitIds) {
    return cycles.values().stream()
        .filter(cycle -> unitIds.contains(cycle.unitId()))
        .sorted(Comparator.comparing(Cycle::first).reversed())
        .toList();
  }

  @Override
  public List<Cycle> partsOf(long cycleId) {
    return cycles.values().stream()
        .filter(cycle -> cycle.parentId().filter(id -> id == cycleId).isPresent())
        .toList();
  }

  @Override
  public Optional<Cycle> add(NewCycle cycle, Objectives.Edit by) {
    Cycle added =
        new Cycle(
            ++lastId,
            cycle.unitId(),
            cycle.name(),
            cycle.first(),
            cycle.last(),
            CycleState.PLANNING,
            cycle.kind(),
            cycle.length(),
            cycle.parentId(),
            cycle.binding(),
            1);
    if (CycleRules.overlapping(added, cycles.values()).isPresent()) {
      return Optional.empty();
    }
    cycles.put(added.id(), added);
    editors.put(added.id(), by.who().key());
    return Optional.of(added);
  }

  @Override
  public Saved change(Cycle before, Cycle changed, Objectives.Edit by) {
    if (cycles.get(changed.id()).version() != changed.version()) {
      return new Saved.OtherVersion();
    }
    if (CycleRules.overlapping(changed, cycles.values()).isPresent()) {
      return new Saved.Overlapping();
    }
    return new Saved.Written(put(changed, changed.state(), by));
  }

  @Override
  public Optional<Cycle> step(Cycle cycle, CycleState to, Objectives.Edit by) {
    if (cycles.get(cycle.id()).version() != cycle.version()) {
      return Optional.empty();
    }
    changes
        .computeIfAbsent(cycle.id(), id -> new ArrayList<>())
        .add(
            new CycleChange(
                CycleChange.Field.STATE,
                cycle.state().name(),
                to.name(),
                by.who().key(),
                by.when()));
    return Optional.of(put(cycle, to, by));
  }

  private Cycle put(Cycle cycle, CycleState state, Objectives.Edit by) {
    Cycle next =
        new Cycle(
            cycle.id(),
            cycle.unitId(),
            cycle.name(),
            cycle.first(),
            cycle.last(),
            state,
            cycle.kind(),
            cycle.length(),
            cycle.parentId(),
            cycle.binding(),
            cycle.version() + 1);
    cycles.put(next.id(), next);
    editors.put(next.id(), by.who().key());
    return next;
  }

  @Override
  public List<CycleChange> changes(long cycleId) {
    return List.copyOf(changes.getOrDefault(cycleId, List.of()));
  }
}
