package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
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
