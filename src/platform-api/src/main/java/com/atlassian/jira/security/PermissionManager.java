package com.atlassian.jira.security;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

/**
 * Who may do what in a project or with an issue. A null user is an anonymous one.
 *
 * <p>Source and confidence: SP, MS: H for hasPermission; M for the rest.
 */
public interface PermissionManager {
  boolean hasPermission(ProjectPermissionKey permission, Issue issue, ApplicationUser user);

  boolean hasPermission(ProjectPermissionKey permission, Project project, ApplicationUser user);

  boolean hasProjects(ProjectPermissionKey permission, ApplicationUser user);

  Collection<Project> getProjects(ProjectPermissionKey permission, ApplicationUser user);
}
