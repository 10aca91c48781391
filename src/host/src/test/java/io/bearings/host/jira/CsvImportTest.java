package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.software.Board;
import io.bearings.host.software.SprintData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CsvImportTest {
  private static final String ISSUES =
      """
      site,project,key,type,is_subtask,status,status_category,resolution,priority,created,resolved,\
      updated,due_date,story_points,story_points_source,orig_estimate_s,time_spent_s,remaining_s,\
      parent_key,epic_key,assignee,reporter,components,fix_versions,affects_versions,summary
      s,OLD,OLD-3,Epic,0,Open,new,,Major,2014-01-01T10:00:00Z,,,,,,,,,,,,user-1,,,,The epic
      s,OLD,OLD-4,Story,0,Closed,done,Fixed,Major,2014-01-02T10:00:00Z,2014-01-20T10:00:00Z,\
      2014-01-20T10:00:00Z,2014-01-15,5,x,3600,1800,0,,OLD-3,user-1,user-2,UI|API,1.0|2.0,1.0,\
      "Say ""yes"", then"
      s,OLD,OLD-5,Technical task,1,Open,new,,,2014-01-03T10:00:00Z,,,,,,,,,OLD-4,OLD-99,,,,9.9,,
      """;
  private static final String CHANGES =
      """
      key,at,author,field,from_id,from,to_id,to
      OLD-4,2014-01-10T10:00:00Z,user-1,Sprint,,,7,Sprint 7
      OLD-4,2014-01-20T10:00:00Z,user-2,status,1,Open,6,Closed
      OLD-4,2014-01-20T10:00:00Z,user-2,resolution,,,1,Fixed
      OLD-4,2014-01-21T10:00:00Z,user-2,Fix Version,,,71,2.0
      OLD-9,2014-01-21T10:00:00Z,user-2,status,,,71,2.0
      """;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final TestSite site = new TestSite();
  private Path set;

  @Before
  public void write() throws IOException {
    site.jira.softwareArrived(new PlainShapes());
    set = folder.newFolder("old").toPath();
    write("issues", ISSUES);
    write(
        "statuses",
        """
        site,status_id,status,status_category,category_source
        s,1,Open,new,jira
        s,3,In Progress,indeterminate,jira
        s,6,Closed,done,jira
        """);
    write("changelog", CHANGES);
    write(
        "sprints",
        """
        sprint_id,board_id,name,state,start,end,complete
        7,114,Sprint 7,closed,2014-01-06T10:00:00Z,2014-01-20T10:00:00Z,2014-01-21T10:00:00Z
        8,,Sprint 8,future,,,
        """);
    write("issue_sprints", "key,sprint_id\nOLD-4,7\nOLD-99,7\n");
    write(
        "versions",
        """
        project,version_id,name,released,archived,start_date,release_date
        OLD,70,1.0,1,0,,2014-01-18
        OLD,71,2.0,0,0,,
        OLD,72,2.0,0,0,,
        """);
    write(
        "worklogs",
        """
        key,worklog_id,author,started,seconds
        OLD-4,1,user-2,2014-01-10T10:00:00Z,1800
        OLD-99,2,user-2,2014-01-10T10:00:00Z,1800
        """);
    write(
        "links",
        """
        link_id,key,link_type,direction,phrase,other_key,other_status
        1,OLD-3,Blocks,outward,blocks,OLD-4,Closed
        1,OLD-4,Blocks,inward,is blocked by,OLD-3,Open
        2,OLD-3,Blocks,outward,blocks,OLD-99,Closed
        """);
  }

  private void write(String table, String text) {
    try {
      Files.writeString(set.resolve(table + ".csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @After
  public void close() {
    site.close();
  }

  private Issue issue(String key) {
    return site.get(IssueManager.class).getIssueObject(key);
  }

  private long rows(String table) {
    return site.database.jdbc().queryForObject("select count(*) from " + table, Long.class);
  }

  @Test
  public void aSetBecomesProjectsWithTheirHistory() {
    ImportReport report = site.jira.importTables(folder.getRoot().toPath());
    assertThat(report.imported()).isTrue();
    assertThat(report.issues()).isEqualTo(3);
    assertThat(report.projects()).isEqualTo(1);
    assertThat(report.users()).isEqualTo(2);
    Issue story = issue("OLD-4");
    assertThat(story.getSummary()).isEqualTo("Say \"yes\", then");
    assertThat(story.getStatus().getName()).isEqualTo("Closed");
    assertThat(story.getStatus().getStatusCategory().getKey()).isEqualTo("done");
    assertThat(story.getResolution().getName()).isEqualTo("Fixed");
    assertThat(story.getPriority().getName()).isEqualTo("Major");
    assertThat(story.getDueDate()).hasToString("2014-01-15 00:00:00.0");
    assertThat(story.getTimeSpent()).isEqualTo(1800);
    assertThat(story.getAssignee().isActive()).isFalse();
    CustomFieldManager fields = site.get(CustomFieldManager.class);
    assertThat(story.getCustomFieldValue(fields.getCustomFieldObject("customfield_10002")))
        .isEqualTo(5.0);
    assertThat(story.getCustomFieldValue(fields.getCustomFieldObject("customfield_10003")))
        .isEqualTo(issue("OLD-3"));
    assertThat(issue("OLD-5").getParentObject()).isEqualTo(story);
    assertThat(issue("OLD-5").getSummary()).isEqualTo("OLD-5");
    assertThat(rows("nodeassociation")).isEqualTo(5);
    assertThat(rows("issue_index")).isEqualTo(3);
    assertThat(site.jira.people().authenticate("user-1", "user-1")).isEmpty();
    assertThat(report.notices())
        .containsExactlyInAnyOrder(
            "old: 1 versions of other projects, or of a name that is there already",
            "old: 1 versions of issues that versions.csv does not have",
            "old: 1 issues whose epic is not there",
            "old: 1 memberships of issues or sprints that are not there",
            "old: 1 changes of issues that are not there",
            "old: 1 links to issues that are not there",
            "old: 1 work logs of issues that are not there");
    assertThat(rows("worklog")).isEqualTo(1);
  }

  @Test
  public void idsOfTheHistoryAreTheSitesOwn() {
    site.jira.importTables(set);
    Issue story = issue("OLD-4");
    List<ChangeHistory> changes = site.get(ChangeHistoryManager.class).getChangeHistories(story);
    assertThat(changes).hasSize(3);
    assertThat(changes.get(1).getChangeItemBeans())
        .extracting(ChangeItemBean::getField, ChangeItemBean::getTo, ChangeItemBean::getToString)
        .containsExactly(
            tuple("status", story.getStatusId(), "Closed"),
            tuple("resolution", story.getResolutionId(), "Fixed"));
    SprintData sprint = sprint("Board 114");
    assertThat(changes.get(0).getChangeItemBeans())
        .extracting(ChangeItemBean::getFieldType, ChangeItemBean::getFrom, ChangeItemBean::getTo)
        .containsExactly(tuple("custom", "", Long.toString(sprint.id())));
    assertThat(changes.get(2).getChangeItemBeans().get(0).getTo()).isNotEqualTo("71");
    assertThat(site.database.jdbc().queryForList("select linktype from issuelink", Long.class))
        .as("sub-task, epic, and a link that both ends told")
        .hasSize(3);
  }

  private SprintData sprint(String boardName) {
    Board board =
        site.jira.boards().boards(site.user("admin")).stream()
            .filter(each -> each.name().equals(boardName))
            .findFirst()
            .orElseThrow();
    return site.jira.boards().sprintsOf(board.id()).get(0);
  }

  @Test
  public void itsIssuesCanBeWorkedWith() {
    site.jira.importTables(set);
    ApplicationUser admin = site.user("admin");
    Issue epic = issue("OLD-3");
    List<Workflow.Transition> steps = site.jira.workflow().available(epic, admin);
    assertThat(steps)
        .extracting(Workflow.Transition::name)
        .containsExactly("In Progress", "Closed");
    site.jira.workflow().transition(admin, epic.getId(), steps.get(1).id(), null);
    assertThat(issue("OLD-3").getStatus().getName()).isEqualTo("Closed");
    assertThat(
            site.jira
                .operations()
                .create(
                    admin,
                    Map.of(
                        "project", Map.of("key", "OLD"),
                        "issuetype", Map.of("name", "Story"),
                        "summary", "New"))
                .getKey())
        .isEqualTo("OLD-6");
    assertThat(sprint("old board").state()).isEqualTo(SprintData.State.FUTURE);
  }

  @Test
  public void theSameSetAgainIsLeftAlone() {
    site.jira.importTables(set);
    ImportReport again = site.jira.importTables(set);
    assertThat(again.imported()).isFalse();
    assertThat(again.notices()).singleElement().asString().contains("imported before");
    write("issues", ISSUES + "\n".repeat(0) + ISSUES.lines().skip(1).findFirst().orElseThrow());
    assertThatThrownBy(() -> site.jira.importTables(set))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("a project OLD already");
  }

  private void refused(String table, String text, String because) {
    write(table, text);
    assertThatThrownBy(() -> site.jira.importTables(set))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining(because)
        .hasMessageContaining(".csv");
    assertThat(rows("project")).as("all or nothing").isZero();
  }

  @Test
  public void whatIsWrongIsNamedWithItsRow() {
    refused("issues", ISSUES.replace("2014-01-02T10", "2014-01-02 10"), "row 3: '2014-01-02 10");
    refused("issues", ISSUES.replace("2014-01-15", "tomorrow"), "'tomorrow' is no date");
    refused("issues", ISSUES.replace(",Closed,done", ",Shut,done"), "no status 'Shut'");
    refused("issues", ISSUES.replace("OLD-5,", "OLD-4,"), "twice");
    refused("issues", ISSUES.replace("s,OLD,", "s,old,"), "no key of a project");
    refused("issues", ISSUES.replace(",summary", ",title"), "'summary' is missing");
    refused("issues", ISSUES.replace("s,OLD,OLD-3", "OLD,OLD-3"), "25 values for 26 columns");
    refused("issues", ISSUES + "\"", "quotation mark");
    refused("issues", ISSUES.replace("Technical task", "T".repeat(61)), "more than 60");
    write("issues", ISSUES);
    refused("sprints", "sprint_id,board_id,name,state,start,end,complete\n1,,A,late,,,\n", "late");
    refused("statuses", "status,status_category\nOpen,blue\n", "no status category 'blue'");
    refused("statuses", "status,status_category\nClosed,done\n", "category new");
  }

  @Test
  public void aFolderWithoutTablesIsRefused() throws IOException {
    Path empty = folder.newFolder("empty").toPath();
    assertThatThrownBy(() -> site.jira.importTables(empty))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("no issues.csv");
    assertThatThrownBy(() -> site.jira.importTables(empty.resolve("missing")))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("cannot be read");
  }

  /** Two real sites of 7,839 issues; docs/real-data.md says where they lie. */
  @Test
  public void realSitesAreImportedInSeconds() {
    Path data =
        Path.of(Optional.ofNullable(System.getenv("BEARINGS_DATA")).orElse("../../../shared/data"));
    if (!Files.isDirectory(data)) {
      System.err.println(
          "NOT RUN: the real data are not at "
              + data.toAbsolutePath().normalize()
              + "; set BEARINGS_DATA to their folder (docs/real-data.md)");
    }
    Assume.assumeTrue("real data at " + data, Files.isDirectory(data));
    long start = System.nanoTime();
    ImportReport report = site.jira.importTables(data);
    assertThat(report.issues()).isEqualTo(5543 + 2296);
    assertThat(report.projects()).isEqualTo(19);
    assertThat(rows("ao_60db71_sprint")).isEqualTo(351);
    assertThat(rows("changeitem")).isEqualTo(12_960);
    assertThat(rows("issue_sprint")).isGreaterThan(8_700);
    assertThat(rows("worklog")).isEqualTo(155);
    assertThat((System.nanoTime() - start) / 1_000_000_000).as("seconds").isLessThan(120);
  }
}
