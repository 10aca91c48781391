package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class TalkOnIssuesTest {
  private final TestSite site = new TestSite();
  private final Comments comments = site.jira.comments();
  private final WorkLogs workLogs = site.jira.workLogs();
  private ApplicationUser dev;
  private long id;

  @Before
  public void load() {
    site.load(Team.FILE);
    dev = site.user("dev");
    id = issue().getId();
    site.clock.advance(Duration.ofHours(1));
  }

  @After
  public void close() {
    site.close();
  }

  private MutableIssue issue() {
    return site.get(IssueManager.class).getIssueObject("APP-1");
  }

  private List<Long> events() {
    return site.events.stream().map(event -> ((IssueEvent) event).getEventTypeId()).toList();
  }

  private List<String> history() {
    return site.get(ChangeHistoryManager.class).getChangeHistories(issue()).stream()
        .flatMap(change -> change.getChangeItemBeans().stream())
        .map(TalkOnIssuesTest::shown)
        .toList();
  }

  private static String shown(ChangeItemBean item) {
    return item.getField() + ": " + item.getFromString() + " -> " + item.getToString();
  }

  private static void refused(int status, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(JiraRefusal.class, e -> assertThat(e.status()).isEqualTo(status));
  }

  @Test
  public void commentsAreAddedChangedAndDeletedWithTheirEvents() {
    long first = comments.add(dev, id, "First <b>");
    assertThat(issue().getUpdated().toInstant()).isEqualTo(site.clock.instant());
    assertThat(comments.of(issue(), dev))
        .containsExactly(
            new Comments.Comment(
                first, dev, "First <b>", site.clock.instant(), site.clock.instant()));
    site.clock.advance(Duration.ofMinutes(1));
    comments.change(dev, id, first, "Second");
    assertThat(comments.of(issue(), dev).get(0).body()).isEqualTo("Second");
    assertThat(comments.of(issue(), dev).get(0).updated()).isEqualTo(site.clock.instant());
    comments.delete(site.user("boss"), id, first);
    assertThat(comments.of(issue(), dev)).isEmpty();
    assertThat(events())
        .containsExactly(
            EventType.ISSUE_COMMENTED_ID,
            EventType.ISSUE_COMMENT_EDITED_ID,
            EventType.ISSUE_COMMENT_DELETED_ID);
    assertThat(history()).endsWith("Comment: First <b> -> Second", "Comment: Second -> null");
  }

  @Test
  public void commentsAreRefused() {
    long ofBoss = comments.add(site.user("boss"), id, "Mine");
    refused(400, () -> comments.add(dev, id, " "));
    refused(400, () -> comments.add(dev, id, "x".repeat(32_768)));
    refused(403, () -> comments.add(site.user("guest"), id, "Guest"));
    refused(404, () -> comments.add(site.user("out"), id, "Out"));
    refused(403, () -> comments.change(dev, id, ofBoss, "Not mine"));
    refused(403, () -> comments.delete(dev, id, ofBoss));
    refused(404, () -> comments.delete(dev, id, 99));
    assertThat(comments.of(issue(), site.user("out"))).isEmpty();
    assertThat(comments.of(issue(), site.user("guest"))).hasSize(1);
  }

  private WorkLogs.Draft draft(long minutes) {
    return new WorkLogs.Draft(minutes * 60, Optional.empty(), "Worked");
  }

  @Test
  public void workIsLoggedAndTakenFromTheEstimate() {
    site.jira.operations().edit(dev, id, Map.of("timetracking", Map.of("remainingEstimate", "1h")));
    site.events.clear();
    long log = workLogs.add(dev, id, draft(45));
    assertThat(issue().getTimeSpent()).isEqualTo(45 * 60);
    assertThat(issue().getEstimate()).isEqualTo(15 * 60);
    assertThat(workLogs.of(issue(), dev))
        .containsExactly(new WorkLogs.WorkLog(log, dev, "Worked", site.clock.instant(), 45 * 60));
    workLogs.change(dev, id, log, new WorkLogs.Draft(5_400, Optional.of(TestSite.START), "More"));
    assertThat(issue().getTimeSpent()).isEqualTo(5_400);
    assertThat(issue().getEstimate()).isZero();
    assertThat(workLogs.of(issue(), dev).get(0).started()).isEqualTo(TestSite.START);
    workLogs.delete(dev, id, log);
    assertThat(issue().getTimeSpent()).isZero();
    assertThat(issue().getEstimate()).isEqualTo(5_400);
    assertThat(events())
        .containsExactly(
            EventType.ISSUE_WORKLOGGED_ID,
            EventType.ISSUE_WORKLOG_UPDATED_ID,
            EventType.ISSUE_WORKLOG_DELETED_ID);
    assertThat(history())
        .contains(
            "timespent: null -> 2700", "timeestimate: 3600 -> 900", "timespent: 2700 -> 5400");
  }

  @Test
  public void workIsRefused() {
    long ofBoss = workLogs.add(site.user("boss"), id, draft(1));
    refused(400, () -> workLogs.add(dev, id, draft(0)));
    refused(403, () -> workLogs.add(site.user("guest"), id, draft(1)));
    refused(404, () -> workLogs.add(site.user("out"), id, draft(1)));
    refused(403, () -> workLogs.change(dev, id, ofBoss, draft(1)));
    refused(404, () -> workLogs.delete(dev, id, 99));
    assertThat(workLogs.of(issue(), site.user("out"))).isEmpty();
    assertThat(WorkLogs.seconds(" 2h 30m ")).hasValue(9_000);
    assertThat(WorkLogs.seconds("soon")).isEmpty();
  }

  @Test
  public void aDeletedIssueTakesItsTalkAlong() {
    comments.add(dev, id, "A word");
    workLogs.add(dev, id, draft(1));
    site.jira.operations().delete(site.user("boss"), id);
    assertThat(site.get(IssueManager.class).getIssueObject(id)).isNull();
  }
}
