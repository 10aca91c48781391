package io.bearings.progress;

import io.bearings.okr.Alignments;
import io.bearings.okr.Arrow;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The objectives of a unit in a cycle, and the map of how objectives hang together. Each costs six
 * statements however much it shows: units and roles, cycles, arrows, objectives, key results, and
 * the tallies of linked issues.
 */
@Named
public final class Workspace {
  private final Standpoints standpoints;
  private final Cycles cycles;
  private final Objectives objectives;
  private final Alignments alignments;
  private final Gathering gathering;
  private final Figuring figuring;
  private final Clock clock;

  @Inject
  public Workspace(
      Standpoints standpoints,
      Cycles cycles,
      Objectives objectives,
      Alignments alignments,
      Gathering gathering,
      Figuring figuring,
      Clock clock) {
    this.standpoints = standpoints;
    this.cycles = cycles;
    this.objectives = objectives;
    this.alignments = alignments;
    this.gathering = gathering;
    this.figuring = figuring;
    this.clock = clock;
  }

  /**
   * Where to look.
   *
   * @param unitId absent: the unit that is most likely the person's own
   * @param cycleId absent: the cycle of today
   * @param backlog whether what has no cycle is shown instead
   */
  public record Place(Optional<Long> unitId, Optional<Long> cycleId, boolean backlog) {}

  /** A place that was found. */
  private record Found(
      Standpoint standpoint, Unit unit, List<Cycle> cycles, Optional<Cycle> cycle) {}

  /**
   * The objectives of a unit in a cycle.
   *
   * @throws Refusal.NotFound when the person may not see the unit, there is none, or the cycle does
   *     not serve it
   */
  public UnitOverview of(Person who, Place place, Filter filter) {
    return of(who, place, filter, Optional.empty());
  }

  /**
   * The same as it was when a past day was over: six statements more.
   *
   * @param asOf absent: now
   * @throws Refusal.Invalid when the day is in the future
   */
  public UnitOverview of(Person who, Place place, Filter filter, Optional<AsOf> asOf) {
    asOf.ifPresent(figuring::requirePast);
    Standpoint standpoint = standpoints.of(who);
    Optional<Unit> unit = unit(standpoint, place);
    if (unit.isEmpty()) {
      return new UnitOverview(
          standpoint, Optional.empty(), Optional.empty(), List.of(), List.of(), "");
    }
    Found found = find(standpoint, unit.get(), place);
    List<Long> branch = standpoint.branch(found.unit().id());
    Shown shown = shown(found, List.of(found.unit().id()), branch, filter.archived());
    List<ObjectiveFigures> figures =
        figuring.figures(standpoint, shown.objectives(), shown.gathered(), asOf).stream()
            .filter(filter::shows)
            .toList();
    return new UnitOverview(
        standpoint, unit, found.cycle(), found.cycles(), figures, stamp(found, shown));
  }

  /**
   * What changes as soon as anything that {@link #of} shows has changed.
   *
   * @throws Refusal.NotFound when the person may not see the unit, there is none, or the cycle does
   *     not serve it
   */
  public String stamp(Person who, Place place) {
    Standpoint standpoint = standpoints.of(who);
    return unit(standpoint, place)
        .map(
            unit -> {
              Found found = find(standpoint, unit, place);
              return stamp(
                  found, shown(found, List.of(unit.id()), standpoint.branch(unit.id()), false));
            })
        .orElse("");
  }

  private String stamp(Found found, Shown shown) {
    return Stamp.of(
        Optional.of(found.unit()),
        found.cycles(),
        shown.gathered().rows(),
        shown.gathered().arrows(),
        LocalDate.now(clock).toEpochDay());
  }

  private static Optional<Unit> unit(Standpoint standpoint, Place place) {
    if (place.unitId().isPresent()) {
      long id = place.unitId().get();
      return Optional.of(
          standpoint.unit(id).orElseThrow(() -> new Refusal.NotFound(String.valueOf(id))));
    }
    List<Unit> open = standpoint.units().stream().filter(unit -> !unit.archived()).toList();
    return open.stream()
        .filter(unit -> standpoint.isMember(unit.id()))
        .findFirst()
        .or(() -> open.stream().findFirst());
  }

  /** The cycle that is worked on in a unit; absent where there is none. One statement. */
  public Optional<Cycle> current(Standpoint standpoint, long unitId) {
    List<Long> path = standpoint.path(unitId);
    return current(cycles.serving(path), path);
  }

  private Found find(Standpoint standpoint, Unit unit, Place place) {
    List<Long> path = standpoint.path(unit.id());
    List<Cycle> serving = cycles.serving(path);
    if (place.backlog()) {
      return new Found(standpoint, unit, serving, Optional.empty());
    }
    if (place.cycleId().isPresent()) {
      long id = place.cycleId().get();
      Cycle cycle =
          serving.stream()
              .filter(each -> each.id() == id)
              .findFirst()
              .orElseThrow(() -> new Refusal.NotFound(String.valueOf(id)));
      return new Found(standpoint, unit, serving, Optional.of(cycle));
    }
    return new Found(standpoint, unit, serving, current(serving, path));
  }

  /** The cycle that is worked on: of the nearest unit, and of several there the shortest. */
  private Optional<Cycle> current(List<Cycle> serving, List<Long> path) {
    LocalDate today = LocalDate.now(clock);
    Comparator<Cycle> nearest = Comparator.comparing(each -> path.indexOf(each.unitId()));
    Comparator<Cycle> shortest =
        Comparator.comparing(each -> each.last().toEpochDay() - each.first().toEpochDay());
    return Stream.of(CycleState.ACTIVE, CycleState.REVIEW, CycleState.PLANNING)
        .flatMap(
            state ->
                serving.stream()
                    .filter(each -> each.state() == state)
                    .sorted(
                        Comparator.<Cycle, Boolean>comparing(each -> !covers(each, today))
                            .thenComparing(nearest)
                            .thenComparing(shortest)))
        .findFirst();
  }

  private static boolean covers(Cycle cycle, LocalDate day) {
    return !day.isBefore(cycle.first()) && !day.isAfter(cycle.last());
  }

  /** The objectives that are shown, with all rows that their figures need. */
  private record Shown(List<Placed> objectives, Gathering.Result gathered) {}

  private Shown shown(
      Found found, Collection<Long> unitIds, Collection<Long> branch, boolean archived) {
    Optional<Long> cycleId = found.cycle().map(Cycle::id);
    Set<Long> own = Set.copyOf(unitIds);
    List<Arrow> arrows = alignments.between(unitIds, branch);
    Set<Long> contributors = Gathering.contributors(arrows, own, cycleId);
    List<Placed> read =
        objectives.find(
            Objectives.Wanted.ofUnits(unitIds, Optional.of(Objectives.InCycle.of(cycleId)))
                .withArchived(archived)
                .and(contributors),
            found.standpoint().who());
    List<Placed> shown =
        read.stream()
            .filter(each -> own.contains(each.objective().unitId()))
            .filter(each -> each.objective().cycleId().equals(cycleId))
            .filter(each -> archived || !each.objective().archived())
            .toList();
    return new Shown(shown, gathering.below(read, arrows, branch, found.standpoint().who()));
  }

  /**
   * How the objectives of a cycle hang together, over a unit and all units below it; without a unit
   * over all that the cycle serves, without either over the first organisation there is.
   *
   * @throws Refusal.NotFound when the person may not see the unit, there is none, or the cycle does
   *     not serve it
   */
  public AlignmentMap map(Person who, Place place) {
    Standpoint standpoint = standpoints.of(who);
    Optional<Unit> unit = whole(standpoint, place);
    if (unit.isEmpty()) {
      return new AlignmentMap(List.of(), List.of());
    }
    Found found = find(standpoint, unit.get(), place);
    List<Long> branch = standpoint.branch(found.unit().id());
    Shown shown = shown(found, branch, branch, false);
    List<Placed> visible =
        shown.gathered().rows().objectives().values().stream()
            .filter(each -> !each.objective().archived())
            .filter(each -> standpoint.maySee(each.objective().unitId()))
            .sorted(Comparator.comparing(each -> each.objective().id()))
            .toList();
    return AlignmentMap.of(
        figuring.figures(standpoint, visible, shown.gathered()), shown.gathered().arrows());
  }

  /**
   * The objectives of a unit in the cycle that is worked on, with their figures and without what
   * they lead to: five statements, and three for each level that key results are aligned to.
   *
   * @param unitId absent: the unit that is most likely the person's own
   * @param below whether those of the units below it, as far as the person may see them, are wanted
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public UnitOverview running(Person who, Optional<Long> unitId, boolean below) {
    Standpoint standpoint = standpoints.of(who);
    Place place = new Place(unitId, Optional.empty(), false);
    Optional<Unit> unit = unit(standpoint, place);
    Optional<Found> found = unit.map(each -> find(standpoint, each, place));
    Optional<Cycle> cycle = found.flatMap(Found::cycle);
    List<Placed> shown =
        cycle
            .map(
                it ->
                    objectives.find(
                        Objectives.Wanted.ofUnits(
                            below
                                ? standpoint.visibleBranch(unit.orElseThrow().id())
                                : List.of(unit.orElseThrow().id()),
                            Optional.of(new Objectives.InCycle.One(it.id()))),
                        who))
            .orElse(List.of());
    return new UnitOverview(
        standpoint,
        unit,
        cycle,
        found.map(Found::cycles).orElse(List.of()),
        figuring.figures(standpoint, shown, gathering.below(shown, who)),
        "");
  }

  private Optional<Unit> whole(Standpoint standpoint, Place place) {
    if (place.unitId().isPresent()) {
      return unit(standpoint, place);
    }
    return place
        .cycleId()
        .flatMap(cycles::cycle)
        .flatMap(cycle -> standpoint.unit(cycle.unitId()))
        .or(() -> standpoint.units().stream().filter(each -> !each.archived()).findFirst());
  }
}
