package io.bearings.web;

import io.bearings.progress.ProjectOverview;
import java.util.List;

/** The page of a project's objectives; or, while they cannot be read, why not. */
public final class ProjectPage {
  private final String projectKey;
  private final String lead;
  private final boolean mayEdit;
  private final List<ObjectiveCard> objectives;
  private final String problem;

  private ProjectPage(
      String projectKey,
      String lead,
      boolean mayEdit,
      List<ObjectiveCard> objectives,
      String problem) {
    this.projectKey = projectKey;
    this.lead = lead;
    this.mayEdit = mayEdit;
    this.objectives = objectives;
    this.problem = problem;
  }

  static ProjectPage of(ProjectOverview overview, PageTexts texts) {
    return new ProjectPage(
        overview.project().key(),
        texts.get("bearings.page.lead", overview.project().name()),
        overview.mayEdit(),
        overview.objectives().stream().map(each -> ObjectiveCard.of(each, texts)).toList(),
        "");
  }

  static ProjectPage failed(String problem) {
    return new ProjectPage("", "", false, List.of(), problem);
  }

  public String getProjectKey() {
    return projectKey;
  }

  /** One sentence below the title. */
  public String getLead() {
    return lead;
  }

  public boolean isMayEdit() {
    return mayEdit;
  }

  /** Oldest first. */
  public List<ObjectiveCard> getObjectives() {
    return objectives;
  }

  /** Whether the project has no objective. */
  public boolean isWithoutObjectives() {
    return objectives.isEmpty();
  }

  /** Why nothing can be shown; empty when all is well. */
  public String getProblem() {
    return problem;
  }
}
