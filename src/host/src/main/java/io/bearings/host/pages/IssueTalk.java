package io.bearings.host.pages;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.StatementCount;
import io.bearings.host.jira.Comments;
import io.bearings.host.jira.WorkLogs;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

/**
 * The tabs and forms of an issue's page. Jira loads them by requests of their own, so they cost the
 * page no statement.
 */
record IssueTalk(
    Comments comments,
    WorkLogs workLogs,
    PermissionManager permissions,
    VersionManager versions,
    Moments moments) {
  private static final ProjectPermissionKey MOVE = new ProjectPermissionKey("MOVE_ISSUES");

  /**
   * What there is to show.
   *
   * @param targets projects to which the issue may be moved
   * @param releases the versions of the project, in which the issue may be fixed
   */
  public record View(
      List<Said> comments,
      boolean mayComment,
      List<Worked> workLogs,
      boolean mayWork,
      List<Target> targets,
      List<Release> releases) {}

  /** A comment. */
  public record Said(long id, String author, Moment when, String body, boolean mayChange) {}

  /** A piece of work; {@code time} such as {@code 2h 30m}. */
  public record Worked(
      long id, String author, Moment when, String time, String comment, boolean mayChange) {}

  /** A project. */
  public record Target(String key, String name) {}

  /** A version; {@code chosen} where the issue is to be fixed in it. */
  public record Release(long id, String name, boolean chosen) {}

  View of(Visit visit, Issue issue, ApplicationUser person) {
    return StatementCount.free(() -> view(visit, issue, person));
  }

  private View view(Visit visit, Issue issue, ApplicationUser person) {
    return new View(
        comments.of(issue, person).stream()
            .map(
                each ->
                    new Said(
                        each.id(),
                        name(each.author()),
                        moments.of(Date.from(each.created()), visit),
                        each.body(),
                        comments.mayChange(issue, each, person)))
            .toList(),
        permissions.hasPermission(ProjectPermissions.ADD_COMMENTS, issue, person),
        workLogs.of(issue, person).stream()
            .map(
                each ->
                    new Worked(
                        each.id(),
                        name(each.author()),
                        moments.of(Date.from(each.started()), visit),
                        duration(each.seconds()),
                        each.comment(),
                        workLogs.mayChange(issue, each, person)))
            .toList(),
        permissions.hasPermission(ProjectPermissions.WORK_ON_ISSUES, issue, person),
        targets(issue, person),
        releases(issue, person));
  }

  private List<Release> releases(Issue issue, ApplicationUser person) {
    if (!permissions.hasPermission(ProjectPermissions.EDIT_ISSUES, issue, person)) {
      return List.of();
    }
    Collection<Version> chosen = versions.getFixVersionsFor(issue);
    return versions.getVersions(issue.getProjectId()).stream()
        .map(each -> new Release(each.getId(), each.getName(), chosen.contains(each)))
        .toList();
  }

  private static String name(ApplicationUser author) {
    return author == null ? "Anonymous" : author.getDisplayName();
  }

  /** As it can be typed again: hours and minutes. */
  private static String duration(long seconds) {
    long minutes = Math.max(1, seconds / 60);
    String hours = minutes >= 60 ? minutes / 60 + "h " : "";
    return (hours + (minutes % 60 == 0 && !hours.isEmpty() ? "" : minutes % 60 + "m")).strip();
  }

  private List<Target> targets(Issue issue, ApplicationUser person) {
    if (issue.isSubTask() || !permissions.hasPermission(MOVE, issue, person)) {
      return List.of();
    }
    return permissions.getProjects(ProjectPermissions.CREATE_ISSUES, person).stream()
        .filter(project -> !project.getId().equals(issue.getProjectId()))
        .sorted(Comparator.comparing(Project::getName))
        .map(project -> new Target(project.getKey(), project.getName()))
        .toList();
  }
}
