package com.atlassian.jira.issue.worklog;

import java.util.Date;

/**
 * Work that was logged on an issue. Jira declares more members; these are the ones that are called.
 *
 * <p>Source and confidence: Jira documentation; L.
 */
public interface Worklog {
  String getAuthorKey();

  Date getStartDate();

  /** In seconds. */
  Long getTimeSpent();
}
