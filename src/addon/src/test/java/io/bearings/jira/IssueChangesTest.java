package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.ErrorLog;
import io.bearings.progress.Backfill;
import io.bearings.progress.ComingAndGoing;
import io.bearings.progress.Followed;
import io.bearings.progress.Histories;
import io.bearings.progress.IssueFollowing;
import io.bearings.progress.IssueState;
import io.bearings.progress.Issues;
import io.bearings.progress.Links;
import io.bearings.progress.Queries;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class IssueChangesTest {
  private static final IssueState NOW =
      new IssueState(
          1,
          "DEMO-1",
          100,
          StatusCategory.DONE,
          Optional.of("10000"),
          Optional.empty(),
          FakeIssues.UPDATED);

  private final Links links = mock(Links.class);
  private final Issues issues = mock(Issues.class);
  private final HostService services = mock(HostService.class);
  private final EventPublisher publisher = mock(EventPublisher.class);
  private final FollowUp followUp = mock(FollowUp.class);
  private final Histories histories = mock(Histories.class);
  private final IssueFollowing following =
      new IssueFollowing(
          links,
          issues,
          histories,
          mock(Backfill.class),
          mock(ComingAndGoing.class),
          Clock.systemUTC());
  private final JiraIssues read = mock(JiraIssues.class);
  private final ErrorLog errors = mock(ErrorLog.class);
  private final IssueChanges changes = new IssueChanges(following, followUp, read::state, errors);
  private final Listening listening =
      new Listening(
          services,
          following,
          projects -> {},
          mock(Queries.class),
          new Followed(),
          Clock.systemUTC(),
          errors,
          read);

  @Test
  public void copiesTheStateThatTheEventBrings() {
    when(links.isLinked(1)).thenReturn(true);
    when(read.state(any())).thenReturn(NOW);
    for (Long type :
        List.of(
            EventType.ISSUE_CREATED_ID,
            EventType.ISSUE_UPDATED_ID,
            EventType.ISSUE_RESOLVED_ID,
            EventType.ISSUE_REOPENED_ID,
            EventType.ISSUE_MOVED_ID,
            EventType.ISSUE_WORKSTARTED_ID,
            EventType.ISSUE_GENERICEVENT_ID,
            10001L)) {
      changes.onIssueEvent(event(type));
    }
    verify(links, times(8)).rewrite(NOW);
    verifyNoInteractions(issues);
  }

  @Test
  public void commentsAndWorkLogsChangeNothing() {
    for (Long type :
        List.of(
            EventType.ISSUE_COMMENTED_ID,
            EventType.ISSUE_COMMENT_EDITED_ID,
            EventType.ISSUE_COMMENT_DELETED_ID,
            EventType.ISSUE_WORKLOGGED_ID,
            EventType.ISSUE_WORKLOG_UPDATED_ID,
            EventType.ISSUE_WORKLOG_DELETED_ID)) {
      changes.onIssueEvent(event(type));
    }
    verifyNoInteractions(links, issues);
    // A query may ask for comments.
    verify(followUp, times(6)).changed(1, 100);
  }

  @Test
  public void aDeletedIssueLosesItsLinks() {
    changes.onIssueEvent(event(EventType.ISSUE_DELETED_ID));
    verify(links).forgetIssue(1);
    verify(histories).gone(eq(1L), any());
    verify(followUp).gone(1, 100);
    verifyNoInteractions(issues);
  }

  @Test
  public void anIssueWithoutLinksIsNotRead() {
    changes.onIssueEvent(event(EventType.ISSUE_UPDATED_ID));
    verifyNoInteractions(issues, read);
    verify(links, never()).rewrite(any(IssueState.class));
  }

  @Test
  public void aDeletedProjectTakesTheLinksOfItsIssues() {
    Project project = mock(Project.class);
    when(project.getId()).thenReturn(100L);
    changes.onProjectDeleted(new ProjectDeletedEvent(mock(ApplicationUser.class), project));
    verify(links).forgetProject(100);
    verify(histories).goneWithProject(eq(100L), any());
  }

  @Test
  public void neverThrowsIntoJira() {
    when(links.isLinked(1)).thenReturn(true);
    when(read.state(any())).thenThrow(new IllegalStateException("expected by this test"));
    changes.onIssueEvent(event(EventType.ISSUE_UPDATED_ID));
    doThrow(new NoClassDefFoundError("expected by this test")).when(links).forgetIssue(anyLong());
    changes.onIssueEvent(event(EventType.ISSUE_DELETED_ID));
  }

  @Test
  public void jiraFindsTheTwoMethodsByTheirAnnotation() {
    assertThat(IssueChanges.class.getDeclaredMethods())
        .filteredOn(method -> method.isAnnotationPresent(EventListener.class))
        .allMatch(method -> Modifier.isPublic(method.getModifiers()))
        .extracting(Method::getName)
        .containsExactlyInAnyOrder("onIssueEvent", "onProjectDeleted");
  }

  @Test
  public void listensFromStartUntilItIsStopped() {
    when(services.find(EventPublisher.class)).thenReturn(Optional.of(publisher));
    assertThat(listening.isListening()).isFalse();
    listening.onStart();
    listening.onStart();
    assertThat(listening.isListening()).isTrue();
    ArgumentCaptor<Object> listener = ArgumentCaptor.forClass(Object.class);
    verify(publisher, times(1)).register(listener.capture());
    assertThat(listener.getValue()).isInstanceOf(IssueChanges.class);

    listening.destroy();
    listening.destroy();
    verify(publisher, times(1)).unregister(listener.getValue());
    assertThat(listening.isListening()).isFalse();
  }

  @Test
  public void worksWithoutAPublisher() {
    when(services.find(EventPublisher.class)).thenReturn(Optional.empty());
    listening.onStart();
    assertThat(listening.isListening()).isFalse();
    listening.destroy();
    verify(publisher, never()).unregister(any());
  }

  @Test
  public void worksWhereThePackageOfThePublisherIsMissing() {
    when(services.find(EventPublisher.class)).thenThrow(new NoClassDefFoundError("expected"));
    listening.onStart();
    assertThat(listening.isListening()).isFalse();
  }

  private static IssueEvent event(Long type) {
    return new IssueEvent(
        FakeIssues.issue(1, "DEMO-1"), Map.of(), mock(ApplicationUser.class), type);
  }
}
