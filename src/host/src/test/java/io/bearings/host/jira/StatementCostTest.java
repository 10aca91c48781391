package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.timezone.TimeZoneManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A call costs at least what it costs in Jira; budgets of the add-on stand on these numbers. */
public class StatementCostTest {
  private final TestSite site = new TestSite();
  private IssueManager issues;
  private Issue issue;
  private ApplicationUser dev;

  @Before
  public void load() {
    site.load(Team.FILE);
    issues = site.get(IssueManager.class);
    issue = issues.getIssueObject("APP-1");
    dev = site.user("dev");
  }

  @After
  public void close() {
    site.close();
  }

  @Test
  public void whatJiraKeepsInMemoryIsFree() {
    assertThat(
            site.statements(
                () -> {
                  site.get(UserManager.class).getUserByKey(dev.getKey());
                  site.get(UserManager.class).getUserByName("dev");
                  ProjectManager projects = site.get(ProjectManager.class);
                  projects.getProjectObjects();
                  projects.getProjectObj(issue.getProjectId());
                  projects.getProjectObjByKey("APP").getProjectLead();
                  site.get(ResolutionManager.class).getResolutions();
                  site.get(TimeZoneManager.class).getTimeZoneforUser(dev);
                  site.get(ProjectRoleManager.class).getProjectRoles(dev, issue.getProjectObject());
                  site.get(CustomFieldManager.class).getCustomFieldObjects();
                  site.get(PermissionManager.class)
                      .getProjects(ProjectPermissions.BROWSE_PROJECTS, dev);
                  return site.get(PermissionManager.class)
                      .hasPermission(ProjectPermissions.EDIT_ISSUES, issue.getProjectObject(), dev);
                }))
        .isZero();
    assertThat(site.statements(() -> site.jira.people().authenticate("dev", "dev"))).isZero();
  }

  @Test
  public void anIssueCostsOneAndItsColumnsNothing() {
    assertThat(site.statements(() -> issues.getIssueObject(issue.getId()))).isEqualTo(1);
    assertThat(site.statements(() -> issues.getIssueObject("APP-1"))).isEqualTo(1);
    assertThat(site.statements(() -> issues.getIssueByCurrentKey("APP-1"))).isEqualTo(1);
    assertThat(
            site.statements(
                () -> {
                  issue.getStatus().getStatusCategory();
                  issue.getAssignee();
                  issue.getProjectObject();
                  issue.getParentId();
                  return issue.getResolution();
                }))
        .isZero();
  }

  @Test
  public void severalIssuesCostOneEach() {
    List<Long> ids = List.copyOf(issues.getIssueIdsForProject(issue.getProjectId()));
    assertThat(site.statements(() -> issues.getIssueObjects(ids))).isEqualTo(5);
  }

  @Test
  public void permissionOnAnIssueIsNeverFree() {
    PermissionManager permissions = site.get(PermissionManager.class);
    assertThat(
            site.statements(
                () ->
                    permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, dev)
                        && permissions.hasPermission(
                            ProjectPermissions.BROWSE_PROJECTS, issue, dev)))
        .isEqualTo(2);
  }

  @Test
  public void aCustomFieldCostsOneForEachIssue() {
    CustomField points =
        site.get(CustomFieldManager.class).getCustomFieldObject("customfield_10002");
    assertThat(site.statements(() -> points.getValue(issue))).isEqualTo(1);
    assertThat(site.statements(() -> points.getValue(issue))).isEqualTo(1);
    Issue read = issues.getIssueObject("APP-1");
    assertThat(site.statements(() -> read.getCustomFieldValue(points))).isEqualTo(1);
    assertThat(site.statements(() -> read.getCustomFieldValue(points)))
        .as("an issue object remembers, as in Jira")
        .isZero();
  }

  @Test
  public void changeHistoryCostsTwoForEachIssue() {
    ChangeHistoryManager history = site.get(ChangeHistoryManager.class);
    assertThat(site.statements(() -> history.getChangeHistories(issue))).isEqualTo(2);
    assertThat(site.statements(() -> history.getChangeHistoriesForUser(issue, dev))).isEqualTo(3);
    assertThat(site.statements(() -> history.getChangeItemsForField(issue, "status"))).isEqualTo(1);
  }

  @Test
  public void statusesAreKeptInMemoryAndVersionsAreNot() {
    StatusManager statuses = site.get(StatusManager.class);
    assertThat(site.statements(statuses::getStatuses)).isZero();
    assertThat(statuses.getStatuses())
        .extracting(Status::getId)
        .contains(issue.getStatus().getId());
    assertThat(statuses.getStatus(issue.getStatus().getId())).isNotNull();
    VersionManager versions = site.get(VersionManager.class);
    assertThat(site.statements(() -> versions.getFixVersionsFor(issue))).isEqualTo(1);
    assertThat(versions.getVersion(-1L)).isNull();
  }

  @Test
  public void parentsAndSubTasksAreReadWhenAskedFor() {
    Issue sub = issues.getIssueObject("APP-4");
    assertThat(site.statements(sub::getParentObject)).isEqualTo(2);
    assertThat(site.statements(sub::getParentId)).isZero();
    assertThat(site.statements(issue::getSubTaskObjects)).isEqualTo(2);
  }

  private long searching(String jql, int max) {
    SearchService search = site.get(SearchService.class);
    Query query = search.parseQuery(dev, jql).getQuery();
    return site.statements(
        () -> {
          try {
            return search.search(dev, query, new PagerFilter<>(max));
          } catch (SearchException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  public void aSearchCostsOneAndOneForEachThousandHits() throws Exception {
    String more =
        IntStream.range(0, 2500)
            .mapToObj(i -> "{'summary':'Number " + i + "'}")
            .collect(Collectors.joining(","));
    site.load(
        "{'projects':[{'key':'BIG','name':'Big','roles':{'Users':{'users':['dev']}},'issues':["
            + more
            + "]}]}");
    assertThat(searching("project = NONE", 50)).isEqualTo(1);
    assertThat(searching("project = APP", 50)).isEqualTo(2);
    assertThat(searching("project = BIG", 50)).isEqualTo(2);
    assertThat(searching("project = BIG", 1000)).isEqualTo(2);
    assertThat(searching("project = BIG", 1001)).isEqualTo(3);
    assertThat(searching("project = BIG", 5000)).isEqualTo(4);
    SearchService search = site.get(SearchService.class);
    Query query = search.parseQuery(dev, "project = BIG").getQuery();
    assertThat(
            site.statements(
                () -> {
                  try {
                    return search.searchCount(dev, query);
                  } catch (SearchException e) {
                    throw new AssertionError(e);
                  }
                }))
        .isEqualTo(1);
  }
}
