package io.bearings.review;

import io.bearings.kpi.KpiOverview;
import io.bearings.okr.Cycle;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.Overview;
import io.bearings.progress.ProjectOverview;
import io.bearings.progress.Workspace;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out where a project stands, for the people who work on its issues. */
@Named
public final class TakingBearings {
  private final Overview overview;
  private final Workspace workspace;
  private final KpiOverview kpis;
  private final Attending attending;

  @Inject
  public TakingBearings(
      Overview overview, Workspace workspace, KpiOverview kpis, Attending attending) {
    this.overview = overview;
    this.workspace = workspace;
    this.kpis = kpis;
    this.attending = attending;
  }

  /**
   * Where a project stands: the four statements of its objectives, and five for the cycle, the KPIs
   * and what needs attention. Objectives of closed cycles are left out, of which each quarter
   * brings more.
   *
   * @throws Refusal.NotFound when the person may not browse the project, or there is none
   */
  public ProjectBearings of(Person who, String projectKey) {
    ProjectOverview objectives =
        overview.ofProject(who, projectKey, Optional.of(new Objectives.InCycle.Open()));
    return unit(objectives)
        .map(unit -> of(objectives, unit))
        .orElseGet(() -> ProjectBearings.withoutUnit(objectives));
  }

  private ProjectBearings of(ProjectOverview objectives, Unit unit) {
    Standpoint standpoint = objectives.standpoint();
    Optional<Cycle> cycle = workspace.current(standpoint, unit.id());
    List<ObjectiveFigures> own =
        objectives.objectives().stream()
            .filter(each -> each.objective().unitId() == unit.id())
            .filter(each -> cycle.isPresent())
            .filter(each -> each.objective().cycleId().equals(cycle.map(Cycle::id)))
            .toList();
    return new ProjectBearings(
        objectives,
        Optional.of(unit),
        cycle,
        Optional.of(kpis.board(standpoint, unit.id())),
        attending.in(standpoint, cycle, List.of(unit.id()), own));
  }

  /** Of several a team before an area, and of these one that the person is a member of. */
  private static Optional<Unit> unit(ProjectOverview objectives) {
    Standpoint standpoint = objectives.standpoint();
    return objectives.bound().stream()
        .min(
            Comparator.<Unit, Boolean>comparing(unit -> unit.level() != UnitLevel.TEAM)
                .thenComparing(unit -> !standpoint.isMember(unit.id())));
  }
}
