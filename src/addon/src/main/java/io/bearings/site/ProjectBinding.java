package io.bearings.site;

import static java.util.stream.Collectors.toMap;

import io.bearings.flow.Boards;
import io.bearings.okr.Access;
import io.bearings.okr.Operation;
import io.bearings.okr.Organisation;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitDraft;
import io.bearings.progress.SettingsForm;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a project's administrators see of Bearings, and the binding of the project and of its boards
 * to units. Binding is a change of the unit, so that whoever may manage the unit may bind;
 * administering the project is not enough, because people of the project see and work in a unit
 * that it is bound to.
 */
@Named
public final class ProjectBinding {
  private final Access access;
  private final Organisation organisation;
  private final SiteSettings site;
  private final Boards boards;

  @Inject
  public ProjectBinding(
      Access access, Organisation organisation, SiteSettings site, Boards boards) {
    this.access = access;
    this.organisation = organisation;
    this.site = site;
    this.boards = boards;
  }

  /**
   * How it stands with a project.
   *
   * @param bound the units in use that it is bound to, as far as the person may see them
   * @param manageable of all units in use, those that the person may bind to it or take off it
   * @param boards as far as the person may see them
   * @param naming the units in use that the person sees and that name boards, by board
   * @param values what the settings of the site say, which hold for it
   * @param administers whether the person may change those
   */
  public record Standing(
      ProjectRef project,
      List<Unit> bound,
      List<Unit> manageable,
      List<Boards.Board> boards,
      Map<Long, List<Unit>> naming,
      Map<SiteSetting, SettingValue> values,
      boolean administers) {

    /** Whether the person may take a unit off the project. */
    public boolean mayRelease(Unit unit) {
      return manageable.stream().anyMatch(each -> each.id() == unit.id());
    }

    /** The units that the person may bind it to. */
    public List<Unit> offered() {
      return manageable.stream()
          .filter(each -> bound.stream().noneMatch(unit -> unit.id() == each.id()))
          .toList();
    }
  }

  /**
   * How it stands with a project.
   *
   * @throws Refusal.NotFound when there is no such project, or the person may not browse it
   * @throws Refusal.Forbidden when the person administers neither the project nor Jira
   */
  public Standing of(Person who, String projectKey) {
    ProjectRef project = administered(who, projectKey);
    Standpoint standpoint = organisation.standpoint(who);
    List<Unit> inUse = standpoint.units().stream().filter(unit -> !unit.archived()).toList();
    List<Boards.Board> ofProject = boards.ofProject(who, project.id());
    return new Standing(
        project,
        inUse.stream().filter(unit -> unit.projectIds().contains(project.id())).toList(),
        inUse.stream().filter(unit -> standpoint.may(Operation.MANAGE_UNIT, unit.id())).toList(),
        ofProject,
        ofProject.stream()
            .collect(
                toMap(
                    Boards.Board::id,
                    board ->
                        inUse.stream()
                            .filter(unit -> unit.boardIds().contains(board.id()))
                            .toList())),
        new SettingsForm(site.current(), site.numericFields(), site.resolutions()).values(),
        access.administers(who));
  }

  private ProjectRef administered(Person who, String projectKey) {
    ProjectRef project =
        access.project(who, projectKey).orElseThrow(() -> new Refusal.NotFound(projectKey));
    if (!access.administersProject(who, project.id()) && !access.administers(who)) {
      throw new Refusal.Forbidden();
    }
    return project;
  }

  /**
   * Binds a project to a unit, beside those that it is bound to.
   *
   * @throws Refusal.NotFound when the person may not see the project or the unit
   * @throws Refusal.Forbidden when the person may not manage the unit, or administers neither the
   *     project nor Jira
   * @throws Refusal.Invalid when the unit has too many projects
   * @throws Refusal.Conflict when somebody else saved the unit meanwhile
   */
  public Unit bind(Person who, String projectKey, long unitId) {
    ProjectRef project = administered(who, projectKey);
    Unit unit = unit(who, unitId);
    List<Long> projects = new ArrayList<>(seen(who, unit));
    if (!projects.contains(project.id())) {
      projects.add(project.id());
    }
    return saved(who, unit, projects, Optional.empty());
  }

  /**
   * Takes a project off a unit.
   *
   * @throws Refusal.NotFound when the person may not see the project or the unit
   * @throws Refusal.Forbidden when the person may not manage the unit, or administers neither the
   *     project nor Jira
   * @throws Refusal.Conflict when somebody else saved the unit meanwhile
   */
  public Unit release(Person who, String projectKey, long unitId) {
    ProjectRef project = administered(who, projectKey);
    Unit unit = unit(who, unitId);
    List<Long> projects = new ArrayList<>(seen(who, unit));
    projects.remove(project.id());
    return saved(who, unit, projects, Optional.empty());
  }

  /**
   * Binds a board of a project to a unit, beside those that it names.
   *
   * @throws Refusal.NotFound when the person may not see the project, the board or the unit
   * @throws Refusal.Forbidden when the person may not manage the unit, or administers neither the
   *     project nor Jira
   * @throws Refusal.Invalid when the unit has too many boards
   * @throws Refusal.Conflict when somebody else saved the unit meanwhile
   */
  public Unit bindBoard(Person who, String projectKey, long boardId, long unitId) {
    Unit unit = unit(who, unitId);
    requireBoard(who, administered(who, projectKey), boardId);
    List<Long> named = new ArrayList<>(unit.boardIds());
    if (!named.contains(boardId)) {
      named.add(boardId);
    }
    return saved(who, unit, seen(who, unit), Optional.of(named));
  }

  /**
   * Takes a board of a project off a unit.
   *
   * @throws Refusal.NotFound when the person may not see the project, the board or the unit
   * @throws Refusal.Forbidden when the person may not manage the unit, or administers neither the
   *     project nor Jira
   * @throws Refusal.Conflict when somebody else saved the unit meanwhile
   */
  public Unit releaseBoard(Person who, String projectKey, long boardId, long unitId) {
    Unit unit = unit(who, unitId);
    requireBoard(who, administered(who, projectKey), boardId);
    List<Long> named = new ArrayList<>(unit.boardIds());
    named.remove(boardId);
    return saved(who, unit, seen(who, unit), Optional.of(named));
  }

  private void requireBoard(Person who, ProjectRef project, long boardId) {
    if (boards.ofProject(who, project.id()).stream().noneMatch(each -> each.id() == boardId)) {
      throw new Refusal.NotFound(String.valueOf(boardId));
    }
  }

  private Unit unit(Person who, long unitId) {
    return organisation
        .standpoint(who)
        .unit(unitId)
        .orElseThrow(() -> new Refusal.NotFound(String.valueOf(unitId)));
  }

  /** Those that the person does not see stay, whatever a draft says. */
  private List<Long> seen(Person who, Unit unit) {
    Map<Long, ProjectRef> seen = access.projects(who, Set.copyOf(unit.projectIds()));
    return unit.projectIds().stream().filter(seen::containsKey).toList();
  }

  private Unit saved(Person who, Unit unit, List<Long> projects, Optional<List<Long>> boardIds) {
    return organisation.edit(
        who,
        unit.id(),
        unit.version(),
        new UnitDraft(
            unit.name(),
            Optional.of(unit.level()),
            unit.parentId(),
            unit.leadKey(),
            unit.deputyKey(),
            unit.groupName(),
            projects,
            boardIds,
            Optional.empty(),
            Optional.empty()));
  }
}
