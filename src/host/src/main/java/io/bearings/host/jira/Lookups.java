package io.bearings.host.jira;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.timezone.TimeZoneManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

/** The small interfaces of Jira that are answered from memory alone. */
final class Lookups {
  private Lookups() {}

  record Resolutions(SiteCache site) implements ResolutionManager {
    @Override
    public List<Resolution> getResolutions() {
      return List.copyOf(site.current().resolutions().values());
    }

    @Override
    public Resolution getResolution(String id) {
      return site.current().resolutions().get(id);
    }

    @Override
    public Resolution getDefaultResolution() {
      return getResolutions().get(0);
    }
  }

  record Statuses(SiteCache site) implements StatusManager {
    @Override
    public Collection<Status> getStatuses() {
      return List.copyOf(site.current().statuses().values());
    }

    @Override
    public Status getStatus(String id) {
      return site.current().statuses().get(id);
    }
  }

  /** That of the server, as in a Jira where nobody chose another. */
  record TimeZones() implements TimeZoneManager {
    @Override
    public TimeZone getLoggedInUserTimeZone() {
      return getDefaultTimezone();
    }

    @Override
    public TimeZone getTimeZoneforUser(ApplicationUser user) {
      return getDefaultTimezone();
    }

    @Override
    public TimeZone getDefaultTimezone() {
      return TimeZone.getDefault();
    }
  }

  record Projects(SiteCache site) implements ProjectManager {
    @Override
    public Project getProjectObj(Long id) {
      return site.current().project(id).orElse(null);
    }

    @Override
    public Project getProjectObjByKey(String key) {
      return getProjectByCurrentKey(key);
    }

    @Override
    public Project getProjectByCurrentKey(String key) {
      return site.current().projectByKey(key).orElse(null);
    }

    /** Those of the archive are left out; the other methods find them. */
    @Override
    public List<Project> getProjectObjects() {
      return site.current().projects().values().stream()
          .filter(project -> !project.archived())
          .<Project>map(project -> project)
          .toList();
    }
  }

  record Roles(SiteCache site) implements ProjectRoleManager {
    @Override
    public Collection<ProjectRole> getProjectRoles() {
      return List.copyOf(site.current().roles().values());
    }

    @Override
    public Collection<ProjectRole> getProjectRoles(ApplicationUser user, Project project) {
      Site now = site.current();
      Set<Long> has = now.rolesOf(user, project.getId());
      return now.roles().values().stream()
          .filter(role -> has.contains(role.id()))
          .<ProjectRole>map(role -> role)
          .toList();
    }

    @Override
    public ProjectRole getProjectRole(Long id) {
      return site.current().roles().get(id);
    }

    @Override
    public ProjectRole getProjectRole(String name) {
      return site.current().role(name).orElse(null);
    }

    @Override
    public boolean isUserInProjectRole(ApplicationUser user, ProjectRole role, Project project) {
      return site.current().rolesOf(user, project.getId()).contains(role.getId());
    }
  }

  /** Groups are kept in memory, as Jira keeps them. */
  record Groups(SiteCache site) implements GroupManager {
    @Override
    public Group getGroup(String groupName) {
      return site.current().groups().contains(groupName) ? new HostGroup(groupName) : null;
    }

    @Override
    public Collection<String> getGroupNamesForUser(ApplicationUser user) {
      return user == null ? Set.of() : site.current().groupsOf(user);
    }

    @Override
    public Collection<ApplicationUser> getUsersInGroup(String groupName) {
      return site.current().users().values().stream()
          .filter(user -> site.current().groupsOf(user).contains(groupName))
          .<ApplicationUser>map(user -> user)
          .toList();
    }
  }

  private record HostGroup(String name) implements Group {
    @Override
    public String getName() {
      return name;
    }
  }

  record Users(SiteCache site) implements UserManager {
    @Override
    public ApplicationUser getUserByKey(String key) {
      return site.current().user(key).orElse(null);
    }

    @Override
    public ApplicationUser getUserByName(String name) {
      return name == null ? null : site.current().userByName(name).orElse(null);
    }

    /** A key that nobody has any more gives an inactive user of that name, as in Jira. */
    @Override
    public ApplicationUser getUserByKeyEvenWhenUnknown(String key) {
      if (key == null) {
        return null;
      }
      return site.current()
          .user(key)
          .orElseGet(() -> new HostUser(-1L, key, key, key, "?", false, Optional.<Locale>empty()));
    }
  }
}
