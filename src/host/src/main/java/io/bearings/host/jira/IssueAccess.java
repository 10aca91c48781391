package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Map;
import java.util.Optional;

/** Refuses what a user may not do; what one may not see does not exist. */
final class IssueAccess {
  private final Permissions permissions;

  IssueAccess(Permissions permissions) {
    this.permissions = permissions;
  }

  /**
   * The issue, if the user may see it and has the permission.
   *
   * @throws JiraRefusal 404 when there is none or the user may not see it, 403 without permission
   */
  HostIssue require(
      Optional<HostIssue> issue, ProjectPermissionKey permission, ApplicationUser user) {
    HostIssue seen =
        issue
            .filter(present -> permissions.mayBrowse(present, user))
            .orElseThrow(() -> new JiraRefusal(404, "Issue Does Not Exist", Map.of()));
    require(permission, seen, user);
    return seen;
  }

  private void require(ProjectPermissionKey permission, Issue issue, ApplicationUser user) {
    if (!permissions.hasPermission(permission, issue, user)) {
      throw forbidden(permission, issue.getProjectObject());
    }
  }

  /**
   * @throws JiraRefusal 403 without the permission
   */
  void require(ProjectPermissionKey permission, Project project, ApplicationUser user) {
    if (!permissions.hasPermission(permission, project, user)) {
      throw forbidden(permission, project);
    }
  }

  private static JiraRefusal forbidden(ProjectPermissionKey permission, Project project) {
    return new JiraRefusal(
        403,
        "You do not have the permission "
            + permission.permissionKey()
            + " in the project "
            + project.getKey(),
        Map.of());
  }
}
