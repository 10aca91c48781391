package io.bearings.host.pages;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import io.bearings.host.db.StatementCount;
import io.bearings.host.jira.Boards;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.runtime.AddOnRuntime;
import io.bearings.host.runtime.AddOnRuntime.Item;
import io.bearings.host.runtime.AddOnRuntime.Panel;
import io.bearings.host.software.Board;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A project with its sidebar. {@code selectedItem} names what is shown: the host's own list of
 * issues, or every panel of an add-on whose location is that name.
 */
final class ProjectPage implements Page {
  static final String PATH = "/projects";

  /** The name of the host's own page, as in Jira. */
  static final String ISSUES =
      "com.atlassian.jira.jira-projects-issue-navigator:sidebar-issue-navigator";

  private static final String BACKLOG = "com.pyxis.greenhopper.jira:global-sidebar-plan-scrum";
  private static final String ACTIVE_SPRINTS =
      "com.pyxis.greenhopper.jira:global-sidebar-work-scrum";
  private static final String NAVIGATION = "jira.project.sidebar.plugins.navigation";

  /** Jira has these beside the pages of a project's administration; here there are no others. */
  private static final String CONFIGURATION = "atl.jira.proj.config/projectgroup4";

  private static final int PAGE_SIZE = 50;
  private static final List<Column> COLUMNS =
      List.of(
          new Column("key", "Key"),
          new Column("summary", "Summary"),
          new Column("status", "Status"),
          new Column("assignee", "Assignee"),
          new Column("updated", "Updated"));

  private final Templates templates;
  private final Frame frame;
  private final AddOnRuntime addOn;
  private final ProjectManager projects;
  private final PermissionManager permissions;
  private final SearchService search;
  private final Boards boards;
  private final Moments moments;

  ProjectPage(
      Templates templates,
      Frame frame,
      AddOnRuntime addOn,
      ProjectManager projects,
      PermissionManager permissions,
      SearchService search,
      Boards boards,
      Moments moments) {
    this.templates = templates;
    this.frame = frame;
    this.addOn = addOn;
    this.projects = projects;
    this.permissions = permissions;
    this.search = search;
    this.boards = boards;
    this.moments = moments;
  }

  private record Column(String field, String label) {}

  /** The head of a column; {@code sorted} is empty, {@code ascending} or {@code descending}. */
  public record Head(String label, String url, String sorted) {}

  /** A line of the list. */
  public record Row(
      String key, String url, String summary, Lozenge status, String assignee, Moment updated) {}

  /** A line of the sidebar. */
  public record Entry(
      String linkId, String label, String url, String iconClass, boolean selected) {}

  @Override
  public void show(Visit visit) throws IOException {
    ApplicationUser person = visit.person();
    Project project = project(visit, person);
    String selected = visit.parameter("selectedItem").orElse(ISSUES);
    Map<String, Object> context = context(visit, project);
    Html content =
        selected.equals(ISSUES)
            ? issues(visit, person, project)
            : panels(visit, project, selected, context);
    frame.write(
        visit,
        Sheet.of(project.getName() + " (" + project.getKey() + ")", content)
            .in("projects")
            .beside(sidebar(visit, project, selected, context))
            .needing("jira.project.sidebar")
            .telling("project-key", project.getKey())
            .telling("project-id", project.getId().toString())
            .telling("project-name", project.getName()));
  }

  private Project project(Visit visit, ApplicationUser person) {
    Project project = projects.getProjectByCurrentKey(visit.rest());
    if (project == null
        || !permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, person)) {
      throw new JiraRefusal(
          404, "There is no project " + visit.rest() + ", or you may not browse it.", Map.of());
    }
    return project;
  }

  private static Map<String, Object> context(Visit visit, Project project) {
    Map<String, Object> context = new HashMap<>();
    context.put("user", visit.person());
    context.put("project", project);
    context.put("projectKeyEncoded", project.getKey());
    context.put("pathEncodedProjectKey", project.getKey());
    context.put("helper", new JiraHelper(visit.request(), project, Map.of("project", project)));
    return context;
  }

  private Html panels(Visit visit, Project project, String selected, Map<String, Object> context) {
    List<Panel> panels = addOn.panels(selected, context, visit.request());
    if (panels.isEmpty()) {
      String why =
          addOn.hasPanels(selected)
              ? "You may not see this page of the project " + project.getName() + "."
              : "The project " + project.getName() + " has no page " + selected + ".";
      throw new JiraRefusal(404, why, Map.of());
    }
    return templates.render("panels", Map.of("panels", Panels.of(panels)));
  }

  private Html sidebar(Visit visit, Project project, String selected, Map<String, Object> context) {
    String home = visit.contextPath() + PATH + "/" + project.getKey();
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            "host-issues",
            "Issues",
            home,
            "aui-icon aui-icon-large aui-iconfont-issues",
            selected.equals(ISSUES)));
    // Jira remembers which board a project has; the budgets of add-ons do not pay for it.
    StatementCount.free(() -> boards.boards(visit.person())).stream()
        .filter(board -> board.projectId() == project.getId())
        .findFirst()
        .ifPresent(board -> entries.addAll(ofBoard(visit, board, selected)));
    List<Item> items = new ArrayList<>(addOn.items(NAVIGATION, context, visit.request()));
    items.addAll(addOn.items(CONFIGURATION, context, visit.request()));
    for (Item item : items) {
      entries.add(
          new Entry(
              item.linkId(),
              item.label(),
              item.url(),
              item.iconClass().isEmpty()
                  ? "aui-icon aui-icon-large aui-iconfont-addon"
                  : item.iconClass(),
              selected.equals(item.completeKey())));
    }
    return templates.render(
        "sidebar",
        Map.of(
            "home",
            home,
            "name",
            project.getName(),
            "initials",
            project.getKey().substring(0, Math.min(2, project.getKey().length())),
            "entries",
            entries));
  }

  private static List<Entry> ofBoard(Visit visit, Board board, String selected) {
    String url = visit.contextPath() + BoardPage.PATH + "?rapidView=" + board.id();
    return List.of(
        new Entry(
            "host-backlog",
            "Backlog",
            url + "&view=planning",
            "aui-icon aui-icon-large aui-iconfont-sidebar-link",
            selected.equals(BACKLOG)),
        new Entry(
            "host-board",
            "Active sprints",
            url,
            "aui-icon aui-icon-large aui-iconfont-board",
            selected.equals(ACTIVE_SPRINTS)));
  }

  /** The navigation beside a board. */
  Html sidebar(Visit visit, Board board, boolean planning) {
    Project project = projects.getProjectObj(board.projectId());
    return sidebar(visit, project, planning ? BACKLOG : ACTIVE_SPRINTS, context(visit, project));
  }

  private Html issues(Visit visit, ApplicationUser person, Project project) {
    String sort =
        visit
            .parameter("sort")
            .filter(field -> COLUMNS.stream().anyMatch(c -> c.field().equals(field)))
            .orElse("key");
    boolean descending = visit.parameter("order").map("desc"::equals).orElse(sort.equals("key"));
    int first = firstRow(visit);
    SearchResults<Issue> found = find(person, project, sort, descending, first);
    String home = visit.contextPath() + PATH + "/" + project.getKey();
    String sorting = "sort=" + sort + "&order=" + (descending ? "desc" : "asc");
    Map<String, Object> model = new HashMap<>();
    model.put("heads", heads(home, sort, descending));
    model.put("rows", found.getResults().stream().map(issue -> row(visit, issue)).toList());
    model.put("total", found.getTotal());
    model.put("from", Math.min(first + 1, found.getTotal()));
    model.put("to", Math.min(first + PAGE_SIZE, found.getTotal()));
    model.put(
        "previous",
        first == 0 ? "" : home + "?" + sorting + "&start=" + Math.max(0, first - PAGE_SIZE));
    model.put(
        "next",
        first + PAGE_SIZE >= found.getTotal()
            ? ""
            : home + "?" + sorting + "&start=" + (first + PAGE_SIZE));
    return templates.render("issues", model);
  }

  private static int firstRow(Visit visit) {
    String start = visit.parameter("start").orElse("0");
    if (!start.matches("\\d{1,9}")) {
      String message = "The parameter start is not a whole number from 0: " + start;
      throw new JiraRefusal(400, message, Map.of("start", message));
    }
    return Integer.parseInt(start);
  }

  private SearchResults<Issue> find(
      ApplicationUser person, Project project, String sort, boolean descending, int first) {
    String jql =
        "project = \"" + project.getKey() + "\" ORDER BY " + sort + (descending ? " DESC" : " ASC");
    SearchService.ParseResult parsed = search.parseQuery(person, jql);
    if (!parsed.isValid()) {
      throw new JiraRefusal(400, String.join(" ", parsed.getErrors().getErrorMessages()), Map.of());
    }
    try {
      return search.search(person, parsed.getQuery(), new PagerFilter<Issue>(first, PAGE_SIZE));
    } catch (SearchException e) {
      throw new IllegalStateException("The search for " + jql + " failed", e);
    }
  }

  private static List<Head> heads(String home, String sort, boolean descending) {
    return COLUMNS.stream()
        .map(
            column -> {
              boolean current = column.field().equals(sort);
              String order = current && !descending ? "desc" : "asc";
              String sorted = !current ? "" : descending ? "descending" : "ascending";
              return new Head(
                  column.label(),
                  home + "?sort=" + column.field() + "&order=" + order,
                  sorted.toLowerCase(Locale.ROOT));
            })
        .toList();
  }

  private Row row(Visit visit, Issue issue) {
    ApplicationUser assignee = issue.getAssignee();
    return new Row(
        issue.getKey(),
        visit.contextPath() + IssuePage.PATH + "/" + issue.getKey(),
        issue.getSummary(),
        Lozenge.of(issue.getStatus()),
        assignee == null ? "Unassigned" : assignee.getDisplayName(),
        moments.of(issue.getUpdated(), visit));
  }
}
