package io.bearings.host.jira;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.List;

/** A project, as it was when the site was last read. */
record HostProject(
    Long id,
    String key,
    String name,
    String description,
    String url,
    ApplicationUser lead,
    List<IssueType> issueTypes,
    long permissionScheme,
    long securityScheme,
    long workflow,
    boolean archived)
    implements Project {
  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getKey() {
    return key;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public String getUrl() {
    return url;
  }

  @Override
  public ApplicationUser getProjectLead() {
    return lead;
  }

  @Override
  public Collection<IssueType> getIssueTypes() {
    return issueTypes;
  }

  @Override
  public boolean isArchived() {
    return archived;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Project project && project.getId().equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Project: " + key;
  }
}
