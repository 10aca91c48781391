package io.bearings.progress;

import static java.util.stream.Collectors.groupingBy;

import io.bearings.okr.Access;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Score;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/**
 * Objectives and key results with their figures, for somebody who may see them. A project costs
 * three statements however much it holds.
 */
@Named
public final class Overview {
  private final Objectives objectives;
  private final Links links;
  private final Access access;
  private final People people;
  private final SiteSettings settings;

  @Inject
  public Overview(
      Objectives objectives, Links links, Access access, People people, SiteSettings settings) {
    this.objectives = objectives;
    this.links = links;
    this.access = access;
    this.people = people;
    this.settings = settings;
  }

  /**
   * The objectives of a project.
   *
   * @throws Refusal.NotFound when the person may not browse the project, or there is none
   */
  public ProjectOverview ofProject(Person who, String projectKey) {
    ProjectRef project =
        access.project(who, projectKey).orElseThrow(() -> new Refusal.NotFound(projectKey));
    List<Objective> all = objectives.ofProject(project.id());
    List<ObjectiveFigures> figures =
        all.isEmpty()
            ? List.of()
            : figures(
                all,
                objectives.keyResultsOfProject(project.id()),
                links.talliesOfProject(project.id()));
    return new ProjectOverview(project, access.mayEdit(who, project.id()), figures);
  }

  /**
   * One objective.
   *
   * @throws Refusal.NotFound when the person may not browse its project, or there is none
   */
  public ObjectiveFigures ofObjective(Person who, long objectiveId) {
    Refusal.NotFound unknown = new Refusal.NotFound(Objective.keyOf(objectiveId));
    Objective objective = objectives.objective(objectiveId).orElseThrow(() -> unknown);
    access.project(who, objective.projectId()).orElseThrow(() -> unknown);
    return figures(objective);
  }

  /**
   * One key result.
   *
   * @throws Refusal.NotFound when the person may not browse its project, or there is none
   */
  public KeyResultFigures ofKeyResult(Person who, long keyResultId) {
    Refusal.NotFound unknown = new Refusal.NotFound(KeyResult.keyOf(keyResultId));
    KeyResult keyResult = objectives.keyResult(keyResultId).orElseThrow(() -> unknown);
    Objective objective = objectives.objective(keyResult.objectiveId()).orElseThrow(() -> unknown);
    access.project(who, objective.projectId()).orElseThrow(() -> unknown);
    return figures(keyResult);
  }

  /** The figures of a key result, for whoever is known to be allowed to see it. */
  KeyResultFigures figures(KeyResult keyResult) {
    List<Tally> tallies = links.talliesOfKeyResult(keyResult.id());
    return figures(keyResult, tallies, settings.current());
  }

  private ObjectiveFigures figures(Objective objective) {
    List<Long> id = List.of(objective.id());
    return figures(List.of(objective), objectives.keyResultsOf(id), links.talliesOfObjectives(id))
        .get(0);
  }

  /** The figures of objectives from their rows, for whoever is known to be allowed to see them. */
  List<ObjectiveFigures> figures(
      List<Objective> all, List<KeyResult> keyResults, List<Tally> tallies) {
    Settings inForce = settings.current();
    Map<Long, List<Tally>> byKeyResult = tallies.stream().collect(groupingBy(Tally::keyResultId));
    Map<Long, List<KeyResultFigures>> byObjective =
        keyResults.stream()
            .map(each -> figures(each, byKeyResult.getOrDefault(each.id(), List.of()), inForce))
            .collect(groupingBy(each -> each.keyResult().objectiveId()));
    return all.stream()
        .map(each -> figures(each, byObjective.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private ObjectiveFigures figures(Objective objective, List<KeyResultFigures> keyResults) {
    List<Score.Part> parts =
        keyResults.stream()
            .map(each -> Score.Part.of(each.keyResult(), each.progress().score()))
            .toList();
    return new ObjectiveFigures(
        objective, people.nameOrKey(objective.ownerKey()), Score.of(parts), keyResults);
  }

  private static KeyResultFigures figures(
      KeyResult keyResult, List<Tally> tallies, Settings inForce) {
    return new KeyResultFigures(
        keyResult, IssueProgress.of(tallies, keyResult.weightBy(), inForce));
  }
}
