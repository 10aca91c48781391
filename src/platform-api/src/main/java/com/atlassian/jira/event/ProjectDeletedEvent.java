package com.atlassian.jira.event;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/**
 * A project was deleted with everything in it.
 *
 * <p>Source and confidence: CD; M.
 */
public class ProjectDeletedEvent {
  private final ApplicationUser user;
  private final Project project;

  public ProjectDeletedEvent(ApplicationUser user, Project project) {
    this.user = user;
    this.project = project;
  }

  public ApplicationUser getUser() {
    return user;
  }

  public Project getProject() {
    return project;
  }
}
