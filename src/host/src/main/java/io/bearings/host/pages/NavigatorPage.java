package io.bearings.host.pages;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import io.bearings.host.jira.BulkOperations;
import io.bearings.host.jira.JiraRefusal;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The issue search: a query, what is wrong with it, the issues that it finds, and bulk changes. */
final class NavigatorPage implements Page {
  static final String PATH = "/issues";

  private static final int PAGE_SIZE = 50;

  private final Templates templates;
  private final Frame frame;
  private final SearchService search;
  private final BulkOperations bulk;
  private final ResolutionManager resolutions;
  private final PermissionManager permissions;
  private final FormToken token;
  private final Moments moments;

  NavigatorPage(
      Templates templates,
      Frame frame,
      SearchService search,
      BulkOperations bulk,
      ResolutionManager resolutions,
      PermissionManager permissions,
      FormToken token,
      Moments moments) {
    this.templates = templates;
    this.frame = frame;
    this.search = search;
    this.bulk = bulk;
    this.resolutions = resolutions;
    this.permissions = permissions;
    this.token = token;
    this.moments = moments;
  }

  /** A line of the list. */
  public record Row(
      long id,
      String key,
      String url,
      String summary,
      Lozenge status,
      String type,
      String assignee,
      Moment updated) {}

  /** Something to choose. */
  public record Choice(String id, String name) {}

  @Override
  public void show(Visit visit) throws IOException {
    ApplicationUser person = visit.person();
    String jql = visit.parameter("jql").orElse("").strip();
    int first = firstRow(visit);
    Map<String, Object> model = new HashMap<>();
    model.put("action", visit.contextPath() + PATH + "/");
    model.put("jql", jql);
    model.put("token", token.of(visit));
    model.put("problems", List.of());
    model.put("rows", List.of());
    model.put("total", 0);
    model.put("from", 0);
    model.put("to", 0);
    model.put("previous", "");
    model.put("next", "");
    model.put("done", visit.parameter("done").orElse(""));
    model.put("refused", visit.parameter("refused").orElse(""));
    model.put("projects", projects(person));
    model.put("resolutions", resolutions());
    SearchService.ParseResult parsed = search.parseQuery(person, jql);
    Set<String> problems = new TreeSet<>(parsed.getErrors().getErrorMessages());
    if (parsed.isValid()) {
      problems.addAll(search.validateQuery(person, parsed.getQuery()).getErrorMessages());
    }
    if (problems.isEmpty()) {
      find(visit, person, parsed, jql, first, model);
    } else {
      model.put("problems", List.copyOf(problems));
    }
    Html content = templates.render("navigator", model);
    frame.write(visit, Sheet.of("Issue navigator", content).in("issues"));
  }

  private void find(
      Visit visit,
      ApplicationUser person,
      SearchService.ParseResult parsed,
      String jql,
      int first,
      Map<String, Object> model) {
    SearchResults<Issue> found;
    try {
      found = search.search(person, parsed.getQuery(), new PagerFilter<Issue>(first, PAGE_SIZE));
    } catch (SearchException e) {
      model.put("problems", List.of(e.getMessage()));
      return;
    }
    model.put("rows", found.getResults().stream().map(issue -> row(visit, issue)).toList());
    model.put("total", found.getTotal());
    model.put("from", Math.min(first + 1, found.getTotal()));
    model.put("to", Math.min(first + PAGE_SIZE, found.getTotal()));
    if (first > 0) {
      model.put("previous", address(visit, jql, Math.max(0, first - PAGE_SIZE)));
    }
    if (first + PAGE_SIZE < found.getTotal()) {
      model.put("next", address(visit, jql, first + PAGE_SIZE));
    }
  }

  private static int firstRow(Visit visit) {
    String start = visit.parameter("startIndex").orElse("0");
    if (!start.matches("\\d{1,9}")) {
      String message = "The parameter startIndex is not a whole number from 0: " + start;
      throw new JiraRefusal(400, message, Map.of("startIndex", message));
    }
    return Integer.parseInt(start);
  }

  private static String address(Visit visit, String jql, int start) {
    return visit.contextPath() + path(jql) + "&startIndex=" + start;
  }

  private static String path(String jql) {
    return PATH + "/?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8);
  }

  private Row row(Visit visit, Issue issue) {
    ApplicationUser assignee = issue.getAssignee();
    return new Row(
        issue.getId(),
        issue.getKey(),
        visit.contextPath() + IssuePage.PATH + "/" + issue.getKey(),
        issue.getSummary(),
        Lozenge.of(issue.getStatus()),
        issue.getIssueType().getName(),
        assignee == null ? "Unassigned" : assignee.getDisplayName(),
        moments.of(issue.getUpdated(), visit));
  }

  private List<Choice> projects(ApplicationUser person) {
    return permissions.getProjects(ProjectPermissions.CREATE_ISSUES, person).stream()
        .map(project -> new Choice(project.getKey(), project.getName()))
        .toList();
  }

  private List<Choice> resolutions() {
    return resolutions.getResolutions().stream()
        .map(resolution -> new Choice(resolution.getId(), resolution.getName()))
        .toList();
  }

  /** A bulk change of the issues that were chosen. */
  @Override
  public void act(Visit visit) throws IOException {
    ApplicationUser person = visit.person();
    token.require(visit);
    BulkOperations.Result result = change(visit, person, chosen(visit));
    String refused =
        result.refused().values().stream()
            .findFirst()
            .map(why -> result.refused().size() + " not changed: " + why)
            .orElse("");
    visit.redirect(
        path(visit.parameter("jql").orElse(""))
            + "&done="
            + result.done().size()
            + "&refused="
            + URLEncoder.encode(refused, StandardCharsets.UTF_8));
  }

  private static List<Long> chosen(Visit visit) {
    String[] ids = visit.request().getParameterValues("issue");
    if (ids == null || !Arrays.stream(ids).allMatch(id -> id.matches("\\d{1,18}"))) {
      throw new JiraRefusal(400, "Choose at least one issue.", Map.of());
    }
    return Arrays.stream(ids).map(Long::valueOf).toList();
  }

  private BulkOperations.Result change(Visit visit, ApplicationUser person, List<Long> ids) {
    Optional<String> value = visit.parameter("value");
    return switch (visit.required("operation")) {
      case "transition" ->
          bulk.transition(
              person,
              ids,
              Math.toIntExact(visit.requiredNumber("value")),
              visit.parameter("resolution").orElse(null));
      case "assign" ->
          bulk.edit(
              person,
              ids,
              Collections.singletonMap(
                  "assignee", value.map(name -> Map.of("name", name)).orElse(null)));
      case "priority" ->
          bulk.edit(person, ids, Map.of("priority", Map.of("name", visit.required("value"))));
      case "points" -> bulk.edit(person, ids, Map.of("customfield_10002", points(visit)));
      case "move" -> bulk.move(person, ids, visit.required("project"));
      case "delete" -> bulk.delete(person, ids);
      default -> throw new JiraRefusal(400, "There is no such operation.", Map.of());
    };
  }

  private static Object points(Visit visit) {
    try {
      return Double.valueOf(visit.required("value"));
    } catch (NumberFormatException e) {
      throw new JiraRefusal(400, "Story points are a number.", Map.of());
    }
  }
}
