package com.atlassian.jira.project.version;

import com.atlassian.jira.issue.Issue;
import java.util.Collection;
import java.util.List;

/**
 * The versions of projects.
 *
 * <p>Source and confidence: public add-ons for Jira 8 use most, the source of 6.3; M.
 */
public interface VersionManager {
  Version getVersion(Long id);

  /** All versions of a project, in their order. */
  List<Version> getVersions(Long projectId);

  Collection<Version> getFixVersionsFor(Issue issue);

  Collection<Version> getAffectedVersionsFor(Issue issue);
}
