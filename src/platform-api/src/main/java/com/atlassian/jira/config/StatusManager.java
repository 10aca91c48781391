package com.atlassian.jira.config;

import com.atlassian.jira.issue.status.Status;
import java.util.Collection;

/**
 * The statuses of this Jira.
 *
 * <p>Source and confidence: imported by public add-ons for Jira 8, Jira documentation; M.
 */
public interface StatusManager {
  Collection<Status> getStatuses();

  Status getStatus(String id);
}
