package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class ProjectAccessTest {
  private static final Person ANNA = new Person("anna");
  private static final Person NOBODY = new Person("nobody");
  private static final ProjectRef DEMO = new ProjectRef(100, "DEMO", "Mobile app");
  private static final ProjectRef OPS = new ProjectRef(200, "OPS", "Operations");

  private final ProjectManager projects = mock(ProjectManager.class);
  private final PermissionManager permissions = mock(PermissionManager.class);
  private final GlobalPermissionManager global = mock(GlobalPermissionManager.class);
  private final UserManager users = mock(UserManager.class);
  private final GroupManager groups = mock(GroupManager.class);
  private final ApplicationUser anna = mock(ApplicationUser.class);
  private final ProjectAccess access =
      new ProjectAccess(
          projects,
          permissions,
          global,
          new JiraPeople(users, mock(HostService.class)),
          new JiraGroups(groups));
  private final Project demo = project(DEMO);
  private final Project ops = project(OPS);

  @Before
  public void annaBrowsesBothAndEditsOne() {
    when(users.getUserByKey("anna")).thenReturn(anna);
    when(projects.getProjectByCurrentKey("DEMO")).thenReturn(demo);
    when(projects.getProjectObj(100L)).thenReturn(demo);
    when(projects.getProjectObj(200L)).thenReturn(ops);
    when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, demo, anna))
        .thenReturn(true);
    when(permissions.hasPermission(ProjectPermissions.EDIT_ISSUES, demo, anna)).thenReturn(true);
    when(permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, anna))
        .thenReturn(List.of(demo, ops));
    when(permissions.getProjects(ProjectPermissions.EDIT_ISSUES, anna)).thenReturn(List.of(demo));
  }

  @Test
  public void findsAProjectForThoseWhoMayBrowseIt() {
    assertThat(access.project(ANNA, "DEMO")).contains(DEMO);
    assertThat(access.project(ANNA, 100)).contains(DEMO);
    assertThat(access.project(ANNA, 200)).isEmpty();
    assertThat(access.project(ANNA, "NONE")).isEmpty();
    assertThat(access.project(ANNA, 999)).isEmpty();
  }

  @Test
  public void knowsGroups() {
    Group developers = mock(Group.class);
    when(groups.getGroup("developers")).thenReturn(developers);
    when(groups.getGroupNamesForUser(anna)).thenReturn(List.of("developers"));
    assertThat(access.groupsOf(ANNA)).containsExactly("developers");
    assertThat(access.groupsOf(NOBODY)).isEmpty();
    assertThat(access.groupExists("developers")).isTrue();
    assertThat(access.groupExists("others")).isFalse();
  }

  @Test
  public void aJiraThatDoesNotNameGroupsGivesNone() {
    when(groups.getGroupNamesForUser(anna))
        .thenReturn(null)
        .thenThrow(new NoSuchMethodError("getGroupNamesForUser"));
    assertThat(access.groupsOf(ANNA)).isEmpty();
    assertThat(access.groupsOf(ANNA)).isEmpty();
  }

  @Test
  public void somebodyWhomJiraDoesNotKnowMayNothing() {
    assertThat(access.project(NOBODY, "DEMO")).isEmpty();
    assertThat(access.mayEdit(NOBODY, 100)).isFalse();
    assertThat(access.editableProjects(NOBODY)).isEmpty();
    assertThat(access.projects(NOBODY, Set.of(100L, 200L))).isEmpty();
    assertThat(access.administers(NOBODY)).isFalse();
    verifyNoInteractions(permissions, global);
  }

  @Test
  public void asksForOneProjectByItself() {
    assertThat(access.projects(ANNA, Set.of())).isEmpty();
    assertThat(access.projects(ANNA, Set.of(100L))).isEqualTo(Map.of(100L, DEMO));
    verify(permissions, never()).getProjects(any(), any());
  }

  @Test
  public void asksForSeveralProjectsAtOnce() {
    assertThat(access.projects(ANNA, Set.of(100L, 200L, 300L)))
        .isEqualTo(Map.of(100L, DEMO, 200L, OPS));
    verify(permissions, never()).hasPermission(any(), any(Project.class), any());
  }

  @Test
  public void editingFollowsThePermissionToEditIssues() {
    assertThat(access.mayEdit(ANNA, 100)).isTrue();
    assertThat(access.mayEdit(ANNA, 200)).isFalse();
    assertThat(access.mayEdit(ANNA, 999)).isFalse();
    assertThat(access.editableProjects(ANNA)).isEqualTo(Map.of(100L, DEMO));
  }

  @Test
  public void nobodyEditsWhatTheyMayNotBrowse() {
    when(permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, anna))
        .thenReturn(List.of(ops));
    assertThat(access.editableProjects(ANNA)).isEmpty();
  }

  @Test
  public void administratorsAreThoseWithTheGlobalPermission() {
    assertThat(access.administers(ANNA)).isFalse();
    when(global.hasPermission(GlobalPermissionKey.ADMINISTER, anna)).thenReturn(true);
    assertThat(access.administers(ANNA)).isTrue();
  }

  private static Project project(ProjectRef ref) {
    Project project = mock(Project.class);
    when(project.getId()).thenReturn(ref.id());
    when(project.getKey()).thenReturn(ref.key());
    when(project.getName()).thenReturn(ref.name());
    return project;
  }
}
