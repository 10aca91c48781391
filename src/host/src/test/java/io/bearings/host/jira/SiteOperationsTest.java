package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SiteOperationsTest {
  private final TestSite site = new TestSite();
  private final SiteOperations operations = site.jira.siteOperations();
  private ApplicationUser admin;

  @Before
  public void load() {
    site.load(Team.FILE);
    admin = site.user("admin");
  }

  @After
  public void close() {
    site.close();
  }

  private long found(String jql) throws Exception {
    SearchService search = site.get(SearchService.class);
    ApplicationUser boss = site.user("boss");
    return search.searchCount(boss, search.parseQuery(boss, jql).getQuery());
  }

  private static void refused(int status, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(JiraRefusal.class, e -> assertThat(e.status()).isEqualTo(status));
  }

  @Test
  public void aStatusOfAnotherCategoryTakesItsIssuesAlongWithoutAWord() throws Exception {
    assertThat(found("statusCategory = Done")).isEqualTo(1);
    operations.setCategory(admin, "3", "done");
    assertThat(found("statusCategory = Done")).isEqualTo(2);
    assertThat(
            site.get(IssueManager.class)
                .getIssueObject("APP-2")
                .getStatus()
                .getStatusCategory()
                .getKey())
        .isEqualTo("done");
    assertThat(site.events).isEmpty();
    assertThat(operations.statuses())
        .contains(new SiteOperations.StatusLine("3", "In Progress", "done"));
    assertThat(operations.categories())
        .isEqualTo(Map.of("new", "To Do", "indeterminate", "In Progress", "done", "Done"));
    refused(400, () -> operations.setCategory(admin, "99", "done"));
    refused(400, () -> operations.setCategory(admin, "3", "undefined"));
    refused(403, () -> operations.setCategory(site.user("boss"), "3", "new"));
  }

  @Test
  public void resolutionsComeAndGo() throws Exception {
    String id = operations.addResolution(admin, " Overtaken ");
    assertThat(operations.resolutions())
        .endsWith(new SiteOperations.ResolutionLine(id, "Overtaken"));
    assertThat(site.get(ResolutionManager.class).getResolutions())
        .extracting(Resolution::getName)
        .endsWith("Overtaken");
    for (String wrong : List.of("", " ", "overtaken", "x".repeat(61))) {
      refused(400, () -> operations.addResolution(admin, wrong));
    }
    refused(403, () -> operations.addResolution(site.user("boss"), "Mine"));

    String done = site.get(IssueManager.class).getIssueObject("APP-3").getResolutionId();
    operations.removeResolution(admin, done, id);
    assertThat(found("resolution = Overtaken")).isEqualTo(1);
    assertThat(operations.resolutions()).noneMatch(each -> each.id().equals(done));
    assertThat(
            site.get(ChangeHistoryManager.class)
                .getChangeHistories(site.get(IssueManager.class).getIssueObject("APP-3")))
        .allSatisfy(
            change ->
                assertThat(change.getChangeItemBeans())
                    .noneMatch(item -> "Overtaken".equals(item.getToString())));
    assertThat(site.events).isEmpty();
    refused(400, () -> operations.removeResolution(admin, done, id));
    refused(400, () -> operations.removeResolution(admin, id, id));
    refused(403, () -> operations.removeResolution(site.user("boss"), id, "10001"));
  }

  @Test
  public void aDeletedProjectIsToldAndNoneOfItsIssues() throws Exception {
    long id = site.get(IssueManager.class).getIssueObject("APP-1").getId();
    site.jira.comments().add(site.user("dev"), id, "A word");
    site.events.clear();
    refused(403, () -> operations.deleteProject(site.user("boss"), "APP"));
    refused(404, () -> operations.deleteProject(admin, "NONE"));
    operations.deleteProject(admin, "APP");
    assertThat(site.events)
        .singleElement()
        .isInstanceOfSatisfying(
            ProjectDeletedEvent.class,
            event -> {
              assertThat(event.getProject().getKey()).isEqualTo("APP");
              assertThat(event.getUser()).isEqualTo(admin);
            });
    assertThat(site.get(ProjectManager.class).getProjectByCurrentKey("APP")).isNull();
    assertThat(site.get(IssueManager.class).getIssueObject(id)).isNull();
    assertThat(found("")).isEqualTo(2);
    assertThat(operations.projects())
        .extracting(SiteOperations.ProjectLine::key)
        .doesNotContain("APP")
        .hasSize(2);
  }

  @Test
  public void nobodySeesAProjectInTheArchiveAndItsIssuesCanOnlyBeRead() throws Exception {
    ApplicationUser boss = site.user("boss");
    ProjectManager projects = site.get(ProjectManager.class);
    PermissionManager permissions = site.get(PermissionManager.class);
    refused(403, () -> operations.archiveProject(boss, "APP"));
    refused(404, () -> operations.archiveProject(admin, "NONE"));
    operations.archiveProject(admin, "APP");

    Project app = projects.getProjectByCurrentKey("APP");
    assertThat(app.isArchived()).isTrue();
    assertThat(projects.getProjectByCurrentKey("LIB").isArchived()).isFalse();
    assertThat(projects.getProjectObjects()).extracting(Project::getKey).doesNotContain("APP");
    assertThat(permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, boss))
        .extracting(Project::getKey)
        .containsExactlyInAnyOrder("HID", "LIB");
    assertThat(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, app, boss)).isFalse();
    assertThat(found("")).isEqualTo(2);
    assertThat(found("key = APP-1")).isZero();

    Issue issue = site.get(IssueManager.class).getIssueObject("APP-1");
    assertThat(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, boss)).isTrue();
    assertThat(
            permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, site.user("out")))
        .isFalse();
    assertThat(permissions.hasPermission(ProjectPermissions.EDIT_ISSUES, issue, boss)).isFalse();
    refused(
        403,
        () -> site.jira.operations().edit(boss, issue.getId(), Map.of("summary", "Still mine")));
    assertThat(site.events).isEmpty();
  }

  @Test
  public void projectsAndPeopleGetOtherNames() {
    ApplicationUser boss = site.user("boss");
    operations.renameProject(admin, "APP", "<b>Web</b>");
    operations.renameUser(admin, "dev", "\u05E9\u05DC\u05D5\u05DD");
    assertThat(site.get(ProjectManager.class).getProjectByCurrentKey("APP").getName())
        .isEqualTo("<b>Web</b>");
    assertThat(site.user("dev").getDisplayName()).isEqualTo("\u05E9\u05DC\u05D5\u05DD");

    refused(400, () -> operations.renameProject(admin, "APP", "x"));
    refused(400, () -> operations.renameProject(admin, "APP", "x".repeat(81)));
    refused(403, () -> operations.renameProject(boss, "APP", "Mine"));
    refused(404, () -> operations.renameProject(admin, "NONE", "Mine"));
    refused(400, () -> operations.renameUser(admin, "dev", " "));
    refused(400, () -> operations.renameUser(admin, "dev", "x".repeat(256)));
    refused(403, () -> operations.renameUser(boss, "dev", "Mine"));
    refused(404, () -> operations.renameUser(admin, "nobody", "Mine"));
  }

  @Test
  public void whoIsNotActiveCannotLogInAndIsKnownAllTheSame() {
    UserManager users = site.get(UserManager.class);
    refused(403, () -> operations.setActive(site.user("boss"), "dev", false));
    refused(404, () -> operations.setActive(admin, "nobody", false));
    refused(400, () -> operations.setActive(admin, "admin", false));

    operations.setActive(admin, "dev", false);
    assertThat(users.getUserByName("dev").isActive()).isFalse();
    assertThat(site.jira.people().authenticate("dev", "dev")).isEmpty();
    assertThat(site.jira.people().matching("dev")).isEmpty();
    operations.setActive(admin, "dev", true);
    assertThat(site.jira.people().authenticate("dev", "dev")).isPresent();
  }

  @Test
  public void nobodyKnowsWhoIsDeletedButWhatTheyDidStays() {
    UserManager users = site.get(UserManager.class);
    String key = users.getUserByName("dev").getKey();
    refused(403, () -> operations.deleteUser(site.user("boss"), "dev"));
    refused(404, () -> operations.deleteUser(admin, "nobody"));
    refused(400, () -> operations.deleteUser(admin, "ADMIN"));

    operations.deleteUser(admin, "dev");
    assertThat(users.getUserByKey(key)).isNull();
    assertThat(users.getUserByName("dev")).isNull();
    assertThat(users.getUserByKeyEvenWhenUnknown(key).isActive()).isFalse();
    assertThat(site.jira.people().authenticate("dev", "dev")).isEmpty();
    Issue issue = site.get(IssueManager.class).getIssueObject("APP-1");
    assertThat(issue.getAssigneeId()).isEqualTo(key);
    assertThat(issue.getAssignee()).isNull();
    refused(404, () -> operations.deleteUser(admin, "dev"));

    site.load("{'users': [{'name': 'dev'}]}");
    assertThat(users.getUserByName("dev").getKey()).isNotEqualTo(key);
  }

  @Test
  public void aBulkOperationTakesIssuesOneByOne() {
    IssueManager issues = site.get(IssueManager.class);
    long one = issues.getIssueObject("APP-1").getId();
    long done = issues.getIssueObject("APP-3").getId();
    BulkOperations bulk = site.jira.bulk();
    ApplicationUser boss = site.user("boss");

    BulkOperations.Result moved = bulk.transition(boss, List.of(one, done, 99L), 11, null);
    assertThat(moved.done()).containsExactly(one);
    assertThat(moved.refused()).containsOnlyKeys(done, 99L);
    assertThat(site.events).hasSize(1);
    assertThat(
            bulk.edit(boss, List.of(one, done), Map.of("priority", Map.of("name", "High"))).done())
        .containsExactly(one, done);
    assertThat(site.events).hasSize(3);
    assertThat(bulk.move(boss, List.of(one), "LIB").done()).containsExactly(one);
    assertThat(issues.getIssueObject(one).getKey()).startsWith("LIB-");
    assertThat(bulk.delete(boss, List.of(one)).done()).containsExactly(one);
    refused(400, () -> bulk.delete(boss, List.of()));
    refused(400, () -> bulk.delete(boss, Collections.nCopies(1_001, 1L)));
  }
}
