package com.atlassian.jira.issue.priority;

import com.atlassian.jira.issue.IssueConstant;

/**
 * The priority of an issue.
 *
 * <p>Source and confidence: MS; H.
 */
public interface Priority extends IssueConstant {
  String getIconUrl();
}
