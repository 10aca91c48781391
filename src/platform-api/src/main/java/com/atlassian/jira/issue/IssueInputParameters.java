package com.atlassian.jira.issue;

/**
 * What an issue is made of. Setters answer the parameters themselves.
 *
 * <p>Source and confidence: GR, CD; M. Others are not called, so they are not listed.
 */
public interface IssueInputParameters {
  IssueInputParameters setProjectId(Long projectId);

  Long getProjectId();

  IssueInputParameters setIssueTypeId(String issueTypeId);

  String getIssueTypeId();

  IssueInputParameters setSummary(String summary);

  String getSummary();

  IssueInputParameters setDescription(String description);

  String getDescription();

  IssueInputParameters setReporterId(String reporterId);

  String getReporterId();
}
