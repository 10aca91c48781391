package io.bearings.host.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.Database;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes to issues as Jira does: one transaction, then the search index, then the events. */
final class IssueWrites {
  private final TransactionTemplate transactions;
  private final SearchIndex index;
  private final Issues issues;
  private final EventPublisher events;

  IssueWrites(Database database, SearchIndex index, Issues issues, EventPublisher events) {
    this.transactions = database.transactions();
    this.index = index;
    this.issues = issues;
    this.events = events;
  }

  /** An issue that was changed, and the type of the event that tells of it. */
  record Written(long issueId, long eventType) {}

  /** Writes to issues that are still there afterwards; they are in the events as they are then. */
  void write(ApplicationUser user, Supplier<List<Written>> work) {
    List<Written> written = inTransaction(work);
    index.changed(written.stream().map(Written::issueId).toList());
    for (Written change : written) {
      issues.byId(change.issueId()).ifPresent(issue -> publish(user, issue, change.eventType()));
    }
  }

  /** Deletes the issues that the work returns; they are in the events as they were before. */
  void delete(ApplicationUser user, Supplier<List<HostIssue>> work, long eventType) {
    List<HostIssue> deleted = inTransaction(work);
    index.changed(deleted.stream().map(HostIssue::getId).toList());
    deleted.forEach(issue -> publish(user, issue, eventType));
  }

  // An event must not be told before the commit, and nobody outside tells when that is.
  private <T> T inTransaction(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Issues are written in a transaction of their own");
    }
    return transactions.execute(status -> work.get());
  }

  private void publish(ApplicationUser user, Issue issue, long eventType) {
    events.publish(new IssueEvent(issue, Map.of(), user, eventType));
  }
}
