package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The team that writes the objectives of a Jira project. A client that knows projects only names
 * one; a project that no unit is bound to gets a team of its own, as the upgrade made them.
 */
@Named
public final class ProjectTeams {
  private static final String COMPANY = "Company";

  private final Units units;
  private final Standpoints standpoints;
  private final Access access;
  private final Clock clock;

  @Inject
  public ProjectTeams(Units units, Standpoints standpoints, Access access, Clock clock) {
    this.units = units;
    this.standpoints = standpoints;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The id of the unit that a project is bound to, the oldest where there are several. It is made
   * on first use by somebody who may edit the project's issues or administers Jira.
   *
   * @throws Refusal.NotFound when the person may not browse the project, or there is none
   * @throws Refusal.Forbidden when there is no such unit and the person may not make it
   */
  public long of(Person who, String projectKey) {
    ProjectRef project =
        access.project(who, projectKey).orElseThrow(() -> new Refusal.NotFound(projectKey));
    Standpoint standpoint = standpoints.of(who);
    return bound(standpoint.units(), project)
        .orElseGet(() -> founded(who, standpoint.administers(), project));
  }

  private static Optional<Long> bound(List<Unit> units, ProjectRef project) {
    return units.stream()
        .filter(unit -> !unit.archived() && unit.projectIds().contains(project.id()))
        .map(Unit::id)
        .min(Long::compare);
  }

  private long founded(Person who, boolean administers, ProjectRef project) {
    if (!administers && !access.mayEdit(who, project.id())) {
      throw new Refusal.Forbidden();
    }
    Objectives.Edit by = new Objectives.Edit(who, clock.instant());
    long company =
        units.all().stream()
            .filter(unit -> unit.level() == UnitLevel.COMPANY && !unit.archived())
            .map(Unit::id)
            .findFirst()
            .orElseGet(() -> add(COMPANY, UnitLevel.COMPANY, Optional.empty(), List.of(), by).id());
    Unit team =
        add(project.name(), UnitLevel.TEAM, Optional.of(company), List.of(project.id()), by);
    // Two people at once may each make one; from then on the older one is used.
    return bound(units.all(), project).orElse(team.id());
  }

  private Unit add(
      String name,
      UnitLevel level,
      Optional<Long> parentId,
      List<Long> projectIds,
      Objectives.Edit by) {
    return units.add(
        new NewUnit(
            name,
            level,
            parentId,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            projectIds,
            List.of(),
            Openness.of(level),
            UnitSettings.DEFAULT),
        by);
  }
}
