package com.atlassian.jira.project;

import java.util.List;

/**
 * Finds projects; checks no permission.
 *
 * <p>Source and confidence: SP, MS: H for getProjectByCurrentKey and getProjectObjects; M for the
 * rest.
 */
public interface ProjectManager {
  Project getProjectObj(Long id);

  Project getProjectObjByKey(String key);

  Project getProjectByCurrentKey(String key);

  List<Project> getProjectObjects();
}
