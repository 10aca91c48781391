package io.bearings.jira;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import io.bearings.okr.ErrorLog;
import io.bearings.progress.IssueFollowing;
import io.bearings.progress.IssueState;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the links' copies of their issues' states true. An event brings its issue as it was after
 * the change, so that little has to be read; events may come twice or in any order, because of two
 * states the later one counts. What goes wrong here is logged and never reaches the person who
 * changed the issue.
 */
public final class IssueChanges {
  private static final Logger LOG = LoggerFactory.getLogger(IssueChanges.class);

  private final IssueFollowing following;
  private final FollowUp followUp;
  private final ErrorLog errors;
  private final Function<Issue, IssueState> states;

  /**
   * @param states tells what progress needs of an issue that Jira hands out
   */
  IssueChanges(
      IssueFollowing following,
      FollowUp followUp,
      Function<Issue, IssueState> states,
      ErrorLog errors) {
    this.errors = errors;
    this.following = following;
    this.states = states;
    this.followUp = followUp;
  }

  /** An issue was created, changed or deleted. */
  @EventListener
  public void onIssueEvent(IssueEvent event) {
    Issue issue = event.getIssue();
    guarded("issue " + issue.getId(), () -> follow(issue, event.getEventTypeId()));
  }

  /** A project was deleted, which reports none of its issues. */
  @EventListener
  public void onProjectDeleted(ProjectDeletedEvent event) {
    long projectId = event.getProject().getId();
    guarded("project " + projectId, () -> following.goneWithProject(projectId));
  }

  private void follow(Issue issue, Long type) {
    long issueId = issue.getId();
    if (EventType.ISSUE_DELETED_ID.equals(type)) {
      following.gone(issueId);
      followUp.gone(issueId, issue.getProjectId());
      return;
    }
    if (!leavesStateAlone(type)) {
      following.changed(issueId, () -> states.apply(issue));
    }
    // A comment, too, can bring an issue into what a query finds. After a failure nothing is
    // followed up, so that the issue is caught up with from the start.
    followUp.changed(issueId, issue.getProjectId());
  }

  private static boolean leavesStateAlone(Long type) {
    return Set.of(
            EventType.ISSUE_COMMENTED_ID,
            EventType.ISSUE_COMMENT_EDITED_ID,
            EventType.ISSUE_COMMENT_DELETED_ID,
            EventType.ISSUE_WORKLOGGED_ID,
            EventType.ISSUE_WORKLOG_UPDATED_ID,
            EventType.ISSUE_WORKLOG_DELETED_ID)
        .contains(type);
  }

  private void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.error(
          "The change of {} did not reach its key results; it is caught up with within minutes",
          what,
          e);
      errors.add("Change of " + what, e);
    }
  }
}
