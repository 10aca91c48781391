package io.bearings.host.jira;

import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;

/** What issues choose from: a few rows that are read at start and stay in memory. */
sealed interface HostConstant extends IssueConstant {
  /** The columns that they all have. */
  record Row(String id, String name, String description, long sequence) {}

  Row row();

  @Override
  default String getId() {
    return row().id();
  }

  @Override
  default String getName() {
    return row().name();
  }

  @Override
  default String getDescription() {
    return row().description();
  }

  @Override
  default Long getSequence() {
    return row().sequence();
  }

  @Override
  default String getNameTranslation() {
    return row().name();
  }

  record HostStatus(Row row, HostStatusCategory category) implements HostConstant, Status {
    @Override
    public StatusCategory getStatusCategory() {
      return category;
    }
  }

  record HostResolution(Row row) implements HostConstant, Resolution {}

  record HostPriority(Row row) implements HostConstant, Priority {
    @Override
    public String getIconUrl() {
      return "";
    }
  }

  record HostIssueType(Row row, boolean subTask) implements HostConstant, IssueType {
    @Override
    public boolean isSubTask() {
      return subTask;
    }

    @Override
    public String getIconUrl() {
      return "";
    }

    @Override
    public String getCompleteIconUrl() {
      return "";
    }
  }
}
