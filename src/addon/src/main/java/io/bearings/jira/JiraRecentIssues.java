package io.bearings.jira;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.RecentIssues;
import jakarta.inject.Inject;
import org.springframework.stereotype.Component;

/** Jira's search for what changed lately. */
@Component
class JiraRecentIssues implements RecentIssues {
  private final HostService services;

  @Inject
  JiraRecentIssues(HostService services) {
    this.services = services;
  }

  @Override
  public Page changedWithin(long minutes, int from, int most) {
    try {
      return RecentSearch.find(services, minutes, from, most);
    } catch (LinkageError e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.missing", e.getMessage()), e);
    }
  }
}
