package com.atlassian.jira.issue;

import java.util.Collection;
import java.util.List;

/**
 * Finds issues; checks no permission.
 *
 * <p>Source and confidence: SP, MS: H for getIssueObject(String) and getIssueByCurrentKey; M for
 * the rest.
 */
public interface IssueManager {
  MutableIssue getIssueObject(Long id);

  MutableIssue getIssueObject(String key);

  MutableIssue getIssueByCurrentKey(String key);

  List<Issue> getIssueObjects(Collection<Long> ids);

  Collection<Long> getIssueIdsForProject(Long projectId);

  long getIssueCountForProject(Long projectId);
}
