package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tree of units and who has which role in it. Every use case checks what was written and who
 * writes, is one transaction, and throws a {@link Refusal} when it writes nothing.
 */
@Named
public final class Organisation {
  private final Units units;
  private final Standpoints standpoints;
  private final Access access;
  private final BoardNames boards;
  private final People people;
  private final Clock clock;

  @Inject
  public Organisation(
      Units units,
      Standpoints standpoints,
      Access access,
      BoardNames boards,
      People people,
      Clock clock) {
    this.units = units;
    this.standpoints = standpoints;
    this.access = access;
    this.boards = boards;
    this.people = people;
    this.clock = clock;
  }

  /** All units that a person may see, and what they may do there. */
  public Standpoint standpoint(Person who) {
    return standpoints.of(who);
  }

  /**
   * Creates a unit.
   *
   * @throws Refusal.Forbidden when the person may not create units there; at the top only an
   *     administrator may
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Unit create(Person who, UnitDraft draft) {
    Standpoint standpoint = standpoints.of(who);
    Optional<Unit> parent = draft.parentId().flatMap(standpoint::unit);
    requirePlace(standpoint, draft.parentId(), parent);
    Map<String, Message> problems = problems(who, Optional.empty(), draft, parent, List.of());
    if (draft.level().isEmpty()) {
      problems.putIfAbsent("level", Message.of("bearings.error.required"));
    }
    refuse(problems);
    UnitLevel level = draft.level().orElseThrow();
    return units.add(
        new NewUnit(
            draft.name().strip(),
            level,
            draft.parentId(),
            draft.leadKey(),
            draft.deputyKey(),
            draft.groupName(),
            distinct(draft.projectIds().stream()),
            distinct(draft.boardIds().orElse(List.of()).stream()),
            draft.openness().orElse(Openness.of(level)),
            draft.settings().map(Organisation::accepted).orElse(UnitSettings.DEFAULT)),
        edit(who));
  }

  /**
   * Changes what a unit says of itself. Another place in the tree changes who has rights in it, so
   * that needs the right to create units, here and there.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not manage the unit, or may not move it
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Unit edit(Person who, long unitId, int version, UnitDraft draft) {
    Standpoint standpoint = standpoints.of(who);
    Unit stored = manageable(standpoint, unitId, Operation.MANAGE_UNIT);
    UnitLevel level = draft.level().orElse(stored.level());
    boolean moves = !draft.parentId().equals(stored.parentId()) || level != stored.level();
    Optional<Unit> parent = draft.parentId().flatMap(id -> parent(standpoint, stored, id));
    if (moves) {
      require(standpoint.may(Operation.CREATE_UNIT, unitId));
      requirePlace(standpoint, draft.parentId(), parent);
    }
    refuse(
        problems(
            who,
            Optional.of(stored),
            withLevel(draft, level),
            parent,
            moves ? below(unitId) : List.of()));
    return units
        .change(
            new Unit(
                unitId,
                draft.name().strip(),
                level,
                draft.parentId(),
                draft.leadKey(),
                draft.deputyKey(),
                draft.groupName(),
                distinct(Stream.concat(draft.projectIds().stream(), unseen(who, stored).stream())),
                draft.boardIds().map(ids -> distinct(ids.stream())).orElse(stored.boardIds()),
                draft.openness().orElse(stored.openness()),
                draft.settings().map(Organisation::accepted).orElse(stored.settings()),
                stored.archived(),
                version),
            edit(who))
        .orElseThrow(() -> conflict(stored));
  }

  /** The unit above, also where the person may not see it but it stays where it is. */
  private Optional<Unit> parent(Standpoint standpoint, Unit stored, long parentId) {
    return stored.parentId().filter(id -> id == parentId).isPresent()
        ? units.unit(parentId)
        : standpoint.unit(parentId);
  }

  /**
   * Puts a unit away with all that it holds, which can still be read.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not
   * @throws Refusal.Invalid when units below it are still in use
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Unit archive(Person who, long unitId, int version) {
    Unit stored = manageable(standpoints.of(who), unitId, Operation.CREATE_UNIT);
    List<Unit> inUse = below(unitId).stream().filter(unit -> !unit.archived()).toList();
    if (!inUse.isEmpty()) {
      throw new Refusal.Invalid(Message.of("bearings.error.unit.inUse", UnitRules.names(inUse)));
    }
    return written(who, stored, version, true);
  }

  /**
   * Takes a unit back into use.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not
   * @throws Refusal.Invalid when the unit above is archived
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Unit restore(Person who, long unitId, int version) {
    Unit stored = manageable(standpoints.of(who), unitId, Operation.CREATE_UNIT);
    if (stored.parentId().flatMap(units::unit).filter(Unit::archived).isPresent()) {
      throw new Refusal.Invalid(Message.of("bearings.error.unit.parentArchived"));
    }
    return written(who, stored, version, false);
  }

  private Unit written(Person who, Unit stored, int version, boolean archived) {
    return units
        .change(
            new Unit(
                stored.id(),
                stored.name(),
                stored.level(),
                stored.parentId(),
                stored.leadKey(),
                stored.deputyKey(),
                stored.groupName(),
                stored.projectIds(),
                stored.boardIds(),
                stored.openness(),
                stored.settings(),
                archived,
                version),
            edit(who))
        .orElseThrow(() -> conflict(stored));
  }

  /**
   * The roles that were given in a unit, with the unit as it is stored now.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not manage its roles
   */
  public UnitRoles roles(Person who, long unitId) {
    Unit unit = manageable(standpoints.of(who), unitId, Operation.MANAGE_ROLES);
    return new UnitRoles(unit, units.roles(unitId));
  }

  /**
   * Replaces the roles that were given in a unit. Executives, who read all units, are named by
   * administrators only; champions, who lead the units below too, by whoever may create units
   * there.
   *
   * @param version the version of the unit that the person saw
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not manage its roles
   * @throws Refusal.Invalid naming every role that is wrong
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public UnitRoles assign(Person who, long unitId, int version, List<Assignment> roles) {
    Standpoint standpoint = standpoints.of(who);
    Unit unit = manageable(standpoint, unitId, Operation.MANAGE_ROLES);
    Set<Assignment> stored = new LinkedHashSet<>(units.roles(unitId));
    List<Assignment> wanted = List.copyOf(new LinkedHashSet<>(roles));
    refuse(problems(standpoint, unitId, stored, roles));
    if (!units.assign(unitId, version, wanted, edit(who))) {
      throw conflict(unit);
    }
    return units
        .unit(unitId)
        .map(now -> new UnitRoles(now, wanted))
        .orElseThrow(() -> unknown(unitId));
  }

  private Map<String, Message> problems(
      Standpoint standpoint, long unitId, Set<Assignment> stored, List<Assignment> wanted) {
    Map<String, Message> problems = new LinkedHashMap<>();
    if (wanted.size() > UnitRules.ROLES) {
      problems.put("roles", Message.of("bearings.error.tooMany", UnitRules.ROLES));
      return problems;
    }
    for (int i = 0; i < wanted.size(); i++) {
      Assignment each = wanted.get(i);
      String field = "roles[" + i + "].";
      if (!stored.contains(each)) {
        holderProblem(each.holder()).ifPresent(found -> found.into(problems, field));
        roleProblem(standpoint, unitId, each.role())
            .ifPresent(problem -> problems.put(field + "role", problem));
      }
    }
    stored.stream()
        .filter(each -> !wanted.contains(each))
        .flatMap(each -> roleProblem(standpoint, unitId, each.role()).stream())
        .findFirst()
        .ifPresent(problem -> problems.putIfAbsent("roles", problem));
    return problems;
  }

  /** What is wrong with a field of a role. */
  private record Problem(String field, Message message) {
    private void into(Map<String, Message> problems, String prefix) {
      problems.put(prefix + field, message);
    }
  }

  private Optional<Problem> holderProblem(Assignment.Holder holder) {
    if (holder instanceof Assignment.OnePerson one) {
      return personProblem(one.userKey()).map(problem -> new Problem("person", problem));
    }
    return groupProblem(((Assignment.AllOf) holder).groupName())
        .map(problem -> new Problem("group", problem));
  }

  private Optional<Message> personProblem(String userKey) {
    return people.nameOf(userKey).isPresent()
        ? Optional.empty()
        : Optional.of(Message.of("bearings.error.noSuchPerson", userKey));
  }

  private Optional<Message> groupProblem(String name) {
    return access.groupExists(name)
        ? Optional.empty()
        : Optional.of(Message.of("bearings.error.noSuchGroup", name));
  }

  private static Optional<Message> roleProblem(Standpoint standpoint, long unitId, Role role) {
    if (role == Role.EXECUTIVE && !standpoint.administers()) {
      return Optional.of(Message.of("bearings.error.role.executive"));
    }
    return role == Role.CHAMPION && !standpoint.may(Operation.CREATE_UNIT, unitId)
        ? Optional.of(Message.of("bearings.error.role.champion"))
        : Optional.empty();
  }

  /** What was chosen anew: who was deleted meanwhile keeps nobody from changing the name. */
  private static Optional<String> other(Optional<String> wanted, Optional<String> stored) {
    return wanted.filter(each -> stored.filter(each::equals).isEmpty());
  }

  private Map<String, Message> problems(
      Person who, Optional<Unit> stored, UnitDraft draft, Optional<Unit> parent, List<Unit> below) {
    Map<String, Message> problems = new LinkedHashMap<>(UnitRules.problems(draft));
    other(draft.leadKey(), stored.flatMap(Unit::leadKey))
        .flatMap(this::personProblem)
        .ifPresent(problem -> problems.put("lead", problem));
    other(draft.deputyKey(), stored.flatMap(Unit::deputyKey))
        .flatMap(this::personProblem)
        .ifPresent(problem -> problems.put("deputy", problem));
    other(draft.groupName(), stored.flatMap(Unit::groupName))
        .flatMap(this::groupProblem)
        .ifPresent(problem -> problems.put("group", problem));
    Set<Long> bound = Set.copyOf(draft.projectIds());
    Set<Long> seen = seen(who, bound);
    bound.stream()
        .filter(id -> !seen.contains(id))
        .findFirst()
        .ifPresent(
            id -> problems.putIfAbsent("projects", Message.of("bearings.error.noProject", id)));
    boardProblem(
            who, draft.boardIds().orElse(List.of()), stored.map(Unit::boardIds).orElse(List.of()))
        .ifPresent(problem -> problems.putIfAbsent("boards", problem));
    draft
        .level()
        .ifPresent(
            level -> UnitRules.placeProblems(level, parent, below).forEach(problems::putIfAbsent));
    return problems;
  }

  /** Boards that the unit has already may stay, also those that are gone or hidden. */
  private Optional<Message> boardProblem(Person who, List<Long> wanted, List<Long> stored) {
    List<Long> added = wanted.stream().filter(id -> !stored.contains(id)).toList();
    if (added.isEmpty()) {
      return Optional.empty();
    }
    if (!boards.canTell()) {
      return Optional.of(Message.of("bearings.error.unit.noSoftware"));
    }
    Map<Long, String> seen = boards.names(who, added);
    return added.stream()
        .filter(id -> !seen.containsKey(id))
        .findFirst()
        .map(id -> Message.of("bearings.error.noBoard", String.valueOf(id)));
  }

  private Set<Long> seen(Person who, Set<Long> projectIds) {
    return projectIds.isEmpty() ? Set.of() : access.projects(who, projectIds).keySet();
  }

  /** The bound projects that the person may not browse: they can neither see nor take them away. */
  private List<Long> unseen(Person who, Unit unit) {
    Set<Long> seen = seen(who, Set.copyOf(unit.projectIds()));
    return unit.projectIds().stream().filter(id -> !seen.contains(id)).toList();
  }

  private List<Unit> below(long unitId) {
    return units.all().stream()
        .filter(unit -> unit.parentId().filter(id -> id == unitId).isPresent())
        .toList();
  }

  private static UnitDraft withLevel(UnitDraft draft, UnitLevel level) {
    return new UnitDraft(
        draft.name(),
        Optional.of(level),
        draft.parentId(),
        draft.leadKey(),
        draft.deputyKey(),
        draft.groupName(),
        draft.projectIds(),
        draft.boardIds(),
        draft.openness(),
        draft.settings());
  }

  /** The settings of a draft that has no problem. */
  private static UnitSettings accepted(UnitSettingsDraft draft) {
    return new UnitSettings(
        draft.thresholds().map(pace -> new Thresholds(pace.onTrack(), pace.atRisk())),
        draft.cadence(),
        draft.advanced(),
        draft.capacity());
  }

  private static List<Long> distinct(Stream<Long> ids) {
    return List.copyOf(new LinkedHashSet<>(ids.toList()));
  }

  /** Whether the person may put a unit at a place: below a unit that they see, or at the top. */
  private static void requirePlace(
      Standpoint standpoint, Optional<Long> parentId, Optional<Unit> parent) {
    if (parentId.isEmpty()) {
      require(standpoint.administers());
      return;
    }
    long id = parentId.get();
    if (parent.isEmpty()) {
      throw new Refusal.Invalid(
          Map.of("parentId", Message.of("bearings.error.notFound", String.valueOf(id))));
    }
    require(standpoint.may(Operation.CREATE_UNIT, id));
  }

  private static Unit manageable(Standpoint standpoint, long unitId, Operation operation) {
    Unit unit = standpoint.unit(unitId).orElseThrow(() -> unknown(unitId));
    require(standpoint.may(operation, unitId));
    return unit;
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new Refusal.Forbidden();
    }
  }

  private static void refuse(Map<String, Message> problems) {
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
  }

  private static Refusal.NotFound unknown(long unitId) {
    return new Refusal.NotFound(String.valueOf(unitId));
  }

  private Refusal conflict(Unit stored) {
    String editor = units.lastEditor(stored.id()).map(people::nameOrKey).orElse("");
    return units
        .unit(stored.id())
        .<Refusal>map(now -> new Refusal.Conflict(now.name(), now.version(), editor))
        .orElseGet(() -> unknown(stored.id()));
  }

  private Objectives.Edit edit(Person who) {
    return new Objectives.Edit(who, clock.instant());
  }
}
