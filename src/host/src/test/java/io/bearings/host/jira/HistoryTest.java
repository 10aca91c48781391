package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class HistoryTest {
  private final TestSite site = new TestSite();
  private ChangeHistoryManager history;
  private Issue issue;

  @Before
  public void load() {
    site.load(Team.FILE);
    history = site.get(ChangeHistoryManager.class);
    issue = site.get(IssueManager.class).getIssueObject("APP-3");
    site.clock.advance(Duration.ofHours(1));
    site.jira.workflow().transition(site.user("boss"), issue.getId(), 71, null);
  }

  @After
  public void close() {
    site.close();
  }

  @Test
  public void theOldestChangeComesFirst() {
    List<ChangeHistory> changes = history.getChangeHistories(issue);
    assertThat(changes)
        .extracting(ChangeHistory::getAuthorObject)
        .containsExactly(site.user("dev"), site.user("boss"));
    assertThat(changes).allSatisfy(change -> assertThat(change.getIssue()).isEqualTo(issue));
  }

  @Test
  public void changesSinceAMomentIncludeThatMoment() {
    Date reopened = Date.from(site.clock.instant());
    assertThat(history.getChangeHistoriesSince(issue, reopened)).hasSize(1);
    assertThat(history.getChangeHistoriesSince(issue, new Date(reopened.getTime() + 1))).isEmpty();
    assertThat(history.getChangeHistoriesSince(issue, new Date(0))).hasSize(2);
  }

  @Test
  public void onlyWhoSeesTheIssueSeesItsHistory() {
    assertThat(history.getChangeHistoriesForUser(issue, site.user("guest"))).hasSize(2);
    assertThat(history.getChangeHistoriesForUser(issue, site.user("out"))).isEmpty();
  }

  @Test
  public void theItemsOfAFieldAreInOrder() {
    assertThat(history.getChangeItemsForField(issue, "Status"))
        .extracting(ChangeItemBean::getToString)
        .containsExactly("Done", "To Do");
    assertThat(history.getChangeItemsForField(issue, "Sprint")).isEmpty();
  }

  @Test
  public void aChangeIsFoundById() {
    ChangeHistory first = history.getChangeHistories(issue).get(0);
    ChangeHistory found = history.getChangeHistoryById(first.getId());
    assertThat(found.getIssueId()).isEqualTo(issue.getId());
    assertThat(found.getChangeItemBeans()).hasSize(2);
    assertThat(history.getChangeHistoryById(1L)).isNull();
  }
}
