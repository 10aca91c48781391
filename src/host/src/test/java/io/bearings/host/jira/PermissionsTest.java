package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class PermissionsTest {
  private final TestSite site = new TestSite();
  private PermissionManager permissions;

  @Before
  public void load() {
    site.load(Team.FILE);
    permissions = site.get(PermissionManager.class);
  }

  @After
  public void close() {
    site.close();
  }

  private Project project(String key) {
    return site.get(ProjectManager.class).getProjectObjByKey(key);
  }

  private Issue issue(String key) {
    return site.get(IssueManager.class).getIssueObject(key);
  }

  /** Of all people, also nobody, those who have the permission on the issue. */
  private List<String> with(ProjectPermissionKey permission, String issueKey) {
    return Stream.of("boss", "dev", "guest", "out", "gone", "admin", "nobody")
        .filter(name -> permissions.hasPermission(permission, issue(issueKey), site.user(name)))
        .toList();
  }

  @Test
  public void aRoleDecidesWhatOneMayDoWithAnIssue() {
    assertThat(with(ProjectPermissions.BROWSE_PROJECTS, "APP-1"))
        .containsExactly("boss", "dev", "guest");
    for (ProjectPermissionKey work :
        List.of(
            ProjectPermissions.CREATE_ISSUES,
            ProjectPermissions.EDIT_ISSUES,
            ProjectPermissions.TRANSITION_ISSUES,
            ProjectPermissions.LINK_ISSUES,
            ProjectPermissions.ADD_COMMENTS,
            ProjectPermissions.WORK_ON_ISSUES,
            Permissions.MOVE_ISSUES)) {
      assertThat(with(work, "APP-1")).as(work.permissionKey()).containsExactly("boss", "dev");
    }
    assertThat(with(ProjectPermissions.ADMINISTER_PROJECTS, "APP-1")).containsExactly("boss");
    assertThat(with(Permissions.DELETE_ISSUES, "APP-1")).containsExactly("boss");
    assertThat(with(new ProjectPermissionKey("FLY"), "APP-1")).isEmpty();
  }

  @Test
  public void aSecurityLevelHidesAnIssueFromOtherRoles() {
    assertThat(with(ProjectPermissions.BROWSE_PROJECTS, "APP-5")).containsExactly("boss");
    assertThat(with(ProjectPermissions.EDIT_ISSUES, "APP-5")).containsExactly("boss");
  }

  @Test
  public void aProjectWithoutARoleIsHidden() {
    assertThat(with(ProjectPermissions.BROWSE_PROJECTS, "HID-1")).containsExactly("boss");
    assertThat(permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, site.user("dev")))
        .containsExactlyInAnyOrder(project("APP"), project("LIB"));
    assertThat(permissions.getProjects(ProjectPermissions.EDIT_ISSUES, site.user("guest")))
        .isEmpty();
    assertThat(permissions.hasProjects(ProjectPermissions.BROWSE_PROJECTS, site.user("out")))
        .isFalse();
    assertThat(permissions.hasProjects(ProjectPermissions.BROWSE_PROJECTS, null)).isFalse();
    assertThat(
            permissions.hasPermission(
                ProjectPermissions.EDIT_ISSUES, project("LIB"), site.user("dev")))
        .isTrue();
    assertThat(
            permissions.hasPermission(
                ProjectPermissions.EDIT_ISSUES, project("HID"), site.user("dev")))
        .isFalse();
  }

  @Test
  public void whatIsStoredNowDecides() {
    Issue before = issue("APP-1");
    site.database
        .jdbc()
        .update("update jiraissue set security = 10000 where id = ?", before.getId());
    assertThat(
            permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, before, site.user("dev")))
        .isFalse();
    Issue gone = issue("LIB-1");
    site.jira.operations().delete(site.user("boss"), gone.getId());
    assertThat(
            permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, gone, site.user("boss")))
        .isFalse();
  }

  @Test
  public void askingAboutNothingIsAnError() {
    assertThatThrownBy(
            () ->
                permissions.hasPermission(
                    ProjectPermissions.EDIT_ISSUES, (Issue) null, site.user("dev")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                permissions.hasPermission(
                    ProjectPermissions.EDIT_ISSUES, (Project) null, site.user("dev")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  public void onlyAdministratorsAdminister() {
    GlobalPermissionManager global = site.get(GlobalPermissionManager.class);
    for (GlobalPermissionKey key :
        List.of(GlobalPermissionKey.ADMINISTER, GlobalPermissionKey.SYSTEM_ADMIN)) {
      assertThat(global.hasPermission(key, site.user("admin"))).isTrue();
      assertThat(global.hasPermission(key, site.user("boss"))).isFalse();
      assertThat(global.hasPermission(key, null)).isFalse();
    }
    site.database
        .jdbc()
        .update("delete from globalpermissionentry where permission = 'ADMINISTER'");
    try (TestSite again = new TestSite(io.bearings.host.Temper.KIND, site.database)) {
      GlobalPermissionManager then = again.get(GlobalPermissionManager.class);
      assertThat(then.hasPermission(GlobalPermissionKey.ADMINISTER, again.user("admin"))).isTrue();
    }
  }

  @Test
  public void rolesAreTold() {
    ProjectRoleManager roles = site.get(ProjectRoleManager.class);
    ProjectRole developers = roles.getProjectRole("Developers");
    assertThat(roles.getProjectRoles())
        .extracting(ProjectRole::getName)
        .containsExactlyInAnyOrder("Users", "Developers", "Administrators");
    assertThat(roles.getProjectRole(developers.getId())).isEqualTo(developers);
    assertThat(roles.getProjectRole("Kings")).isNull();
    assertThat(developers.getDescription()).isNotBlank();
    assertThat(roles.isUserInProjectRole(site.user("dev"), developers, project("APP"))).isTrue();
    assertThat(roles.isUserInProjectRole(site.user("gone"), developers, project("APP"))).isFalse();
    assertThat(roles.isUserInProjectRole(null, developers, project("APP"))).isFalse();
    assertThat(roles.getProjectRoles(site.user("boss"), project("HID")))
        .extracting(ProjectRole::getName)
        .containsExactly("Administrators");
  }
}
