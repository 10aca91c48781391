package com.atlassian.jira.issue;

/**
 * What statuses, resolutions, priorities and issue types have in common.
 *
 * <p>Source and confidence: Jira documentation; M.
 */
public interface IssueConstant {
  String getId();

  String getName();

  String getDescription();

  Long getSequence();

  String getNameTranslation();
}
