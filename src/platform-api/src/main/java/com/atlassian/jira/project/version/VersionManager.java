package com.atlassian.jira.project.version;

import com.atlassian.jira.issue.Issue;
import java.util.Collection;

/**
 * The versions of projects.
 *
 * <p>Source and confidence: public add-ons for Jira 8 use both, the source of 6.3; M.
 */
public interface VersionManager {
  Version getVersion(Long id);

  Collection<Version> getFixVersionsFor(Issue issue);
}
