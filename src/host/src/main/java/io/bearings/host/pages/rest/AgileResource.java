package io.bearings.host.pages.rest;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.host.jira.Boards;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.SprintOperations;
import io.bearings.host.jira.SprintOperations.Draft;
import io.bearings.host.pages.VisibleIssues;
import io.bearings.host.software.Board;
import io.bearings.host.software.SprintData;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Boards and sprints in the shape of Jira Software's REST API, {@code /rest/agile/1.0}: boards with
 * columns, sprints and backlog; a sprint is created, edited, started ({@code "state": "active"}),
 * completed ({@code "state": "closed"}, unfinished issues to the backlog) and deleted; issues go
 * into a sprint or the backlog. As in Jira's own board, {@code PUT
 * /rest/greenhopper/1.0/sprint/ID/complete} also says where the unfinished go.
 */
public final class AgileResource extends RestServlet {
  /** Where it answers. */
  public static final String PATH = "/rest/agile/1.0";

  /** Where Jira's own board asks for what the public API lacks. */
  public static final String PRIVATE_PATH = "/rest/greenhopper/1.0";

  private static final long serialVersionUID = 1L;
  private static final int MOST_ISSUES = 1000;
  private static final String BACKLOG = "BACKLOG";
  private static final Pattern BOARD =
      Pattern.compile("/board/(\\d{1,18})(?:/(configuration|sprint|backlog|issue))?");
  private static final Pattern SPRINT =
      Pattern.compile("/sprint/(\\d{1,18})(?:/(issue|complete))?");
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter();

  private final transient Parts jira;

  /** What the resource works with. */
  public record Parts(
      Boards boards, SprintOperations sprints, VisibleIssues issues, SearchService search) {}

  /** Over these boards. */
  public AgileResource(JiraAuthenticationContext authentication, Parts jira) {
    super(authentication);
    this.jira = jira;
  }

  @Override
  void answer(Call call) throws IOException {
    Matcher board = BOARD.matcher(call.path());
    Matcher sprint = SPRINT.matcher(call.path());
    String request = call.method() + " " + call.path();
    if (request.equals("GET /board")) {
      boards(call);
    } else if (request.equals("POST /board")) {
      createBoard(call);
    } else if (request.equals("POST /sprint")) {
      createSprint(call);
    } else if (request.equals("POST /backlog/issue")) {
      move(call, Optional.empty());
    } else if (board.matches() && call.method().equals("GET")) {
      board(call, Long.parseLong(board.group(1)), board.group(2));
    } else if (sprint.matches()) {
      sprint(call, Long.parseLong(sprint.group(1)), sprint.group(2));
    } else {
      throw call.unknown();
    }
  }

  private void boards(Call call) throws IOException {
    String project = call.request().getParameter("projectKeyOrId");
    List<Map<String, Object>> values =
        jira.boards().boards(call.person()).stream()
            .filter(board -> project == null || isOf(board, project))
            .map(AgileResource::json)
            .toList();
    call.answer(200, page("values", values));
  }

  private static boolean isOf(Board board, String project) {
    return Long.toString(board.projectId()).equals(project)
        || board.jql().matches("(?i)project = \"?" + Pattern.quote(project) + "\"?\\b.*");
  }

  private static Map<String, Object> page(String name, List<Map<String, Object>> values) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("startAt", 0);
    json.put("total", values.size());
    json.put("isLast", true);
    json.put(name, values);
    return json;
  }

  private void createBoard(Call call) throws IOException {
    ObjectNode body = call.body();
    call.answer(
        201,
        json(
            jira.boards()
                .create(
                    call.person(),
                    body.path("name").asText(),
                    body.path("projectKey").asText(),
                    text(body, "jql"))));
  }

  private static Map<String, Object> json(Board board) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", board.id());
    json.put("name", board.name());
    json.put("type", board.scrum() ? "scrum" : "kanban");
    json.put("projectId", board.projectId());
    return json;
  }

  private void board(Call call, long id, String part) throws IOException {
    Board board =
        jira.boards()
            .board(call.person(), id)
            .orElseThrow(() -> new JiraRefusal(404, "There is no board " + id + ".", Map.of()));
    switch (part == null ? "" : part) {
      case "configuration" -> call.answer(200, configuration(board));
      case "sprint" -> call.answer(200, page("values", sprints(call, board)));
      case "backlog" -> call.answer(200, issues(call, board, false));
      case "issue" -> call.answer(200, issues(call, board, true));
      default -> call.answer(200, json(board));
    }
  }

  private static Map<String, Object> configuration(Board board) {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (Board.Column column : board.columns()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", column.name());
      json.put("statuses", column.statusIds().stream().map(id -> Map.of("id", id)).toList());
      columns.add(json);
    }
    Map<String, Object> json = json(board);
    json.put("filter", Map.of("query", board.jql()));
    json.put("columnConfig", Map.of("columns", columns));
    board
        .estimationField()
        .ifPresent(
            field ->
                json.put(
                    "estimation",
                    Map.of("type", "field", "field", Map.of("fieldId", "customfield_" + field))));
    return json;
  }

  private List<Map<String, Object>> sprints(Call call, Board board) {
    String wanted = call.request().getParameter("state");
    Set<String> states =
        wanted == null
            ? Set.of("future", "active", "closed")
            : Set.of(wanted.toLowerCase(Locale.ROOT).split(","));
    return jira.boards().sprintsOf(board.id()).stream()
        .filter(sprint -> states.contains(state(sprint)))
        .map(AgileResource::json)
        .toList();
  }

  private static String state(SprintData sprint) {
    return sprint.state().name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> json(SprintData sprint) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", sprint.id());
    json.put("state", state(sprint));
    json.put("name", sprint.name());
    json.put("goal", sprint.goal());
    json.put("originBoardId", sprint.boardId());
    put(json, "startDate", sprint.start());
    put(json, "endDate", sprint.end());
    put(json, "activatedDate", sprint.activated());
    put(json, "completeDate", sprint.completed());
    return json;
  }

  private static void put(Map<String, Object> json, String name, Optional<Instant> moment) {
    moment.ifPresent(at -> json.put(name, at.toString()));
  }

  /** The issues that the board's filter finds, planned in open sprints or not. */
  private Map<String, Object> issues(Call call, Board board, boolean planned) {
    Set<Long> open =
        jira.boards().sprintsOf(board.id()).stream()
            .filter(SprintData::open)
            .map(SprintData::id)
            .collect(Collectors.toSet());
    Map<Long, List<Long>> sprints = jira.boards().sprintsOfIssues(board.id());
    Predicate<Issue> inOpen =
        issue -> sprints.getOrDefault(issue.getId(), List.of()).stream().anyMatch(open::contains);
    List<Map<String, Object>> found =
        found(call.person(), board).stream()
            .filter(issue -> planned || (!inOpen.test(issue) && isBacklog(board, issue)))
            .map(
                issue -> {
                  Map<String, Object> json = Json.issue(issue);
                  json.put("sprints", sprints.getOrDefault(issue.getId(), List.of()));
                  return json;
                })
            .toList();
    return page("issues", found);
  }

  private static boolean isBacklog(Board board, Issue issue) {
    return !issue.isSubTask() && !board.doneStatusIds().contains(issue.getStatusId());
  }

  private List<Issue> found(ApplicationUser person, Board board) {
    try {
      return jira.search()
          .search(person, jira.boards().query(board), new PagerFilter<Issue>(0, MOST_ISSUES))
          .getResults();
    } catch (SearchException e) {
      throw new JiraRefusal(400, "The board's filter fails: " + e.getMessage(), Map.of());
    }
  }

  private void createSprint(Call call) throws IOException {
    ObjectNode body = call.body();
    if (!body.path("originBoardId").isIntegralNumber()) {
      throw wrong("originBoardId", "The board's id is a whole number.");
    }
    call.answer(
        201,
        json(
            jira.sprints()
                .create(call.person(), body.path("originBoardId").asLong(), draft(body))));
  }

  private void sprint(Call call, long id, String part) throws IOException {
    switch (call.method() + (part == null ? "" : " " + part)) {
      case "GET" -> call.answer(200, json(visible(call, id)));
      case "PUT", "POST" -> change(call, id);
      case "DELETE" -> {
        jira.sprints().delete(call.person(), id);
        call.done();
      }
      case "GET issue" -> call.answer(200, page("issues", in(call, visible(call, id))));
      case "POST issue" -> move(call, Optional.of(id));
      case "PUT complete" -> complete(call, id, call.body());
      default -> throw call.unknown();
    }
  }

  private SprintData visible(Call call, long id) {
    return jira.boards()
        .sprint(call.person(), id)
        .orElseThrow(() -> new JiraRefusal(404, "There is no sprint " + id + ".", Map.of()));
  }

  private List<Map<String, Object>> in(Call call, SprintData sprint) {
    Board board = jira.boards().board(call.person(), sprint.boardId()).orElseThrow();
    Map<Long, List<Long>> sprints = jira.boards().sprintsOfIssues(board.id());
    return found(call.person(), board).stream()
        .filter(issue -> sprints.getOrDefault(issue.getId(), List.of()).contains(sprint.id()))
        .map(Json::issue)
        .toList();
  }

  private void change(Call call, long id) throws IOException {
    ObjectNode body = call.body();
    String before = state(visible(call, id));
    String wanted = text(body, "state").orElse(before);
    if (wanted.equals("active") && !before.equals(wanted)) {
      call.answer(200, json(jira.sprints().start(call.person(), id, draft(body))));
    } else if (wanted.equals("closed") && !before.equals(wanted)) {
      complete(call, id, body);
    } else if (wanted.equals(before)) {
      call.answer(200, json(jira.sprints().edit(call.person(), id, draft(body))));
    } else {
      throw wrong("state", "A sprint that is " + before + " cannot become " + wanted + ".");
    }
  }

  private void complete(Call call, long id, ObjectNode body) throws IOException {
    String where = text(body, "incompleteIssuesDestination").orElse(BACKLOG);
    if (!where.equals(BACKLOG) && !where.matches("\\d{1,18}")) {
      throw wrong("incompleteIssuesDestination", "The id of a sprint, or " + BACKLOG + ".");
    }
    jira.sprints()
        .complete(
            call.person(),
            id,
            where.equals(BACKLOG) ? Optional.empty() : Optional.of(Long.valueOf(where)));
    call.answer(200, json(visible(call, id)));
  }

  private void move(Call call, Optional<Long> sprint) throws IOException {
    List<Long> ids = new ArrayList<>();
    for (JsonNode key : call.body().path("issues")) {
      ids.add(jira.issues().byKeyOrId(key.asText(), call.person()).getId());
    }
    if (ids.isEmpty()) {
      throw wrong("issues", "Give a list of keys.");
    }
    jira.sprints().move(call.person(), ids, sprint);
    call.done();
  }

  private static Draft draft(ObjectNode body) {
    return new Draft(
        text(body, "name"), text(body, "goal"), moment(body, "startDate"), moment(body, "endDate"));
  }

  private static Optional<String> text(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }

  private static Optional<Instant> moment(ObjectNode body, String field) {
    return text(body, field)
        .filter(text -> !text.isBlank())
        .map(
            text -> {
              try {
                return OffsetDateTime.parse(text, MOMENT).toInstant();
              } catch (DateTimeException e) {
                throw wrong(field, "Not a moment such as 2026-11-22T10:00:00.000Z: " + text);
              }
            });
  }

  private static JiraRefusal wrong(String field, String message) {
    return new JiraRefusal(400, message, Map.of(field, message));
  }
}
