package com.atlassian.jira.security.roles;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

/**
 * Who has which role in a project.
 *
 * <p>Source and confidence: Jira documentation; M.
 */
public interface ProjectRoleManager {
  Collection<ProjectRole> getProjectRoles();

  Collection<ProjectRole> getProjectRoles(ApplicationUser user, Project project);

  ProjectRole getProjectRole(Long id);

  ProjectRole getProjectRole(String name);

  boolean isUserInProjectRole(ApplicationUser user, ProjectRole role, Project project);
}
