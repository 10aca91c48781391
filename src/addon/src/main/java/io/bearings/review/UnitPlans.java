package io.bearings.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Cadence;
import io.bearings.okr.Cycle;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Placed;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import io.bearings.review.Plan.Measured;
import io.bearings.review.Plan.Planned;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what units have planned for a cycle, in as many statements for all units of a branch as for
 * one.
 */
@Named
final class UnitPlans {
  private final Objectives objectives;
  private final Kickoffs kickoffs;
  private final Wordings wordings;

  @Inject
  UnitPlans(Objectives objectives, Kickoffs kickoffs, Wordings wordings) {
    this.objectives = objectives;
    this.kickoffs = kickoffs;
    this.wordings = wordings;
  }

  /**
   * What one unit has planned.
   *
   * @param objectives as they are, for those who show them
   */
  record OfUnit(List<Placed> objectives, Plan plan) {}

  /** What each of some units has planned, by the unit's id. */
  Map<Long, OfUnit> of(
      Standpoint standpoint, Collection<Unit> units, Cycle cycle, WorkingDays days) {
    List<Placed> all = planned(standpoint, units, cycle);
    List<Long> ids = all.stream().map(each -> each.objective().id()).toList();
    Map<Long, List<KeyResult>> keyResults =
        objectives.keyResultsOf(ids).stream()
            .filter(each -> !each.archived() && !each.isAbandoned())
            .collect(groupingBy(KeyResult::objectiveId));
    Set<Long> contributing = kickoffs.contributing(ids);
    Set<Long> withObjectives = kickoffs.unitsWithObjectives(withParent(cycle));
    Map<Long, List<Placed>> byUnit =
        all.stream().collect(groupingBy(each -> each.objective().unitId()));
    return units.stream()
        .collect(
            toMap(
                Unit::id,
                unit -> {
                  List<Placed> own = byUnit.getOrDefault(unit.id(), List.of());
                  List<Planned> planned =
                      own.stream()
                          .map(Placed::objective)
                          .map(
                              each ->
                                  planned(
                                      each,
                                      keyResults.getOrDefault(each.id(), List.of()),
                                      contributing.contains(each.id())))
                          .toList();
                  return new OfUnit(
                      own,
                      new Plan(
                          planned,
                          checkIns(unit, cycle, days),
                          isAnyAbove(standpoint, unit, withObjectives)));
                }));
  }

  private List<Placed> planned(Standpoint standpoint, Collection<Unit> units, Cycle cycle) {
    Objectives.InCycle inCycle = new Objectives.InCycle.One(cycle.id());
    List<Long> unitIds = units.stream().map(Unit::id).toList();
    return objectives
        .find(Objectives.Wanted.ofUnits(unitIds, Optional.of(inCycle)), standpoint.who())
        .stream()
        .filter(each -> each.objective().state() != ObjectiveState.ABANDONED)
        .toList();
  }

  private static Set<Long> withParent(Cycle cycle) {
    Set<Long> ids = new HashSet<>(Set.of(cycle.id()));
    cycle.parentId().ifPresent(ids::add);
    return ids;
  }

  private Planned planned(Objective objective, List<KeyResult> keyResults, boolean aligned) {
    return new Planned(
        objective.id(),
        objective.ownerKey(),
        objective.kind(),
        objective.confidence(),
        objective.state() != ObjectiveState.DRAFT,
        aligned,
        wordings.isInspiring(objective),
        keyResults.stream()
            .map(each -> new Measured(wordings.isMeasurable(each), isNowAndTarget(each)))
            .toList());
  }

  private static boolean isNowAndTarget(KeyResult keyResult) {
    boolean target = keyResult.goal().target().isPresent();
    return switch (keyResult.source()) {
      case ISSUES, BINARY, ALIGNED -> true;
      case MAINTAIN -> keyResult.goal().bounds().isPresent();
      case EVIDENCE -> target;
      case MANUAL, KPI, JQL, CONNECTOR -> target && keyResult.goal().baseline().isPresent();
    };
  }

  private static int checkIns(Unit unit, Cycle cycle, WorkingDays days) {
    return new Cadence(unit.settings().cadence(), cycle.first(), days)
        .slots(new Window(cycle.first(), cycle.last()))
        .days()
        .size();
  }

  private static boolean isAnyAbove(Standpoint standpoint, Unit unit, Set<Long> withObjectives) {
    return standpoint.path(unit.id()).stream()
        .anyMatch(id -> id != unit.id() && withObjectives.contains(id));
  }
}
