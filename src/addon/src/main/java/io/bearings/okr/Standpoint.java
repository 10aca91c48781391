package io.bearings.okr;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one person may see and do in which unit. Made once for a request from all units and from
 * what is known about the person; it asks nobody any more. A unit that the person may not see is to
 * be answered like one that does not exist.
 */
public final class Standpoint {
  private static final long TOP = 0;
  private static final Set<Role> MEMBERS = EnumSet.of(Role.CONTRIBUTOR, Role.LEAD, Role.CHAMPION);
  private static final Set<Role> LEADS = EnumSet.of(Role.LEAD, Role.CHAMPION);

  private final Person who;
  private final boolean administers;
  private final Map<Long, Unit> all;
  private final Map<Long, List<Unit>> below;
  private final Map<Long, Set<Role>> roles = new HashMap<>();

  /**
   * @param units all units there are
   */
  public Standpoint(Person who, Collection<Unit> units, Reach reach) {
    this.who = who;
    this.administers = reach.administers();
    this.all = units.stream().collect(toMap(Unit::id, unit -> unit));
    this.below =
        units.stream()
            .sorted(
                Comparator.comparing(Unit::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Unit::id))
            .collect(groupingBy(this::above));
    units.forEach(unit -> roles.put(unit.id(), rolesIn(unit, reach)));
    reach.grants().forEach(this::grant);
  }

  /** The unit above, or the top where it is not to be found. */
  private long above(Unit unit) {
    return unit.parentId().filter(all::containsKey).orElse(TOP);
  }

  /** The roles that the unit itself gives to the person. */
  private Set<Role> rolesIn(Unit unit, Reach reach) {
    Set<Role> found = EnumSet.noneOf(Role.class);
    if (unit.openness() == Openness.EVERYONE
        || unit.projectIds().stream().anyMatch(reach.browsable()::contains)) {
      found.add(Role.VIEWER);
    }
    if (unit.groupName().filter(reach.groups()::contains).isPresent()
        || unit.projectIds().stream().anyMatch(reach.editable()::contains)) {
      found.add(Role.CONTRIBUTOR);
    }
    if (isWho(unit.leadKey()) || isWho(unit.deputyKey())) {
      found.add(Role.LEAD);
    }
    return found;
  }

  private boolean isWho(Optional<String> userKey) {
    return userKey.filter(who.key()::equals).isPresent();
  }

  private void grant(Reach.Grant grant) {
    switch (grant.role()) {
      case EXECUTIVE -> roles.values().forEach(each -> each.add(Role.EXECUTIVE));
      case CHAMPION -> branch(grant.unitId()).forEach(id -> roles.get(id).add(Role.CHAMPION));
      default ->
          Optional.ofNullable(roles.get(grant.unitId())).ifPresent(each -> each.add(grant.role()));
    }
  }

  /** Whose standpoint this is. */
  public Person who() {
    return who;
  }

  /** Whether the person administers this Jira. */
  public boolean administers() {
    return administers;
  }

  /**
   * The units that the person may see, archived ones too: each before the units below it, and those
   * beside each other by their names.
   */
  public List<Unit> units() {
    return inTreeOrder(TOP).stream().filter(unit -> maySee(unit.id())).toList();
  }

  /** The units in use that name a board, whether the person may see them or not. */
  public List<Unit> naming(long boardId) {
    return inTreeOrder(TOP).stream()
        .filter(unit -> !unit.archived() && unit.boardIds().contains(boardId))
        .toList();
  }

  /** A unit that the person may see; absent also when there is none. */
  public Optional<Unit> unit(long id) {
    return Optional.ofNullable(all.get(id)).filter(unit -> maySee(id));
  }

  /** Whether the person may see a unit. */
  public boolean maySee(long unitId) {
    return may(Operation.SEE, unitId);
  }

  /** Whether the person may do something in a unit that they have no item of their own in. */
  public boolean may(Operation operation, long unitId) {
    return may(operation, unitId, false);
  }

  /**
   * Whether the person may do something with an item of a unit. Whether they may read that item at
   * all is another question: {@link #maySeeContent}.
   *
   * @param ownsItem whether the person is the owner of the item
   */
  public boolean may(Operation operation, long unitId, boolean ownsItem) {
    Unit unit = all.get(unitId);
    if (unit == null || unit.archived() && !operation.inArchived()) {
      return false;
    }
    return administers
        || has(operation.roles(), unitId)
        || ownsItem && operation.ofOwner() && has(Operation.SEE.roles(), unitId);
  }

  /**
   * Whether the person contributes to a unit or leads it, be it through a Jira project or group.
   */
  public boolean isMember(long unitId) {
    return has(MEMBERS, unitId);
  }

  /**
   * Whether the person may read an objective: its title, its why and its key results. A private one
   * is not even an administrator's or an executive's to read.
   *
   * @param ownerKey the user key of its owner
   * @param follows whether the person follows it
   */
  public boolean maySeeContent(
      long unitId, Visibility visibility, String ownerKey, boolean follows) {
    if (!maySee(unitId)) {
      return false;
    }
    boolean own = ownerKey.equals(who.key());
    return switch (visibility) {
      case UNIT_VIEWERS -> true;
      case UNIT_MEMBERS ->
          own || administers || isMember(unitId) || has(EnumSet.of(Role.EXECUTIVE), unitId);
      case PRIVATE -> own || follows || has(LEADS, unitId);
    };
  }

  /** Whether the person may read an objective and its key results. */
  public boolean mayRead(Placed placed) {
    return mayRead(placed.objective(), placed.followed());
  }

  /**
   * Whether the person may read an objective and its key results.
   *
   * @param follows whether the person follows it
   */
  public boolean mayRead(Objective objective, boolean follows) {
    return maySeeContent(objective.unitId(), objective.visibility(), objective.ownerKey(), follows);
  }

  /** The ids of a unit and of all units below it, whether the person may see them or not. */
  public List<Long> branch(long unitId) {
    Unit unit = all.get(unitId);
    if (unit == null) {
      return List.of();
    }
    List<Long> ids = new ArrayList<>(List.of(unitId));
    inTreeOrder(unitId).forEach(each -> ids.add(each.id()));
    return ids;
  }

  /** The ids of a unit and of all units below it that the person may see. */
  public List<Long> visibleBranch(long unitId) {
    return branch(unitId).stream().filter(this::maySee).toList();
  }

  /**
   * The ids of the Jira projects of a unit and of all units below it that are in use, whether the
   * person may see them or not.
   */
  public Set<Long> projectsOfBranch(long unitId) {
    Set<Long> ids = new LinkedHashSet<>();
    branchInUse(unitId).forEach(unit -> ids.addAll(unit.projectIds()));
    return ids;
  }

  /**
   * Where the sprints of a unit and of all units below it that are in use are, whether the person
   * may see them or not.
   */
  public TeamBoards boardsOfBranch(long unitId) {
    Set<Long> boardIds = new HashSet<>();
    Set<Long> projectIds = new HashSet<>();
    for (Unit unit : branchInUse(unitId)) {
      boardIds.addAll(unit.boardIds());
      if (unit.boardIds().isEmpty()) {
        projectIds.addAll(unit.projectIds());
      }
    }
    return new TeamBoards(boardIds, projectIds);
  }

  /** A unit, whether it is in use or not, with those below it that are. */
  private List<Unit> branchInUse(long unitId) {
    return branch(unitId).stream()
        .map(all::get)
        .filter(unit -> unit.id() == unitId || !unit.archived())
        .toList();
  }

  /** The ids of a unit and of the units above it, the nearest first. */
  public List<Long> path(long unitId) {
    List<Long> ids = new ArrayList<>();
    Optional<Unit> next = Optional.ofNullable(all.get(unitId));
    while (next.isPresent() && !ids.contains(next.get().id())) {
      ids.add(next.get().id());
      next = next.get().parentId().map(all::get);
    }
    return ids;
  }

  /** All units below one, each before those below it. */
  private List<Unit> inTreeOrder(long aboveId) {
    List<Unit> ordered = new ArrayList<>();
    collect(aboveId, ordered, new HashSet<>(Set.of(aboveId)));
    return ordered;
  }

  /**
   * @param seen guards against units that stand below themselves
   */
  private void collect(long aboveId, List<Unit> ordered, Set<Long> seen) {
    for (Unit unit : below.getOrDefault(aboveId, List.of())) {
      if (seen.add(unit.id())) {
        ordered.add(unit);
        collect(unit.id(), ordered, seen);
      }
    }
  }

  private boolean has(Set<Role> wanted, long unitId) {
    return roles.getOrDefault(unitId, Set.of()).stream().anyMatch(wanted::contains);
  }
}
