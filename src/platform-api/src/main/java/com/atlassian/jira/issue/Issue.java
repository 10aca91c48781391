package com.atlassian.jira.issue;

import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.util.Collection;

/**
 * An issue. Jira declares many more members; these are the ones that are called.
 *
 * <p>Source and confidence: MS, SP, DP: H for key, id, project, summary, description, status, type,
 * people, due date, estimates, security level and custom fields; M for the rest.
 */
public interface Issue {
  Long getId();

  String getKey();

  Long getNumber();

  String getSummary();

  String getDescription();

  Project getProjectObject();

  Long getProjectId();

  IssueType getIssueType();

  String getIssueTypeId();

  Status getStatus();

  String getStatusId();

  Resolution getResolution();

  String getResolutionId();

  Timestamp getResolutionDate();

  Priority getPriority();

  ApplicationUser getAssignee();

  String getAssigneeId();

  ApplicationUser getReporter();

  String getReporterId();

  ApplicationUser getCreator();

  String getCreatorId();

  Timestamp getCreated();

  Timestamp getUpdated();

  Timestamp getDueDate();

  Long getEstimate();

  Long getOriginalEstimate();

  Long getTimeSpent();

  boolean isSubTask();

  Long getParentId();

  Issue getParentObject();

  Collection<Issue> getSubTaskObjects();

  Long getSecurityLevelId();

  Object getCustomFieldValue(CustomField customField);
}
