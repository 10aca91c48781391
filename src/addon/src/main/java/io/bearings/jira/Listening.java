package io.bearings.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.okr.ErrorLog;
import io.bearings.progress.Followed;
import io.bearings.progress.IssueFollowing;
import io.bearings.progress.IssueWatch;
import io.bearings.progress.Queries;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Listens to Jira's events from its start until the add-on is stopped. Without Jira's event
 * publisher the add-on works, but links keep the state that they had when they were made; the
 * health page says so.
 */
@Component
@ExportAsService(LifecycleAware.class)
public class Listening implements LifecycleAware, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  private final HostService services;
  private final IssueFollowing following;
  private final IssueWatch watch;
  private final Queries queries;
  private final Followed followed;
  private final Clock clock;
  private final ErrorLog errors;
  private final JiraIssues issues;

  /** The registered {@link IssueChanges}; its type must not be needed to load this class. */
  private Object registered;

  private FollowUp followUp;

  @Inject
  Listening(
      HostService services,
      IssueFollowing following,
      IssueWatch watch,
      Queries queries,
      Followed followed,
      Clock clock,
      ErrorLog errors,
      JiraIssues issues) {
    this.errors = errors;
    this.issues = issues;
    this.services = services;
    this.following = following;
    this.watch = watch;
    this.queries = queries;
    this.followed = followed;
    this.clock = clock;
  }

  @Override
  public synchronized void onStart() {
    if (registered != null) {
      return;
    }
    try {
      Optional<EventPublisher> publisher = services.find(EventPublisher.class);
      if (publisher.isPresent()) {
        FollowUp next = new FollowUp(following, watch, queries, followed, clock, errors);
        Object listener = new IssueChanges(following, next, issues::state, errors);
        publisher.get().register(listener);
        followUp = next;
        registered = listener;
      }
    } catch (LinkageError e) {
      LOG.error("This Jira's events cannot be followed", e);
    }
  }

  /** Whether changes of issues are followed. */
  public synchronized boolean isListening() {
    return registered != null;
  }

  @Override
  public synchronized void destroy() {
    if (registered != null) {
      Optional<EventPublisher> publisher = services.find(EventPublisher.class);
      if (publisher.isPresent()) {
        publisher.get().unregister(registered);
      }
      registered = null;
      followUp.close();
    }
  }
}
