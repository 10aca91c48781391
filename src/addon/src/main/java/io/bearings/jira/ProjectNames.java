package io.bearings.jira;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import java.util.Optional;

/**
 * What Jira's projects are called, whoever asks. For upgrades of the tables, which Jira runs
 * outside the add-on's components; everybody else asks for what a person may browse.
 */
public final class ProjectNames {
  private final HostService services;

  public ProjectNames(HostService services) {
    this.services = services;
  }

  /** The name of a project; absent when there is none. */
  public Optional<String> nameOf(long projectId) {
    return services
        .find(ProjectManager.class)
        .flatMap(projects -> Optional.ofNullable(projects.getProjectObj(projectId)))
        .map(Project::getName);
  }
}
