package io.bearings.review;

import io.bearings.okr.Cycle;
import io.bearings.okr.Cycles;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** How ready the units of a branch are for a cycle. */
@Named
public final class Coverage {
  private final Standpoints standpoints;
  private final Cycles cycles;
  private final UnitPlans plans;
  private final SiteSettings settings;

  @Inject
  Coverage(Standpoints standpoints, Cycles cycles, UnitPlans plans, SiteSettings settings) {
    this.standpoints = standpoints;
    this.cycles = cycles;
    this.plans = plans;
    this.settings = settings;
  }

  /**
   * The units that a cycle serves and that the person answers for or reads all of, each before the
   * units below it; archived ones are left out.
   *
   * @throws Refusal.NotFound when there is no such cycle, or the person may see none of its units
   * @throws Refusal.Forbidden when the person neither leads one of these units nor reads all
   */
  public List<UnitCoverage> of(Person who, long cycleId) {
    Refusal.NotFound unknown = new Refusal.NotFound(String.valueOf(cycleId));
    Cycle cycle = cycles.cycle(cycleId).orElseThrow(() -> unknown);
    Standpoint standpoint = standpoints.of(who);
    List<Long> branch = standpoint.branch(cycle.unitId());
    List<Unit> visible =
        standpoint.units().stream()
            .filter(unit -> branch.contains(unit.id()) && !unit.archived())
            .toList();
    if (visible.isEmpty()) {
      throw unknown;
    }
    List<Unit> covered = visible.stream().filter(unit -> isCovered(standpoint, unit)).toList();
    if (covered.isEmpty()) {
      throw new Refusal.Forbidden();
    }
    Map<Long, UnitPlans.OfUnit> planned =
        plans.of(standpoint, covered, cycle, settings.current().rules().workingDays());
    return covered.stream()
        .map(unit -> UnitCoverage.of(unit, planned.get(unit.id()).plan()))
        .toList();
  }

  /** Who leads a unit sees how ready the visible units below it are. */
  private static boolean isCovered(Standpoint standpoint, Unit unit) {
    return standpoint.path(unit.id()).stream()
        .anyMatch(id -> standpoint.may(Operation.READ_COVERAGE, id));
  }
}
