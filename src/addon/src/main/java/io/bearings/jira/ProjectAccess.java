package io.bearings.jira;

import static java.util.stream.Collectors.toMap;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The permissions of Jira's projects, and its groups. Somebody whom Jira does not know may nothing.
 */
@Component
class ProjectAccess implements Access {
  private final ProjectManager projects;
  private final PermissionManager permissions;
  private final GlobalPermissionManager globalPermissions;
  private final JiraPeople people;
  private final JiraGroups groups;

  @Inject
  ProjectAccess(
      @ComponentImport ProjectManager projects,
      @ComponentImport PermissionManager permissions,
      @ComponentImport GlobalPermissionManager globalPermissions,
      JiraPeople people,
      JiraGroups groups) {
    this.projects = projects;
    this.permissions = permissions;
    this.globalPermissions = globalPermissions;
    this.people = people;
    this.groups = groups;
  }

  @Override
  public Optional<ProjectRef> project(Person who, String projectKey) {
    return browsable(who, Optional.ofNullable(projects.getProjectByCurrentKey(projectKey)));
  }

  @Override
  public Optional<ProjectRef> project(Person who, long projectId) {
    return browsable(who, Optional.ofNullable(projects.getProjectObj(projectId)));
  }

  private Optional<ProjectRef> browsable(Person who, Optional<Project> project) {
    return project.filter(each -> mayBrowse(who, each)).map(ProjectAccess::ref);
  }

  @Override
  public Map<Long, ProjectRef> projects(Person who, Set<Long> projectIds) {
    // One project is asked for by itself; several cost no more than all.
    Stream<ProjectRef> found =
        projectIds.size() <= 1
            ? projectIds.stream().flatMap(id -> project(who, id).stream())
            : allBrowsable(who).filter(each -> projectIds.contains(each.id()));
    return byId(found);
  }

  @Override
  public List<ProjectRef> browsable(Person who) {
    return allBrowsable(who).sorted(Comparator.comparing(ProjectRef::key)).toList();
  }

  @Override
  public boolean mayEdit(Person who, long projectId) {
    return Optional.ofNullable(projects.getProjectObj(projectId))
        .filter(project -> mayEditIssues(who, project))
        .isPresent();
  }

  @Override
  public boolean administersProject(Person who, long projectId) {
    Optional<Project> project = Optional.ofNullable(projects.getProjectObj(projectId));
    return people
        .user(who)
        .filter(
            user ->
                project
                    .filter(
                        it ->
                            permissions.hasPermission(
                                ProjectPermissions.ADMINISTER_PROJECTS, it, user))
                    .isPresent())
        .isPresent();
  }

  @Override
  public Map<Long, ProjectRef> editableProjects(Person who) {
    Map<Long, ProjectRef> browsable = byId(allBrowsable(who));
    return byId(allEditable(who).filter(each -> browsable.containsKey(each.id())));
  }

  @Override
  public Set<String> groupsOf(Person who) {
    return people.user(who).map(groups::of).orElse(Set.of());
  }

  @Override
  public boolean groupExists(String name) {
    return groups.exists(name);
  }

  @Override
  public boolean administers(Person who) {
    return people
        .user(who)
        .filter(user -> globalPermissions.hasPermission(GlobalPermissionKey.ADMINISTER, user))
        .isPresent();
  }

  private boolean mayBrowse(Person who, Project project) {
    return people
        .user(who)
        .filter(
            user -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user))
        .isPresent();
  }

  private boolean mayEditIssues(Person who, Project project) {
    return people
        .user(who)
        .filter(user -> permissions.hasPermission(ProjectPermissions.EDIT_ISSUES, project, user))
        .isPresent();
  }

  private Stream<ProjectRef> allBrowsable(Person who) {
    return people.user(who).stream()
        .flatMap(user -> permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, user).stream())
        .map(ProjectAccess::ref);
  }

  private Stream<ProjectRef> allEditable(Person who) {
    return people.user(who).stream()
        .flatMap(user -> permissions.getProjects(ProjectPermissions.EDIT_ISSUES, user).stream())
        .map(ProjectAccess::ref);
  }

  private static Map<Long, ProjectRef> byId(Stream<ProjectRef> refs) {
    return refs.collect(toMap(ProjectRef::id, each -> each, (one, same) -> one));
  }

  private static ProjectRef ref(Project project) {
    return new ProjectRef(project.getId(), project.getKey(), project.getName());
  }
}
