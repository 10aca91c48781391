package io.bearings.host.jira;

import com.atlassian.jira.user.ApplicationUser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Jira keeps in memory because it changes rarely: people, projects, roles, permissions,
 * statuses and fields, as they were at one moment.
 *
 * @param users by key
 * @param groupsOf names of groups by user key
 * @param globalPermissions names of groups by permission
 * @param roles by id
 * @param actors who has which role, by project id
 * @param grants which roles a permission scheme gives a permission to
 * @param levels security levels by id
 * @param projects by id
 * @param workflows by id
 * @param postFunctions what workflows do besides, by id, in the order in which they were added
 * @param fields custom fields by id
 */
record Site(
    Map<String, HostUser> users,
    Map<String, Set<String>> groupsOf,
    Map<String, Set<String>> globalPermissions,
    Map<Long, HostRole> roles,
    Map<Long, List<Actor>> actors,
    Map<Grant, Set<Long>> grants,
    Map<Long, Level> levels,
    Map<String, HostConstant.HostStatus> statuses,
    Map<String, HostConstant.HostResolution> resolutions,
    Map<String, HostConstant.HostPriority> priorities,
    Map<String, HostConstant.HostIssueType> issueTypes,
    Map<Long, HostProject> projects,
    Map<Long, Flow> workflows,
    Map<Long, PostFunctions.SetUp> postFunctions,
    Map<Long, Field> fields) {

  /** A member of a role in a project: a user by key, or all users of a group. */
  record Actor(long roleId, boolean group, String name) {}

  /** A permission in a permission scheme. */
  record Grant(long scheme, String permission) {}

  /** A security level and the roles that see its issues. */
  record Level(long id, long scheme, String name, Set<Long> roles) {}

  /** A workflow: where issues start, and its steps. */
  record Flow(String name, String initialStatus, List<Step> steps) {}

  /** A transition out of one status. */
  record Step(
      int actionId,
      String name,
      String fromStatus,
      String toStatus,
      boolean needsResolution,
      long eventType) {}

  /** A custom field's definition. */
  record Field(long id, String typeKey, String name, String description) {
    String fullId() {
      return "customfield_" + id;
    }
  }

  Optional<HostUser> user(String key) {
    return Optional.ofNullable(key).map(users::get);
  }

  /** Jira's user names do not distinguish upper and lower case. */
  Optional<HostUser> userByName(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return users.values().stream()
        .filter(user -> user.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  Optional<HostProject> project(Long id) {
    return Optional.ofNullable(id).map(projects::get);
  }

  Optional<HostProject> projectByKey(String key) {
    return projects.values().stream().filter(project -> project.key().equals(key)).findFirst();
  }

  Optional<HostRole> role(String name) {
    return roles.values().stream().filter(role -> role.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The constant whose name, in any case, or id this is. */
  static <T extends HostConstant> Optional<T> find(Map<String, T> constants, String nameOrId) {
    return constants.values().stream()
        .filter(constant -> constant.getName().equalsIgnoreCase(nameOrId))
        .findFirst()
        .or(() -> Optional.ofNullable(constants.get(nameOrId)));
  }

  /** The names of all groups that have a member or a permission. */
  Set<String> groups() {
    return Stream.concat(groupsOf.values().stream(), globalPermissions.values().stream())
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The names of a user's groups, whether the user is active or not. */
  Set<String> groupsOf(ApplicationUser user) {
    return groupsOf.getOrDefault(user.getKey(), Set.of());
  }

  /** The roles that an active user has in a project; none for nobody. */
  Set<Long> rolesOf(ApplicationUser user, long projectId) {
    Optional<HostUser> known = activeUser(user);
    if (known.isEmpty()) {
      return Set.of();
    }
    String key = known.get().key();
    Set<String> groups = groupsOf.getOrDefault(key, Set.of());
    Predicate<Actor> isUser =
        actor -> actor.group() ? groups.contains(actor.name()) : actor.name().equals(key);
    return actors.getOrDefault(projectId, List.of()).stream()
        .filter(isUser)
        .map(Actor::roleId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether somebody may do this in a project; nobody may do anything in one of the archive. */
  boolean allows(String permission, HostProject project, ApplicationUser user) {
    return !project.archived() && granted(permission, project, user);
  }

  /** Whether the project's scheme gives somebody this permission, in the archive or not. */
  boolean granted(String permission, HostProject project, ApplicationUser user) {
    Set<Long> granted =
        grants.getOrDefault(new Grant(project.permissionScheme(), permission), Set.of());
    return rolesOf(user, project.id()).stream().anyMatch(granted::contains);
  }

  boolean allowsGlobally(String permission, ApplicationUser user) {
    Set<String> granted = globalPermissions.getOrDefault(permission, Set.of());
    return activeUser(user)
        .map(known -> groupsOf.getOrDefault(known.key(), Set.of()))
        .map(groups -> groups.stream().anyMatch(granted::contains))
        .orElse(false);
  }

  /** The security levels whose issues the user sees in a project. */
  Set<Long> levelsOf(ApplicationUser user, HostProject project) {
    Set<Long> has = rolesOf(user, project.id());
    return levels.values().stream()
        .filter(level -> level.scheme() == project.securityScheme())
        .filter(level -> level.roles().stream().anyMatch(has::contains))
        .map(Level::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<HostUser> activeUser(ApplicationUser user) {
    return user == null ? Optional.empty() : user(user.getKey()).filter(HostUser::active);
  }
}
