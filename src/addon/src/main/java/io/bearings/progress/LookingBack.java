package io.bearings.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.bearings.flow.Period;
import io.bearings.okr.Change;
import io.bearings.okr.CheckIn;
import io.bearings.okr.Cycle;
import io.bearings.okr.Cycles;
import io.bearings.okr.Message;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.RememberedPeople;
import io.bearings.okr.Slots;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks back at a cycle of a unit. What was entered about its days counts, whenever it was entered,
 * and what was published, given up or put away is so as it is today. Costs eleven statements, one
 * more where key results read KPIs, two where they read metrics, two for each level that they are
 * aligned to, and one search, however many rows there are.
 */
@Named
public final class LookingBack {
  /** Scope is compared with that of the day when this much of the cycle had passed, in percent. */
  private static final int SETTLED = 25;

  private final Standpoints standpoints;
  private final Cycles cycles;
  private final Objectives objectives;
  private final Gathering gathering;
  private final Hindsight hindsight;
  private final Figuring figuring;
  private final FinishedWork finishedWork;
  private final People people;
  private final Clock clock;

  @Inject
  public LookingBack(
      Standpoints standpoints,
      Cycles cycles,
      Objectives objectives,
      Gathering gathering,
      Hindsight hindsight,
      Figuring figuring,
      FinishedWork finishedWork,
      People people,
      Clock clock) {
    this.standpoints = standpoints;
    this.cycles = cycles;
    this.objectives = objectives;
    this.gathering = gathering;
    this.hindsight = hindsight;
    this.figuring = figuring;
    this.finishedWork = finishedWork;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The objectives of a unit as a cycle left them, or as they are now while it runs.
   *
   * @throws Refusal.NotFound when the person may not see the unit, there is none, or the cycle does
   *     not serve it
   * @throws Refusal.Invalid when the cycle has not begun
   */
  public CycleEnd at(Person who, long unitId, long cycleId) {
    Standpoint standpoint = standpoints.of(who);
    Unit unit =
        standpoint.unit(unitId).orElseThrow(() -> new Refusal.NotFound(String.valueOf(unitId)));
    List<Cycle> serving = cycles.serving(standpoint.path(unitId));
    Cycle cycle =
        new UnitCycles(serving, Optional.empty())
            .with(cycleId)
            .orElseThrow(() -> new Refusal.NotFound(String.valueOf(cycleId)));
    LocalDate today = LocalDate.now(clock);
    if (cycle.first().isAfter(today)) {
      throw new Refusal.Invalid(Message.of("bearings.retro.error.notBegun", cycle.name()));
    }
    List<Placed> all =
        objectives.find(Objectives.Wanted.ofUnits(List.of(unitId), Optional.empty()), who);
    LocalDate end = cycle.last().isBefore(today) ? cycle.last() : today;
    return new Look(standpoint, unit, cycle, end, all).of(serving);
  }

  /** One look at one cycle. */
  private final class Look {
    private final Standpoint standpoint;
    private final Unit unit;
    private final Cycle cycle;
    private final LocalDate end;
    private final List<Placed> all;
    private final List<Placed> published;
    private final ZoneId zone = clock.getZone();
    private final Settings settings = figuring.settings();
    private final WorkingDays workingDays = settings.rules().workingDays();
    private final AsOf asOf;
    private final Instant at;

    Look(Standpoint standpoint, Unit unit, Cycle cycle, LocalDate end, List<Placed> all) {
      this.standpoint = standpoint;
      this.unit = unit;
      this.cycle = cycle;
      this.end = end;
      this.all = all;
      this.published =
          all.stream()
              .filter(this::isInCycle)
              .filter(each -> each.objective().state() != ObjectiveState.DRAFT)
              .toList();
      this.asOf = new AsOf(end, Knowledge.BY_EFFECTIVE_DATE);
      this.at = hindsight.at(asOf);
    }

    private boolean isInCycle(Placed placed) {
      return placed.objective().cycleId().filter(id -> id == cycle.id()).isPresent();
    }

    CycleEnd of(List<Cycle> serving) {
      List<Placed> readable = published.stream().filter(standpoint::mayRead).toList();
      return new CycleEnd(
          standpoint,
          unit,
          cycle,
          serving,
          end,
          zone,
          workingDays,
          readable.isEmpty() ? List.of() : left(readable),
          all.stream()
              .filter(this::isInCycle)
              .filter(each -> each.objective().state() == ObjectiveState.DRAFT)
              .filter(standpoint::mayRead)
              .toList(),
          published.size() - readable.size(),
          all.stream()
              .filter(each -> each.cycle().isPresent() && !isInCycle(each))
              .filter(standpoint::mayRead)
              .toList(),
          finished());
    }

    private Optional<Integer> finished() {
      Set<Long> projectIds = standpoint.projectsOfBranch(unit.id());
      if (projectIds.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            finishedWork.count(
                standpoint.who(),
                projectIds,
                new Period(cycle.first(), end, zone),
                settings.outOfScopeResolutionIds()));
      } catch (Refusal.Unavailable e) {
        // Without it one cause is not known; all others are.
        return Optional.empty();
      }
    }

    private List<CycleEnd.Left> left(List<Placed> readable) {
      Gathering.Result today = gathering.rowsBelow(readable, standpoint.who());
      Hindsight.Known known =
          hindsight.known(today.rows(), cycle.first().atStartOfDay(zone).toInstant());
      Gathered then = hindsight.then(today.rows(), known.living(), asOf);
      List<ObjectiveFigures> figures =
          figuring.then(standpoint, readable, new Gathering.Result(then, today.arrows()), asOf);
      Map<Long, List<Change>> changes =
          known.later().stream().collect(groupingBy(each -> each.what().objectiveId()));
      CheckInDays days = new CheckInDays(conditions(), new RememberedPeople(people));
      return figures.stream().map(each -> left(each, known, changes, days)).toList();
    }

    private Conditions conditions() {
      Map<Long, Unit> units = new HashMap<>();
      standpoint.units().forEach(each -> units.put(each.id(), each));
      return new Conditions(at, zone, settings, units);
    }

    private CycleEnd.Left left(
        ObjectiveFigures figures,
        Hindsight.Known known,
        Map<Long, List<Change>> changes,
        CheckInDays days) {
      return new CycleEnd.Left(
          figures,
          work(figures, known),
          figures.keyResults().stream().map(each -> pursued(figures, each, known, days)).toList(),
          changes.getOrDefault(figures.objective().id(), List.of()).stream()
              .sorted(Comparator.comparing(Change::at).thenComparing(Change::id))
              .toList());
    }

    private CycleEnd.Work work(ObjectiveFigures figures, Hindsight.Known known) {
      List<PastWork.Linked> linked =
          figures.keyResults().stream()
              .filter(each -> !each.keyResult().isAbandoned())
              .flatMap(each -> Stream.ofNullable(known.linked().get(each.keyResult().id())))
              .toList();
      WorkThroughTime work = new WorkThroughTime(linked, WeightBy.ISSUES, settings);
      WorkThroughTime.Counted counted = work.counted(at, asOf.knowledge());
      Set<Long> finished = new HashSet<>();
      counted
          .done()
          .forEach(
              (issueId, when) -> {
                if (cameInCycle(when)) {
                  finished.add(issueId);
                }
              });
      return new CycleEnd.Work(counted.done().keySet(), finished, counted.open(), scope(work));
    }

    private boolean cameInCycle(Instant when) {
      return !LocalDate.ofInstant(when, zone).isBefore(cycle.first());
    }

    /** As it was known then: a link that was made later came later. */
    private Optional<CycleEnd.Scope> scope(WorkThroughTime work) {
      return workingDays
          .whenElapsed(new Window(cycle.first(), cycle.last()), SETTLED)
          .filter(day -> day.isBefore(end))
          .map(
              day -> {
                Instant settled = hindsight.at(new AsOf(day, Knowledge.AS_KNOWN_THEN));
                List<WorkThroughTime.Step> steps =
                    work.steps(List.of(settled, at), Knowledge.AS_KNOWN_THEN);
                return new CycleEnd.Scope(
                    day, steps.get(0).progress().issues(), steps.get(1).change());
              });
    }

    private CycleEnd.Pursued pursued(
        ObjectiveFigures figures,
        KeyResultFigures keyResult,
        Hindsight.Known known,
        CheckInDays days) {
      long id = keyResult.keyResult().id();
      Placed placed = figures.placed();
      Window window =
          CheckInDays.window(placed, keyResult.keyResult())
              // What was published after the cycle, to write it down, was meant for all of it.
              .filter(it -> !it.last().isBefore(it.first()))
              .orElse(new Window(cycle.first(), cycle.last()));
      List<CheckIn> entries = known.entries().getOrDefault(id, List.of());
      Optional<Slots> slots = days.slots(placed, window).map(this::untilEnd);
      ZoneId owners = days.zoneOf(keyResult.keyResult());
      return new CycleEnd.Pursued(
          keyResult,
          window,
          inForce(entries),
          finished(id, known),
          slots.map(each -> each.days().size()).orElse(0),
          slots
              .map(
                  each ->
                      each.kept(
                          entries.stream()
                              .map(entry -> LocalDate.ofInstant(entry.at(), owners))
                              .collect(toSet())))
              .orElse(0));
    }

    /** The slots that were or would be overdue by the end. */
    private Slots untilEnd(Slots all) {
      return new Slots(
          all.days().stream().filter(day -> Slots.isOverdue(day, end.plusDays(1))).toList());
    }

    private List<CheckIn> inForce(List<CheckIn> entries) {
      Set<Long> replaced =
          entries.stream().flatMap(each -> each.replaces().stream()).collect(toSet());
      return entries.stream()
          .filter(each -> !replaced.contains(each.id()))
          .filter(each -> !each.on().isAfter(end))
          .sorted(Comparator.comparing(CheckIn::on).thenComparing(CheckIn::at))
          .toList();
    }

    private List<LocalDate> finished(long keyResultId, Hindsight.Known known) {
      return Stream.ofNullable(known.linked().get(keyResultId))
          .map(linked -> new WorkThroughTime(List.of(linked), WeightBy.ISSUES, settings))
          .flatMap(work -> work.counted(at, asOf.knowledge()).done().values().stream())
          .filter(this::cameInCycle)
          .map(when -> LocalDate.ofInstant(when, zone))
          .sorted()
          .toList();
    }
  }
}
