package io.bearings.host.pages;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import io.bearings.host.jira.Boards;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.runtime.AddOnRuntime;
import io.bearings.host.runtime.AddOnRuntime.Item;
import io.bearings.host.software.Board;
import io.bearings.host.software.SprintData;
import io.bearings.host.software.SprintData.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A board: its backlog with the sprints that are planned, or the active sprint with a column for
 * each of the board's. Its script changes what it shows through the REST API.
 */
final class BoardPage implements Page {
  static final String PATH = "/secure/RapidBoard.jspa";
  private static final String TOOLS = "jira.agile.board.tools";
  private static final int MOST_ISSUES = 500;
  private static final int USUAL_DAYS = 14;

  private final Templates templates;
  private final Frame frame;
  private final AddOnRuntime addOn;
  private final ProjectPage projects;
  private final Boards boards;
  private final SearchService search;
  private final CustomFieldManager customFields;
  private final Moments moments;
  private final Assets assets;

  BoardPage(
      Templates templates,
      Frame frame,
      AddOnRuntime addOn,
      ProjectPage projects,
      Boards boards,
      SearchService search,
      CustomFieldManager customFields,
      Moments moments,
      Assets assets) {
    this.templates = templates;
    this.frame = frame;
    this.addOn = addOn;
    this.projects = projects;
    this.boards = boards;
    this.search = search;
    this.customFields = customFields;
    this.moments = moments;
    this.assets = assets;
  }

  /** An issue; {@code points} is empty when it is not estimated. */
  public record Card(
      String key,
      String url,
      String summary,
      String type,
      String assignee,
      String points,
      Lozenge status,
      boolean done) {}

  /**
   * A sprint with its issues, or the backlog with id 0.
   *
   * @param points the sum of its estimates
   * @param dates from when to when; empty while it is not planned
   */
  public record Section(
      long id,
      String name,
      String goal,
      boolean active,
      boolean startable,
      String dates,
      String points,
      List<Card> cards) {
    /** How many of its issues are in the right-most column. */
    public long finished() {
      return cards.stream().filter(Card::done).count();
    }

    /** How many are not. */
    public long unfinished() {
      return cards.size() - finished();
    }
  }

  /** A column of the active sprint, and the statuses that a card gets there. */
  public record Column(String name, String statuses, List<Card> cards) {}

  /** The board as the links of its menu know it; public, because templates read it. */
  public static final class Linked {
    private final long id;

    Linked(long id) {
      this.id = id;
    }

    public long getId() {
      return id;
    }
  }

  @Override
  public void show(Visit visit) throws IOException {
    ApplicationUser person = visit.person();
    long id = visit.requiredNumber("rapidView");
    Board board =
        boards
            .board(person, id)
            .orElseThrow(() -> new JiraRefusal(404, "There is no board " + id + ".", Map.of()));
    boolean planning = visit.parameter("view").map("planning"::equals).orElse(false);
    List<Section> sections = sections(visit, board);
    Optional<Section> active = sections.stream().filter(Section::active).findFirst();
    Map<String, Object> model = new HashMap<>();
    model.put("assets", visit.contextPath() + assets.folder());
    model.put("board", board);
    model.put("planning", planning);
    model.put("sections", sections);
    model.put("future", sections.stream().filter(each -> each.id() > 0 && !each.active()).toList());
    model.put("running", active.isPresent());
    model.put("sprint", active.orElse(sections.get(sections.size() - 1)));
    model.put("columns", active.map(sprint -> columns(visit, board, sprint)).orElse(List.of()));
    model.put("next", nextName(board));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    model.put("now", now.toString());
    model.put("later", now.plus(USUAL_DAYS, ChronoUnit.DAYS).toString());
    String title = planning ? "Backlog" : active.map(Section::name).orElse("Active sprints");
    model.put("title", title);
    model.put("tools", tools(visit, board));
    frame.write(
        visit,
        Sheet.of(title + " - " + board.name(), templates.render("board", model))
            .in("projects")
            .beside(projects.sidebar(visit, board, planning))
            .needing("jira.project.sidebar")
            .needing("gh-rapid")
            .telling("rapid-view-id", Long.toString(board.id())));
  }

  /** The board's menu. What Jira gives there beside {@code board.id} is not known. */
  private List<Item> tools(Visit visit, Board board) {
    Map<String, Object> context = new HashMap<>();
    context.put("user", visit.person());
    context.put("board", new Linked(board.id()));
    context.put("helper", new JiraHelper(visit.request(), null, Map.of()));
    return addOn.items(TOOLS, context, visit.request());
  }

  private String nextName(Board board) {
    String prefix = board.name().replaceAll("(?i) board$", "");
    return prefix + " Sprint " + (boards.sprintsOf(board.id()).size() + 1);
  }

  /** The sprints that are not completed, the active one first, and the backlog. */
  private List<Section> sections(Visit visit, Board board) {
    List<Issue> issues = issues(visit, board);
    Map<Long, List<Long>> sprintsOf = boards.sprintsOfIssues(board.id());
    List<SprintData> open =
        boards.sprintsOf(board.id()).stream()
            .filter(SprintData::open)
            .sorted(
                Comparator.comparing((SprintData each) -> each.state() != State.ACTIVE)
                    .thenComparing(SprintData::id))
            .toList();
    boolean running = open.stream().anyMatch(each -> each.state() == State.ACTIVE);
    Set<Issue> planned = new HashSet<>();
    List<Section> sections = new ArrayList<>();
    for (SprintData sprint : open) {
      List<Issue> in =
          issues.stream()
              .filter(
                  issue -> sprintsOf.getOrDefault(issue.getId(), List.of()).contains(sprint.id()))
              .toList();
      planned.addAll(in);
      boolean active = sprint.state() == State.ACTIVE;
      sections.add(
          section(
              visit,
              board,
              new Section(
                  sprint.id(),
                  sprint.name(),
                  sprint.goal(),
                  active,
                  !active && !running,
                  dates(visit, sprint),
                  "",
                  List.of()),
              in));
    }
    List<Issue> rest =
        issues.stream()
            .filter(issue -> !planned.contains(issue))
            .filter(issue -> !board.doneStatusIds().contains(issue.getStatusId()))
            .toList();
    Section backlog = new Section(0, "Backlog", "", false, false, "", "", List.of());
    sections.add(section(visit, board, backlog, rest));
    return sections;
  }

  private Section section(Visit visit, Board board, Section empty, List<Issue> issues) {
    Optional<CustomField> estimate =
        board
            .estimationField()
            .flatMap(field -> Optional.ofNullable(customFields.getCustomFieldObject(field)));
    List<Card> cards = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Issue issue : issues) {
      Optional<BigDecimal> points =
          estimate.map(issue::getCustomFieldValue).map(value -> new BigDecimal(value.toString()));
      sum = sum.add(points.orElse(BigDecimal.ZERO));
      cards.add(card(visit, board, issue, points.map(BoardPage::shown).orElse("")));
    }
    return new Section(
        empty.id(),
        empty.name(),
        empty.goal(),
        empty.active(),
        empty.startable() && !cards.isEmpty(),
        empty.dates(),
        shown(sum),
        cards);
  }

  private static Card card(Visit visit, Board board, Issue issue, String points) {
    ApplicationUser assignee = issue.getAssignee();
    return new Card(
        issue.getKey(),
        visit.contextPath() + IssuePage.PATH + "/" + issue.getKey(),
        issue.getSummary(),
        issue.getIssueType().getName(),
        assignee == null ? "Unassigned" : assignee.getDisplayName(),
        points,
        Lozenge.of(issue.getStatus()),
        board.doneStatusIds().contains(issue.getStatusId()));
  }

  private static String shown(BigDecimal points) {
    return points.stripTrailingZeros().toPlainString();
  }

  private String dates(Visit visit, SprintData sprint) {
    return sprint.start().map(start -> day(visit, start)).orElse("")
        + sprint.end().map(end -> " to " + day(visit, end)).orElse("");
  }

  private String day(Visit visit, Instant moment) {
    return moments.of(Date.from(moment), visit).text();
  }

  /** The issues of the board that are no sub-tasks and no epics. */
  private List<Issue> issues(Visit visit, Board board) {
    try {
      return search
          .search(visit.person(), boards.query(board), new PagerFilter<Issue>(0, MOST_ISSUES))
          .getResults()
          .stream()
          .filter(issue -> !issue.getIssueType().isSubTask())
          .filter(issue -> !issue.getIssueType().getName().equals("Epic"))
          .toList();
    } catch (SearchException e) {
      throw new JiraRefusal(400, "The board's filter fails: " + e.getMessage(), Map.of());
    }
  }

  private List<Column> columns(Visit visit, Board board, Section sprint) {
    Map<String, String> statusOf = new HashMap<>();
    issues(visit, board).forEach(issue -> statusOf.put(issue.getKey(), issue.getStatusId()));
    return board.columns().stream()
        .map(
            column ->
                new Column(
                    column.name(),
                    String.join(" ", column.statusIds()),
                    sprint.cards().stream()
                        .filter(card -> column.statusIds().contains(statusOf.get(card.key())))
                        .toList()))
        .toList();
  }
}
