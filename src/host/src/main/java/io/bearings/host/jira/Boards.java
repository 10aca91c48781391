package io.bearings.host.jira;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;
import io.bearings.host.db.Database;
import io.bearings.host.jira.jql.JqlParser;
import io.bearings.host.jira.jql.JqlSyntaxError;
import io.bearings.host.software.Board;
import io.bearings.host.software.SoftwareData;
import io.bearings.host.software.SprintData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The boards. Whoever may browse a board's project sees the board and its sprints. */
public final class Boards implements SoftwareData {
  private static final int LONGEST_NAME = 255;

  private final Database database;
  private final SiteCache site;
  private final BoardTables tables;
  private final IssueAccess access;

  Boards(Database database, SiteCache site, BoardTables tables, IssueAccess access) {
    this.database = database;
    this.site = site;
    this.tables = tables;
    this.access = access;
  }

  @Override
  public List<Board> boards(ApplicationUser user) {
    return tables.boards().stream().filter(board -> sees(board, user)).toList();
  }

  private boolean sees(Board board, ApplicationUser user) {
    Site now = site.current();
    return now.project(board.projectId())
        .filter(project -> now.allows("BROWSE_PROJECTS", project, user))
        .isPresent();
  }

  @Override
  public Optional<Board> board(ApplicationUser user, long boardId) {
    return tables.board(boardId).filter(board -> sees(board, user));
  }

  @Override
  public Optional<SprintData> sprint(ApplicationUser user, long sprintId) {
    return tables.sprint(sprintId).filter(sprint -> board(user, sprint.boardId()).isPresent());
  }

  @Override
  public List<SprintData> sprintsOf(long boardId) {
    return tables.sprintsOf(boardId);
  }

  @Override
  public List<Board.Column> columns(long boardId) {
    return tables.board(boardId).map(Board::columns).orElse(List.of());
  }

  @Override
  public Query query(Board board) {
    return JqlParser.parse(board.jql());
  }

  /** Which issues are in which sprints of a board: ids of sprints by id of the issue. */
  public Map<Long, List<Long>> sprintsOfIssues(long boardId) {
    return tables.sprintsOfBoardsIssues(boardId);
  }

  /**
   * Makes a Scrum board of a project with one column for each category of its statuses, which
   * estimates in story points.
   *
   * @param jql which issues it shows; empty for all of the project
   * @throws JiraRefusal 400 when name or JQL are wrong, 403 without ADMINISTER_PROJECTS, 404 when
   *     the project is not there for the user
   */
  public Board create(ApplicationUser user, String name, String projectKey, Optional<String> jql) {
    Site now = site.current();
    HostProject project =
        now.projectByKey(projectKey)
            .filter(known -> now.allows("BROWSE_PROJECTS", known, user))
            .orElseThrow(() -> new JiraRefusal(404, "There is no project " + projectKey, Map.of()));
    access.require(ProjectPermissions.ADMINISTER_PROJECTS, project, user);
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw refused("name", "A board's name has 1 to " + LONGEST_NAME + " characters.");
    }
    try {
      jql.ifPresent(JqlParser::parse);
    } catch (JqlSyntaxError e) {
      throw refused("jql", e.getMessage());
    }
    long id =
        database
            .transactions()
            .execute(
                status ->
                    tables.addBoard(
                        name,
                        project.id(),
                        jql.orElse(allOf(project.key())),
                        storyPoints(now),
                        columns(now)));
    return tables.board(id).orElseThrow();
  }

  /** The filter of a board that shows a whole project. */
  static String allOf(String projectKey) {
    return "project = " + projectKey + " ORDER BY key ASC";
  }

  static Long storyPoints(Site site) {
    return site.fields().values().stream()
        .filter(field -> field.typeKey().equals(CustomFields.STORY_POINTS))
        .map(Site.Field::id)
        .findFirst()
        .orElse(null);
  }

  /** To Do, In Progress and Done, with the site's statuses of these categories. */
  static Map<String, List<String>> columns(Site site) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (HostStatusCategory category :
        List.of(
            HostStatusCategory.NEW, HostStatusCategory.INDETERMINATE, HostStatusCategory.DONE)) {
      columns.put(
          category.getName(),
          site.statuses().values().stream()
              .filter(status -> status.category() == category)
              .map(HostConstant::getId)
              .toList());
    }
    return columns;
  }

  private static JiraRefusal refused(String field, String message) {
    return new JiraRefusal(400, message, Map.of(field, message));
  }
}
