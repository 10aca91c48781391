package com.atlassian.jira.issue.issuetype;

import com.atlassian.jira.issue.IssueConstant;

/**
 * The type of an issue.
 *
 * <p>Source and confidence: SP, MS; H.
 */
public interface IssueType extends IssueConstant {
  boolean isSubTask();

  String getIconUrl();

  String getCompleteIconUrl();
}
