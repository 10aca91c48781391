package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An issue as it was when it was read. Its own columns cost nothing more; custom fields, its parent
 * and its sub-tasks are read when they are asked for, as in Jira.
 */
final class HostIssue implements MutableIssue {
  private final IssueRow row;
  private final Site site;
  private final Issues issues;
  private final Map<String, Optional<Object>> customFieldValues = new HashMap<>();
  private Optional<Long> parentId;

  HostIssue(IssueRow row, Site site, Issues issues) {
    this.row = row;
    this.site = site;
    this.issues = issues;
  }

  IssueRow row() {
    return row;
  }

  @Override
  public Long getId() {
    return row.id();
  }

  @Override
  public String getKey() {
    return project().key() + "-" + row.number();
  }

  @Override
  public Long getNumber() {
    return row.number();
  }

  @Override
  public String getSummary() {
    return row.summary();
  }

  @Override
  public String getDescription() {
    return row.description();
  }

  private HostProject project() {
    return site.projects().get(row.projectId());
  }

  @Override
  public Project getProjectObject() {
    return project();
  }

  @Override
  public Long getProjectId() {
    return row.projectId();
  }

  @Override
  public IssueType getIssueType() {
    return site.issueTypes().get(row.typeId());
  }

  @Override
  public String getIssueTypeId() {
    return row.typeId();
  }

  @Override
  public Status getStatus() {
    return site.statuses().get(row.statusId());
  }

  @Override
  public String getStatusId() {
    return row.statusId();
  }

  @Override
  public Resolution getResolution() {
    return row.resolutionId() == null ? null : site.resolutions().get(row.resolutionId());
  }

  @Override
  public String getResolutionId() {
    return row.resolutionId();
  }

  @Override
  public Timestamp getResolutionDate() {
    return timestamp(row.resolved());
  }

  @Override
  public Priority getPriority() {
    return site.priorities().get(row.priorityId());
  }

  @Override
  public ApplicationUser getAssignee() {
    return user(row.assigneeKey());
  }

  @Override
  public String getAssigneeId() {
    return row.assigneeKey();
  }

  @Override
  public ApplicationUser getReporter() {
    return user(row.reporterKey());
  }

  @Override
  public String getReporterId() {
    return row.reporterKey();
  }

  @Override
  public ApplicationUser getCreator() {
    return user(row.creatorKey());
  }

  @Override
  public String getCreatorId() {
    return row.creatorKey();
  }

  private ApplicationUser user(String key) {
    return key == null ? null : site.users().get(key);
  }

  @Override
  public Timestamp getCreated() {
    return timestamp(row.created());
  }

  @Override
  public Timestamp getUpdated() {
    return timestamp(row.updated());
  }

  private static Timestamp timestamp(Instant instant) {
    return IssueRow.timestamp(instant);
  }

  @Override
  public Timestamp getDueDate() {
    return row.due() == null ? null : Timestamp.valueOf(row.due().atStartOfDay());
  }

  @Override
  public Long getEstimate() {
    return row.estimate();
  }

  @Override
  public Long getOriginalEstimate() {
    return row.originalEstimate();
  }

  @Override
  public Long getTimeSpent() {
    return row.timeSpent();
  }

  @Override
  public boolean isSubTask() {
    return getIssueType().isSubTask();
  }

  @Override
  public synchronized Long getParentId() {
    if (!isSubTask()) {
      return null;
    }
    if (parentId == null) {
      parentId = issues.parentOf(row.id());
    }
    return parentId.orElse(null);
  }

  @Override
  public Issue getParentObject() {
    Long parent = getParentId();
    return parent == null ? null : issues.getIssueObject(parent);
  }

  @Override
  public Collection<Issue> getSubTaskObjects() {
    return issues.getIssueObjects(issues.subTasksOf(row.id()));
  }

  @Override
  public Long getSecurityLevelId() {
    return row.levelId();
  }

  @Override
  public synchronized Object getCustomFieldValue(CustomField customField) {
    return customFieldValues
        .computeIfAbsent(customField.getId(), id -> Optional.ofNullable(customField.getValue(this)))
        .orElse(null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Issue issue && getId().equals(issue.getId());
  }

  @Override
  public int hashCode() {
    return getId().hashCode();
  }

  @Override
  public String toString() {
    return getKey();
  }
}
