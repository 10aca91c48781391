package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.Database;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who may do what. Projects are decided from memory; an issue costs a statement each time, because
 * its project and its security level are those that are stored now.
 */
final class Permissions implements PermissionManager, GlobalPermissionManager {
  static final ProjectPermissionKey DELETE_ISSUES = new ProjectPermissionKey("DELETE_ISSUES");
  static final ProjectPermissionKey MANAGE_SPRINTS =
      new ProjectPermissionKey("MANAGE_SPRINTS_PERMISSION");
  static final ProjectPermissionKey SCHEDULE_ISSUES = new ProjectPermissionKey("SCHEDULE_ISSUES");
  static final ProjectPermissionKey MOVE_ISSUES = new ProjectPermissionKey("MOVE_ISSUES");
  private static final String SYSTEM_ADMIN = GlobalPermissionKey.SYSTEM_ADMIN.getKey();

  private final JdbcTemplate jdbc;
  private final SiteCache site;

  Permissions(Database database, SiteCache site) {
    this.jdbc = database.jdbc();
    this.site = site;
  }

  private record Place(long projectId, Long levelId) {}

  boolean mayBrowse(Issue issue, ApplicationUser user) {
    return hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user);
  }

  @Override
  public boolean hasPermission(ProjectPermissionKey permission, Issue issue, ApplicationUser user) {
    if (issue == null) {
      throw new IllegalArgumentException("hasPermission needs an issue");
    }
    Site now = site.current();
    return jdbc
        .query(
            "select project, security from jiraissue where id = ?",
            (rs, n) -> new Place(rs.getLong(1), rs.getObject(2, Long.class)),
            issue.getId())
        .stream()
        .findFirst()
        .flatMap(place -> now.project(place.projectId()).filter(p -> sees(now, p, place, user)))
        .map(project -> allows(now, permission, project, user))
        .orElse(false);
  }

  /** An issue of the archive can still be read by whoever has its address. */
  private static boolean allows(
      Site now, ProjectPermissionKey permission, HostProject project, ApplicationUser user) {
    return permission.equals(ProjectPermissions.BROWSE_PROJECTS)
        ? now.granted(permission.permissionKey(), project, user)
        : now.allows(permission.permissionKey(), project, user);
  }

  private static boolean sees(Site now, HostProject project, Place place, ApplicationUser user) {
    return place.levelId() == null || now.levelsOf(user, project).contains(place.levelId());
  }

  @Override
  public boolean hasPermission(
      ProjectPermissionKey permission, Project project, ApplicationUser user) {
    if (project == null) {
      throw new IllegalArgumentException("hasPermission needs a project");
    }
    Site now = site.current();
    return now.project(project.getId())
        .map(known -> now.allows(permission.permissionKey(), known, user))
        .orElse(false);
  }

  @Override
  public boolean hasProjects(ProjectPermissionKey permission, ApplicationUser user) {
    return !getProjects(permission, user).isEmpty();
  }

  @Override
  public Collection<Project> getProjects(ProjectPermissionKey permission, ApplicationUser user) {
    Site now = site.current();
    return now.projects().values().stream()
        .filter(project -> now.allows(permission.permissionKey(), project, user))
        .<Project>map(project -> project)
        .toList();
  }

  /** A system administrator is an administrator, too. */
  @Override
  public boolean hasPermission(GlobalPermissionKey permission, ApplicationUser user) {
    Site now = site.current();
    return now.allowsGlobally(permission.getKey(), user)
        || (permission.equals(GlobalPermissionKey.ADMINISTER)
            && now.allowsGlobally(SYSTEM_ADMIN, user));
  }
}
