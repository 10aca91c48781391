package io.bearings.web;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import io.bearings.progress.IssueRef;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a page of Jira's says about itself to a fragment in it. Which variables it gives differs
 * from page to page, and none is promised.
 */
final class Surroundings {
  /**
   * The one name under which templates find their view, so that no variable of Jira's is hidden.
   */
  static final String VIEW = "bearings";

  private Surroundings() {}

  /** The key of the project that the page shows. */
  static Optional<String> projectKey(Map<String, Object> context) {
    return given(context, "project", Project.class)
        .or(() -> helper(context).map(JiraHelper::getProject))
        .map(Project::getKey);
  }

  /** The issue that the page shows. */
  static Optional<IssueRef> issue(Map<String, Object> context) {
    return given(context, "issue", Issue.class)
        .or(
            () ->
                helper(context)
                    .map(JiraHelper::getContextParams)
                    .flatMap(params -> given(params, "issue", Issue.class)))
        .map(issue -> new IssueRef(issue.getId(), issue.getKey(), issue.getProjectId()));
  }

  /** A parameter of the page's address; absent also where the page does not tell its request. */
  static Optional<String> parameter(Map<String, Object> context, String name) {
    return helper(context).map(JiraHelper::getRequest).map(request -> request.getParameter(name));
  }

  private static Optional<JiraHelper> helper(Map<String, Object> context) {
    return given(context, "helper", JiraHelper.class);
  }

  private static <T> Optional<T> given(Map<String, Object> context, String name, Class<T> type) {
    return Optional.ofNullable(context.get(name)).filter(type::isInstance).map(type::cast);
  }

  /** What a provider adds for its template: its view, or nothing. */
  static Map<String, Object> view(Optional<?> view) {
    return view.map(Function.<Object>identity()).map(each -> Map.of(VIEW, each)).orElse(Map.of());
  }
}
