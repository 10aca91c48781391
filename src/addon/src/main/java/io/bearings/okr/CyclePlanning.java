package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cycles of units and how far they are. Every use case checks what was written and who writes,
 * is one transaction, and throws a {@link Refusal} when it writes nothing.
 */
@Named
public final class CyclePlanning {
  /** The longest name, in UTF-16 units. */
  public static final int NAME_LENGTH = 255;

  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final Cycles cycles;
  private final Planning planning;
  private final Standpoints standpoints;
  private final Access access;
  private final People people;
  private final Clock clock;

  @Inject
  public CyclePlanning(
      Cycles cycles,
      Planning planning,
      Standpoints standpoints,
      Access access,
      People people,
      Clock clock) {
    this.cycles = cycles;
    this.planning = planning;
    this.standpoints = standpoints;
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The cycles that serve a unit, its own and those of the units above, the latest first.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public ServingCycles serving(Person who, long unitId) {
    Standpoint standpoint = standpoints.of(who);
    requireSight(standpoint, unitId);
    return new ServingCycles(standpoint, cycles.serving(standpoint.path(unitId)));
  }

  /**
   * One cycle.
   *
   * @throws Refusal.NotFound when it serves no unit that the person may see, or there is none
   */
  public ServingCycles one(Person who, long cycleId) {
    Standpoint standpoint = standpoints.of(who);
    return new ServingCycles(standpoint, List.of(visible(standpoint, cycleId)));
  }

  /**
   * The changes of a cycle's state and days, oldest first.
   *
   * @throws Refusal.NotFound when it serves no unit that the person may see, or there is none
   */
  public List<CycleChange> changes(Person who, long cycleId) {
    return cycles.changes(visible(standpoints.of(who), cycleId).id());
  }

  /**
   * Creates a cycle of a unit, in planning.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not manage its cycles
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Cycle create(Person who, long unitId, CycleDraft draft) {
    Standpoint standpoint = standpoints.of(who);
    requireSight(standpoint, unitId);
    require(standpoint.may(Operation.MANAGE_CYCLES, unitId));
    CycleKind kind = draft.kind().orElse(CycleKind.CALENDAR);
    CycleLength length = draft.length().orElse(CycleLength.CUSTOM);
    Checked checked = new Checked(who, standpoint, unitId, 0, kind, length, draft);
    refuse(problems(checked));
    NewCycle cycle =
        new NewCycle(
            unitId,
            draft.name().strip(),
            draft.first().orElseThrow(),
            draft.last().orElseThrow(),
            kind,
            length,
            draft.parentId(),
            draft.binding());
    return cycles.add(cycle, edit(who)).orElseThrow(CyclePlanning::overlap);
  }

  /**
   * Changes all but the unit, the kind and the state of a cycle.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when it serves no unit that the person may see, or there is none
   * @throws Refusal.Forbidden when the person may not manage the cycles of its unit
   * @throws Refusal.Invalid naming all fields that are wrong, or when it is closed
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Cycle edit(Person who, long cycleId, int version, CycleDraft draft) {
    Standpoint standpoint = standpoints.of(who);
    Cycle stored = manageable(standpoint, cycleId);
    if (stored.state() == CycleState.CLOSED) {
      throw new Refusal.Invalid(Message.of("bearings.error.cycleClosed"));
    }
    CycleLength length = draft.length().orElse(stored.length());
    Checked checked =
        new Checked(who, standpoint, stored.unitId(), cycleId, stored.kind(), length, draft);
    Map<String, Message> problems = problems(checked);
    if (draft.kind().filter(kind -> kind != stored.kind()).isPresent()) {
      problems.put("kind", Message.of("bearings.error.cycle.kind"));
    }
    refuse(problems);
    Cycle changed =
        new Cycle(
            cycleId,
            stored.unitId(),
            draft.name().strip(),
            draft.first().orElseThrow(),
            draft.last().orElseThrow(),
            stored.state(),
            stored.kind(),
            length,
            draft.parentId(),
            draft.binding(),
            version);
    return written(cycles.change(stored, changed, edit(who)), stored);
  }

  /**
   * Brings a cycle into another state: one step forward or, for administrators, a closed one back
   * into review. Each step is recorded. Closing freezes the scores: the active objectives of the
   * cycle are closed with it, and stay so when it is reopened, until somebody reopens them.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when it serves no unit that the person may see, or there is none
   * @throws Refusal.Forbidden when the person may not manage the cycles of its unit, or wants to
   *     reopen it and is no administrator
   * @throws Refusal.Invalid when there is no such step
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Cycle step(Writer writer, long cycleId, int version, CycleState to) {
    Standpoint standpoint = standpoints.of(writer.who());
    Cycle stored = manageable(standpoint, cycleId);
    boolean reopens = stored.state() == CycleState.CLOSED;
    boolean mayReopen = standpoint.may(Operation.REOPEN_CYCLE, stored.unitId());
    require(!reopens || mayReopen);
    if (version != stored.version()) {
      throw conflict(stored);
    }
    if (!stored.state().mayBecome(to, mayReopen)) {
      throw new Refusal.Invalid(Map.of("state", Message.of("bearings.error.cycle.step")));
    }
    if (to == CycleState.CLOSED) {
      planning.closeAll(writer, standpoint, cycleId);
    }
    return cycles.step(stored, to, edit(writer.who())).orElseThrow(() -> conflict(stored));
  }

  /** What is to be written, by whom and where. */
  private record Checked(
      Person who,
      Standpoint standpoint,
      long unitId,
      long cycleId,
      CycleKind kind,
      CycleLength length,
      CycleDraft draft) {

    private Cycle cycle(LocalDate first, LocalDate last) {
      return new Cycle(
          cycleId,
          unitId,
          draft.name(),
          first,
          last,
          CycleState.PLANNING,
          kind,
          length,
          draft.parentId(),
          draft.binding(),
          1);
    }
  }

  private Map<String, Message> problems(Checked checked) {
    CycleDraft draft = checked.draft();
    Map<String, Message> problems = new LinkedHashMap<>();
    nameProblem(draft.name()).ifPresent(problem -> problems.put("name", problem));
    dayProblem(draft.first()).ifPresent(problem -> problems.put("first", problem));
    dayProblem(draft.last()).ifPresent(problem -> problems.put("last", problem));
    Optional<Cycle> parent = draft.parentId().flatMap(cycles::cycle);
    if (draft.parentId().isPresent() && !mayBeParent(checked, parent)) {
      problems.put("parentId", Message.of("bearings.error.cycle.parent"));
    }
    bindingProblems(checked).forEach(problems::put);
    if (problems.isEmpty()) {
      Cycle cycle = checked.cycle(draft.first().orElseThrow(), draft.last().orElseThrow());
      problems.putAll(
          CycleRules.problems(cycle, cycles.serving(List.of(checked.unitId())), parent));
      partsProblem(cycle).ifPresent(problem -> problems.putIfAbsent("first", problem));
    }
    return problems;
  }

  private static Optional<Message> nameProblem(String name) {
    return name.isBlank()
        ? Optional.of(Message.of("bearings.error.required"))
        : Texts.lineProblem(name, NAME_LENGTH);
  }

  private static Optional<Message> dayProblem(Optional<LocalDate> day) {
    if (day.isEmpty()) {
      return Optional.of(Message.of("bearings.error.required"));
    }
    return day.filter(given -> given.isBefore(EARLIEST) || given.isAfter(LATEST))
        .map(given -> Message.of("bearings.error.range", EARLIEST, LATEST));
  }

  /** Whether a cycle serves the unit, and is neither the cycle itself nor a part of it. */
  private boolean mayBeParent(Checked checked, Optional<Cycle> parent) {
    if (parent
        .filter(above -> checked.standpoint().path(checked.unitId()).contains(above.unitId()))
        .isEmpty()) {
      return false;
    }
    Set<Long> seen = new HashSet<>();
    Optional<Cycle> next = parent;
    while (next.isPresent() && seen.add(next.get().id())) {
      if (next.get().id() == checked.cycleId()) {
        return false;
      }
      next = next.get().parentId().flatMap(cycles::cycle);
    }
    return true;
  }

  private Map<String, Message> bindingProblems(Checked checked) {
    Map<String, Message> problems = new LinkedHashMap<>();
    Optional<CycleBinding> binding = checked.draft().binding();
    if (checked.kind() == CycleKind.CALENDAR) {
      binding.ifPresent(
          given -> problems.put("project", Message.of("bearings.error.cycle.noBinding")));
      return problems;
    }
    if (binding.isEmpty()) {
      problems.put("project", Message.of("bearings.error.required"));
      return problems;
    }
    CycleBinding given = binding.get();
    Optional<ProjectRef> project = access.project(checked.who(), given.projectId());
    if (project.isEmpty()) {
      problems.put("project", Message.of("bearings.error.noProject", given.projectId()));
      return problems;
    }
    if (given.epicKey().isPresent() && given.fixVersion().isPresent()) {
      problems.put("fixVersion", Message.of("bearings.error.cycle.oneBinding"));
    }
    given
        .epicKey()
        .filter(key -> !isOf(project.get(), key))
        .ifPresent(
            key ->
                problems.put(
                    "epicKey", Message.of("bearings.error.cycle.epic", project.get().key())));
    given
        .fixVersion()
        .flatMap(CyclePlanning::nameProblem)
        .ifPresent(problem -> problems.put("fixVersion", problem));
    return problems;
  }

  private static boolean isOf(ProjectRef project, String issueKey) {
    String start = project.key() + "-";
    return issueKey.startsWith(start)
        && NUMBER.matcher(issueKey.substring(start.length())).matches();
  }

  /** The first cycle that is a part of this one and would no longer lie inside it. */
  private Optional<Message> partsProblem(Cycle cycle) {
    return cycles.partsOf(cycle.id()).stream()
        .filter(part -> !CycleRules.problems(part, List.of(), Optional.of(cycle)).isEmpty())
        .findFirst()
        .map(part -> Message.of("bearings.error.cycle.part", part.name()));
  }

  private Cycle written(Cycles.Saved saved, Cycle stored) {
    if (saved instanceof Cycles.Saved.Written written) {
      return written.cycle();
    }
    throw saved instanceof Cycles.Saved.Overlapping ? overlap() : conflict(stored);
  }

  private Cycle visible(Standpoint standpoint, long cycleId) {
    return cycles
        .cycle(cycleId)
        .filter(cycle -> standpoint.branch(cycle.unitId()).stream().anyMatch(standpoint::maySee))
        .orElseThrow(() -> unknown(cycleId));
  }

  private Cycle manageable(Standpoint standpoint, long cycleId) {
    Cycle cycle = visible(standpoint, cycleId);
    require(standpoint.may(Operation.MANAGE_CYCLES, cycle.unitId()));
    return cycle;
  }

  private static void requireSight(Standpoint standpoint, long unitId) {
    if (!standpoint.maySee(unitId)) {
      throw unknown(unitId);
    }
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

  private static Refusal overlap() {
    return new Refusal.Invalid(Map.of("first", Message.of("bearings.error.cycle.overlap")));
  }

  private static Refusal.NotFound unknown(long id) {
    return new Refusal.NotFound(String.valueOf(id));
  }

  private Refusal conflict(Cycle stored) {
    String editor = cycles.lastEditor(stored.id()).map(people::nameOrKey).orElse("");
    return cycles
        .cycle(stored.id())
        .<Refusal>map(now -> new Refusal.Conflict(now.name(), now.version(), editor))
        .orElseGet(() -> unknown(stored.id()));
  }

  private Objectives.Edit edit(Person who) {
    return new Objectives.Edit(who, clock.instant());
  }
}
