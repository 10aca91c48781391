package io.bearings.host.pages;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import io.bearings.host.runtime.AddOnRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The detail view of an issue on a board. The board's script loads it and puts it beside the cards,
 * so whatever a panel requires of web resources is not loaded, and nothing tells a panel's script
 * that it is there.
 */
final class BoardDetail implements Page {
  static final String PATH = "/host/board-detail";
  private static final String LOCATION = "atl.gh.issue.details.tab";

  private final Templates templates;
  private final AddOnRuntime addOn;
  private final VisibleIssues issues;

  BoardDetail(Templates templates, AddOnRuntime addOn, VisibleIssues issues) {
    this.templates = templates;
    this.addOn = addOn;
    this.issues = issues;
  }

  @Override
  public void show(Visit visit) throws IOException {
    Issue issue = issues.byKey(visit.rest(), visit.person());
    Project project = issue.getProjectObject();
    Map<String, Object> context = new HashMap<>();
    context.put("user", visit.person());
    context.put("issue", issue);
    context.put("project", project);
    context.put("helper", new JiraHelper(visit.request(), project, Map.copyOf(context)));
    Html html =
        templates.render(
            "board-detail",
            Map.of(
                "url",
                visit.contextPath() + IssuePage.PATH + "/" + issue.getKey(),
                "key",
                issue.getKey(),
                "summary",
                issue.getSummary(),
                "status",
                Lozenge.of(issue.getStatus()),
                "panels",
                Panels.of(addOn.panels(LOCATION, context, visit.request()))));
    visit.response().setContentType("text/html");
    visit.response().setCharacterEncoding(StandardCharsets.UTF_8.name());
    visit.response().getWriter().write(html.toString());
  }
}
