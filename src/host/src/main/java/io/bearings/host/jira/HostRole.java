package io.bearings.host.jira;

import com.atlassian.jira.security.roles.ProjectRole;

/** A role that people have in projects. */
record HostRole(Long id, String name, String description) implements ProjectRole {
  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getDescription() {
    return description;
  }
}
