package com.atlassian.jira.project;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

/**
 * A project.
 *
 * <p>Source and confidence: SP, MS: H for id, key, name and issue types; M for the rest; L for
 * isArchived.
 */
public interface Project {
  Long getId();

  String getKey();

  String getName();

  String getDescription();

  String getUrl();

  ApplicationUser getProjectLead();

  Collection<IssueType> getIssueTypes();

  boolean isArchived();
}
