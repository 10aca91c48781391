package com.atlassian.jira.security.roles;

/**
 * A role within projects.
 *
 * <p>Source and confidence: Jira documentation; M.
 */
public interface ProjectRole {
  Long getId();

  String getName();

  String getDescription();
}
