package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class DemoTest {
  private final TestSite site = new TestSite();

  @Before
  public void load() {
    assertThat(site.jira.importDemo().imported()).isTrue();
  }

  @After
  public void close() {
    site.close();
  }

  private List<Issue> issues(String jql) throws Exception {
    SearchService search = site.get(SearchService.class);
    ApplicationUser admin = site.user("admin");
    return search
        .search(admin, search.parseQuery(admin, jql).getQuery(), new PagerFilter<>(1000))
        .getResults();
  }

  private List<String> browsed(String user) {
    return site
        .get(PermissionManager.class)
        .getProjects(ProjectPermissions.BROWSE_PROJECTS, site.user(user))
        .stream()
        .map(Project::getKey)
        .toList();
  }

  @Test
  public void everyRoleHasSomebodyWhoCanLogIn() {
    assertThat(browsed("admin")).containsExactly("DEMO", "OPS", "SEC");
    assertThat(browsed("lead")).containsExactly("DEMO", "OPS", "SEC");
    assertThat(browsed("member")).containsExactly("DEMO", "OPS");
    assertThat(browsed("viewer")).containsExactly("DEMO", "OPS");
    assertThat(browsed("stranger")).isEmpty();
    for (String name : List.of("admin", "lead", "member", "viewer", "stranger")) {
      assertThat(site.jira.people().authenticate(name, name)).contains(site.user(name));
    }
  }

  @Test
  public void itHasWhatTheScreensShow() throws Exception {
    assertThat(issues("")).hasSizeBetween(100, 130);
    for (String status : List.of("To Do", "In Progress", "In Review", "Done")) {
      assertThat(issues("status = '" + status + "'")).as(status).isNotEmpty();
    }
    for (String resolution : List.of("Done", "Won't Do", "Duplicate", "Cannot Reproduce")) {
      assertThat(issues("resolution = \"" + resolution + "\"")).as(resolution).isNotEmpty();
    }
    assertThat(issues("")).filteredOn(Issue::isSubTask).hasSizeGreaterThan(3);
    assertThat(issues("")).filteredOn(i -> i.getSecurityLevelId() != null).hasSize(1);
    assertThat(issues("summary ~ 'script'")).singleElement().asString().startsWith("DEMO-");
  }

  @Test
  public void theHistoryOfEachIssueLeadsToItsStatus() throws Exception {
    for (Issue issue : issues("")) {
      String status = "To Do";
      Timestamp last = issue.getCreated();
      for (ChangeHistory change : site.get(ChangeHistoryManager.class).getChangeHistories(issue)) {
        assertThat(change.getTimePerformed()).as(issue.getKey()).isAfterOrEqualTo(last);
        assertThat(change.getTimePerformed().toInstant()).isBefore(TestSite.START);
        last = change.getTimePerformed();
        for (ChangeItemBean item : change.getChangeItemBeans()) {
          if (item.getField().equals("status")) {
            assertThat(item.getFromString()).as(issue.getKey()).isEqualTo(status);
            status = item.getToString();
          }
        }
      }
      assertThat(issue.getStatus().getName()).as(issue.getKey()).isEqualTo(status);
      assertThat(issue.getUpdated()).as(issue.getKey()).isAfterOrEqualTo(last);
      assertThat(issue.getResolutionDate() != null)
          .as(issue.getKey())
          .isEqualTo(status.equals("Done"));
    }
  }

  @Test
  public void theObjectivesOfProjectsNameIssuesThatTheirAuthorMayEdit() throws Exception {
    JsonNode okrs = demo("okrs").path("objectives");
    assertThat(okrs).isNotEmpty();
    for (JsonNode objective : okrs) {
      assertThat(objective.path("post").path("why").asText()).isNotBlank();
      assertThat(objective.path("attach")).hasSameSizeAs(objective.path("post").path("keyResults"));
      for (JsonNode keys : objective.path("attach")) {
        keys.forEach(key -> assertMayEdit(objective.path("as").asText(), key.asText()));
      }
    }
  }

  @Test
  public void theObjectivesOfUnitsNameIssuesThatTheirAuthorMayEdit() throws Exception {
    JsonNode plans = demo("plans").path("plans");
    assertThat(plans).isNotEmpty();
    for (JsonNode plan : plans) {
      for (JsonNode objective : plan.path("objectives")) {
        assertThat(objective.path("why").asText()).isNotBlank();
        for (JsonNode keyResult : objective.path("keyResults")) {
          keyResult
              .path("issues")
              .forEach(key -> assertMayEdit(plan.path("as").asText(), key.asText()));
        }
      }
    }
  }

  private static JsonNode demo(String name) throws IOException {
    return new ObjectMapper().readTree(DemoTest.class.getResource("/demo/" + name + ".json"));
  }

  private void assertMayEdit(String author, String issueKey) {
    Issue issue = site.get(IssueManager.class).getIssueObject(issueKey);
    assertThat(
            site.get(PermissionManager.class)
                .hasPermission(ProjectPermissions.EDIT_ISSUES, issue, site.user(author)))
        .as(issueKey)
        .isTrue();
  }

  @Test
  public void aSiteThatHasProjectsGetsNoDemonstration() {
    ImportReport again = site.jira.importDemo();
    assertThat(again.imported()).isFalse();
    assertThat(again.notices()).singleElement().asString().contains("has projects already");
  }
}
