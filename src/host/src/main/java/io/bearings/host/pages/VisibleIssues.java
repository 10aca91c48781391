package io.bearings.host.pages;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.JiraRefusal;
import java.util.Map;

/** Finds issues for a person: one that may not be browsed is refused like one that is not there. */
public final class VisibleIssues {
  private final IssueManager issues;
  private final PermissionManager permissions;

  /** Over this Jira. */
  public VisibleIssues(IssueManager issues, PermissionManager permissions) {
    this.issues = issues;
    this.permissions = permissions;
  }

  /**
   * The issue that has this key, or had it before it was moved.
   *
   * @throws JiraRefusal 404 when there is none that the person may browse
   */
  public Issue byKey(String key, ApplicationUser person) {
    return visible(issues.getIssueObject(key), key, person);
  }

  /**
   * The issue with this id.
   *
   * @throws JiraRefusal 404 when there is none that the person may browse
   */
  public Issue byId(long id, ApplicationUser person) {
    return visible(issues.getIssueObject(id), Long.toString(id), person);
  }

  /**
   * The issue with this key or, when it is a number, with this id.
   *
   * @throws JiraRefusal 404 when there is none that the person may browse
   */
  public Issue byKeyOrId(String keyOrId, ApplicationUser person) {
    return keyOrId.matches("\\d{1,18}")
        ? byId(Long.parseLong(keyOrId), person)
        : byKey(keyOrId, person);
  }

  private Issue visible(MutableIssue issue, String name, ApplicationUser person) {
    if (issue == null
        || !permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, person)) {
      throw new JiraRefusal(
          404, "There is no issue " + name + ", or you may not see it.", Map.of());
    }
    return issue;
  }
}
