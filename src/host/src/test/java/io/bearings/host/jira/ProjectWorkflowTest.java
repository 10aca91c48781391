package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.Workflow.Transition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ProjectWorkflowTest {
  private static final int START = 11;
  private static final int REVIEW = 31;
  private static final int DONE = 51;
  private static final int CLOSE = 61;
  private static final int REOPEN = 71;

  private final TestSite site = new TestSite();
  private Workflow workflow;
  private ApplicationUser dev;

  @Before
  public void load() {
    site.load(Team.FILE);
    workflow = site.jira.workflow();
    dev = site.user("dev");
  }

  @After
  public void close() {
    site.close();
  }

  private Issue issue(String key) {
    return site.get(IssueManager.class).getIssueObject(key);
  }

  private void take(int transition, String resolution) {
    site.clock.advance(Duration.ofMinutes(1));
    workflow.transition(dev, issue("APP-1").getId(), transition, resolution);
  }

  private List<String> names(String key, String user) {
    return workflow.available(issue(key), site.user(user)).stream().map(Transition::name).toList();
  }

  @Test
  public void aStatusHasItsTransitions() {
    assertThat(names("APP-1", "dev")).containsExactly("Start progress", "Done", "Close");
    assertThat(names("APP-2", "boss")).containsExactly("Stop progress", "Send to review", "Done");
    assertThat(names("APP-3", "dev")).containsExactly("Reopen");
    assertThat(workflow.available(issue("APP-1"), dev))
        .contains(
            new Transition(DONE, "Done", "10001", true),
            new Transition(START, "Start progress", "3", false));
  }

  @Test
  public void whoMayNotTakeThemHasNone() {
    assertThat(names("APP-1", "guest")).isEmpty();
    assertThat(names("APP-1", "out")).isEmpty();
    assertThat(names("APP-5", "dev")).isEmpty();
    assertThat(workflow.available(issue("APP-1"), null)).isEmpty();
  }

  @Test
  public void doneSetsTheResolutionAndItsDate() {
    take(DONE, "10001");
    Issue issue = issue("APP-1");
    assertThat(issue.getStatus().getName()).isEqualTo("Done");
    assertThat(issue.getResolution().getName()).isEqualTo("Won't Do");
    assertThat(issue.getResolutionDate().toInstant()).isEqualTo(site.clock.instant());
    assertThat(issue.getUpdated().toInstant()).isEqualTo(site.clock.instant());
  }

  @Test
  public void theDefaultResolutionIsDone() {
    take(DONE, null);
    assertThat(issue("APP-1").getResolution().getName()).isEqualTo("Done");
  }

  @Test
  public void reopeningTakesTheResolutionAway() {
    take(DONE, null);
    take(REOPEN, null);
    assertThat(issue("APP-1").getStatus().getName()).isEqualTo("To Do");
    assertThat(issue("APP-1").getResolution()).isNull();
    assertThat(issue("APP-1").getResolutionDate()).isNull();
  }

  @Test
  public void theHistoryTellsWhoChangedWhatAndWhen() {
    take(START, null);
    take(DONE, "10002");
    take(REOPEN, null);
    List<ChangeHistory> changes =
        site.get(ChangeHistoryManager.class).getChangeHistories(issue("APP-1"));
    assertThat(changes).hasSize(3).allSatisfy(c -> assertThat(c.getAuthorObject()).isEqualTo(dev));
    assertThat(changes.get(2).getTimePerformed().toInstant()).isEqualTo(site.clock.instant());
    assertThat(changes.stream().flatMap(change -> change.getChangeItemBeans().stream()))
        .extracting("fieldType", "field", "from", "fromString", "to", "toString")
        .containsExactly(
            tuple("jira", "status", "10000", "To Do", "3", "In Progress"),
            tuple("jira", "resolution", null, null, "10002", "Duplicate"),
            tuple("jira", "status", "3", "In Progress", "10001", "Done"),
            tuple("jira", "resolution", "10002", "Duplicate", null, null),
            tuple("jira", "status", "10001", "Done", "10000", "To Do"));
  }

  @Test
  public void eachTransitionFiresItsOwnTypeOfEvent() {
    take(START, null);
    take(REVIEW, null);
    take(DONE, null);
    take(REOPEN, null);
    take(CLOSE, "10001");
    assertThat(site.events)
        .extracting(event -> ((IssueEvent) event).getEventTypeId())
        .containsExactly(
            EventType.ISSUE_GENERICEVENT_ID,
            EventType.ISSUE_GENERICEVENT_ID,
            EventType.ISSUE_RESOLVED_ID,
            EventType.ISSUE_REOPENED_ID,
            EventType.ISSUE_CLOSED_ID);
    IssueEvent last = (IssueEvent) site.events.get(4);
    assertThat(last.getUser()).isEqualTo(dev);
    assertThat(last.getIssue().getStatus().getName()).isEqualTo("Done");
  }

  private static void refused(Runnable work, int status, String... parts) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            JiraRefusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status))
        .hasMessageContainingAll(parts);
  }

  @Test
  public void whatCannotBeDoneIsRefusedAndLeavesNoTrace() {
    long open = issue("APP-1").getId();
    refused(() -> workflow.transition(dev, open, 99, null), 400, "no such transition");
    refused(
        () -> workflow.transition(dev, open, REOPEN, null), 409, "'Reopen'", "APP-1", "'To Do'");
    refused(() -> workflow.transition(dev, open, DONE, "77"), 400, "no resolution", "'77'");
    refused(() -> workflow.transition(dev, open, START, "10000"), 400, "does not ask");
    refused(
        () -> workflow.transition(site.user("guest"), open, START, null), 403, "TRANSITION_ISSUES");
    refused(() -> workflow.transition(site.user("out"), open, START, null), 404, "Does Not Exist");
    refused(() -> workflow.transition(null, open, START, null), 404, "Does Not Exist");
    refused(() -> workflow.transition(dev, 1, START, null), 404, "Does Not Exist");
    long secret = issue("APP-5").getId();
    refused(() -> workflow.transition(dev, secret, START, null), 404, "Does Not Exist");
    assertThat(issue("APP-1").getStatus().getName()).isEqualTo("To Do");
    assertThat(site.get(ChangeHistoryManager.class).getChangeHistories(issue("APP-1"))).isEmpty();
    assertThat(site.events).isEmpty();
  }

  @Test
  public void ofTwoAtTheSameTimeOneIsRefused() {
    long id = issue("APP-1").getId();
    long refusals =
        Stream.of(DONE, CLOSE)
            .map(
                action ->
                    CompletableFuture.runAsync(() -> workflow.transition(dev, id, action, null)))
            .toList()
            .stream()
            .filter(
                future -> {
                  try {
                    future.join();
                    return false;
                  } catch (CompletionException e) {
                    assertThat(e.getCause()).isInstanceOf(JiraRefusal.class);
                    return true;
                  }
                })
            .count();
    assertThat(refusals).isEqualTo(1);
    assertThat(site.get(ChangeHistoryManager.class).getChangeHistories(issue("APP-1"))).hasSize(1);
  }

  @Test
  public void anEventNeverComesBeforeTheCommit() {
    long id = issue("APP-1").getId();
    assertThatThrownBy(
            () ->
                site.database
                    .transactions()
                    .executeWithoutResult(status -> workflow.transition(dev, id, START, null)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction of their own");
  }
}
