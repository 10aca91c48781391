package com.atlassian.jira.project.version;

import java.util.Date;

/**
 * A version of a project. Jira declares more members; these are the ones that are called.
 *
 * <p>Source and confidence: Jira documentation; M.
 */
public interface Version {
  Long getId();

  Long getProjectId();

  String getName();

  Date getStartDate();

  Date getReleaseDate();

  boolean isReleased();

  boolean isArchived();
}
