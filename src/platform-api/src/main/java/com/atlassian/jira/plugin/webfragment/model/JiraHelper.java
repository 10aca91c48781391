package com.atlassian.jira.plugin.webfragment.model;

import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a web fragment stands: the request, the project, and what else the page knows.
 *
 * <p>Source and confidence: SP, MS, DP: H for getProject, getContextParams and getRequest; M for
 * the constructors.
 */
public class JiraHelper {
  private final HttpServletRequest request;
  private final Project project;
  private final Map<String, Object> params;

  public JiraHelper() {
    this(null);
  }

  public JiraHelper(HttpServletRequest request) {
    this(request, null);
  }

  public JiraHelper(HttpServletRequest request, Project project) {
    this(request, project, Map.of());
  }

  public JiraHelper(HttpServletRequest request, Project project, Map<String, Object> params) {
    this.request = request;
    this.project = project;
    this.params = new HashMap<>(params);
  }

  /** The request; null outside one. */
  public HttpServletRequest getRequest() {
    return request;
  }

  /** The project that the page shows; null on pages without one. */
  public Project getProject() {
    return project;
  }

  /** What the page knows, such as {@code issue} on the page of an issue. */
  public Map<String, Object> getContextParams() {
    return params;
  }
}
