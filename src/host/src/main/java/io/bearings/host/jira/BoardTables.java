package io.bearings.host.jira;

import io.bearings.host.db.Database;
import io.bearings.host.software.Board;
import io.bearings.host.software.SprintData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Boards and sprints in their tables, and which issues are in which sprints. */
final class BoardTables {
  private static final String SPRINTS =
      "select s.id, s.rapid_view_id, s.name, s.goal, s.sprint_state, s.start_date, s.end_date,"
          + " s.activated_date, s.complete_date from ao_60db71_sprint s ";

  private final JdbcTemplate jdbc;
  private final Ids ids;

  BoardTables(Database database, Ids ids) {
    this.jdbc = database.jdbc();
    this.ids = ids;
  }

  /** Every board: one statement for boards, one for their columns. */
  List<Board> boards() {
    return boards("", List.of());
  }

  Optional<Board> board(long id) {
    return boards("where id = ? ", List.of(id)).stream().findFirst();
  }

  private List<Board> boards(String where, List<Object> arguments) {
    Map<Long, List<Board.Column>> columns = columns();
    return jdbc.query(
        "select id, name, project, query, view_type, estimation_field from ao_60db71_rapidview "
            + where
            + "order by id",
        (rs, n) ->
            new Board(
                rs.getLong(1),
                rs.getString(2),
                rs.getLong(3),
                rs.getString(4),
                rs.getString(5).equals("SCRUM"),
                Optional.ofNullable(rs.getObject(6, Long.class)),
                columns.getOrDefault(rs.getLong(1), List.of())),
        arguments.toArray());
  }

  private Map<Long, List<Board.Column>> columns() {
    Map<Long, Map<Long, Board.Column>> columns = new HashMap<>();
    jdbc.query(
        "select c.rapid_view_id, c.id, c.name, s.status_id from ao_60db71_column c"
            + " left join ao_60db71_columnstatus s on s.column_id = c.id"
            + " order by c.rapid_view_id, c.pos, s.pos",
        rs -> {
          Map<Long, Board.Column> ofBoard =
              columns.computeIfAbsent(rs.getLong(1), board -> new LinkedHashMap<>());
          Board.Column column = column(rs);
          ofBoard.merge(column.id(), column, BoardTables::joined);
        });
    Map<Long, List<Board.Column>> all = new HashMap<>();
    columns.forEach((board, ofBoard) -> all.put(board, List.copyOf(ofBoard.values())));
    return all;
  }

  private static Board.Column column(ResultSet rs) throws SQLException {
    return new Board.Column(
        rs.getLong(2), rs.getString(3), Optional.ofNullable(rs.getString(4)).stream().toList());
  }

  private static Board.Column joined(Board.Column one, Board.Column other) {
    List<String> statuses = new ArrayList<>(one.statusIds());
    statuses.addAll(other.statusIds());
    return new Board.Column(one.id(), one.name(), statuses);
  }

  /** Writes a board of columns with these names and statuses. */
  long addBoard(
      String name,
      long projectId,
      String jql,
      Long estimationField,
      Map<String, List<String>> columns) {
    long id = ids.next(Ids.Sequence.BOARD);
    jdbc.update(
        "insert into ao_60db71_rapidview (id, name, project, query, view_type, estimation_field)"
            + " values (?, ?, ?, ?, 'SCRUM', ?)",
        id,
        name,
        projectId,
        jql,
        estimationField);
    int[] position = {0};
    columns.forEach(
        (column, statuses) -> {
          long columnId = ids.next(Ids.Sequence.BOARD_COLUMN);
          jdbc.update(
              "insert into ao_60db71_column (id, rapid_view_id, name, pos) values (?, ?, ?, ?)",
              columnId,
              id,
              column,
              position[0]++);
          for (int i = 0; i < statuses.size(); i++) {
            jdbc.update(
                "insert into ao_60db71_columnstatus (column_id, status_id, pos) values (?, ?, ?)",
                columnId,
                statuses.get(i),
                i);
          }
        });
    return id;
  }

  List<SprintData> sprintsOf(long boardId) {
    return jdbc.query(
        SPRINTS + "where s.rapid_view_id = ? order by s.id", BoardTables::sprint, boardId);
  }

  Optional<SprintData> sprint(long id) {
    return jdbc.query(SPRINTS + "where s.id = ?", BoardTables::sprint, id).stream().findFirst();
  }

  /** The sprint, locked until the open transaction ends. */
  Optional<SprintData> lockedSprint(long id) {
    return jdbc.query(SPRINTS + "where s.id = ? for update", BoardTables::sprint, id).stream()
        .findFirst();
  }

  /** All sprints that an issue is in, also completed ones. */
  List<SprintData> sprintsOfIssue(long issueId) {
    return jdbc.query(
        SPRINTS + "join issue_sprint i on i.sprint = s.id where i.issue = ? order by s.id",
        BoardTables::sprint,
        issueId);
  }

  List<Long> issuesIn(long sprintId) {
    return jdbc.queryForList(
        "select issue from issue_sprint where sprint = ? order by issue", Long.class, sprintId);
  }

  /** The sprints of many issues, by issue. */
  Map<Long, List<Long>> sprintsOfBoardsIssues(long boardId) {
    Map<Long, List<Long>> sprints = new HashMap<>();
    jdbc.query(
        "select i.issue, i.sprint from issue_sprint i join ao_60db71_sprint s on s.id = i.sprint"
            + " where s.rapid_view_id = ?",
        rs -> {
          sprints.computeIfAbsent(rs.getLong(1), issue -> new ArrayList<>()).add(rs.getLong(2));
        },
        boardId);
    return sprints;
  }

  private static SprintData sprint(ResultSet rs, int n) throws SQLException {
    return new SprintData(
        rs.getLong(1),
        rs.getLong(2),
        rs.getString(3),
        rs.getString(4),
        SprintData.State.valueOf(rs.getString(5)),
        instant(rs, 6),
        instant(rs, 7),
        instant(rs, 8),
        instant(rs, 9));
  }

  private static Optional<Instant> instant(ResultSet rs, int column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }

  long nextSprintId() {
    return ids.next(Ids.Sequence.SPRINT);
  }

  void insert(SprintData sprint) {
    jdbc.update(
        "insert into ao_60db71_sprint (id, rapid_view_id, name, goal, sprint_state, start_date,"
            + " end_date, activated_date, complete_date) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sprint.id(),
        sprint.boardId(),
        sprint.name(),
        sprint.goal(),
        sprint.state().name(),
        timestamp(sprint.start()),
        timestamp(sprint.end()),
        timestamp(sprint.activated()),
        timestamp(sprint.completed()));
  }

  void update(SprintData sprint) {
    jdbc.update(
        "update ao_60db71_sprint set name = ?, goal = ?, sprint_state = ?, start_date = ?,"
            + " end_date = ?, activated_date = ?, complete_date = ? where id = ?",
        sprint.name(),
        sprint.goal(),
        sprint.state().name(),
        timestamp(sprint.start()),
        timestamp(sprint.end()),
        timestamp(sprint.activated()),
        timestamp(sprint.completed()),
        sprint.id());
  }

  void deleteSprint(long sprintId) {
    jdbc.update("delete from issue_sprint where sprint = ?", sprintId);
    jdbc.update("delete from ao_60db71_sprint where id = ?", sprintId);
  }

  /** Deletes the boards in a project's menu with their sprints, which other issues leave. */
  void deleteBoardsOf(long projectId) {
    String boards = "(select id from ao_60db71_rapidview where project = ?)";
    for (String sql :
        List.of(
            "delete from issue_sprint where sprint in (select id from ao_60db71_sprint"
                + " where rapid_view_id in "
                + boards
                + ")",
            "delete from ao_60db71_sprint where rapid_view_id in " + boards,
            "delete from ao_60db71_columnstatus where column_id in (select id from ao_60db71_column"
                + " where rapid_view_id in "
                + boards
                + ")",
            "delete from ao_60db71_column where rapid_view_id in " + boards,
            "delete from ao_60db71_rapidview where project = ?")) {
      jdbc.update(sql, projectId);
    }
  }

  private static Timestamp timestamp(Optional<Instant> instant) {
    return instant.map(Timestamp::from).orElse(null);
  }

  /** Puts an issue into exactly these sprints. */
  void setSprints(long issueId, Collection<Long> sprintIds) {
    jdbc.update("delete from issue_sprint where issue = ?", issueId);
    sprintIds.forEach(
        sprint ->
            jdbc.update("insert into issue_sprint (issue, sprint) values (?, ?)", issueId, sprint));
  }

  /** The issue of an issue's epic. */
  Optional<Long> epicOf(long issueId) {
    return jdbc
        .queryForList(
            "select source from issuelink where destination = ? and linktype = "
                + Issues.linkType(Issues.EPIC_LINK),
            Long.class,
            issueId)
        .stream()
        .findFirst();
  }

  /** Puts an issue below an epic; null takes it out of its epic. */
  void setEpic(long issueId, Long epicId) {
    jdbc.update(
        "delete from issuelink where destination = ? and linktype = "
            + Issues.linkType(Issues.EPIC_LINK),
        issueId);
    if (epicId != null) {
      jdbc.update(
          "insert into issuelink (id, linktype, source, destination) values (?, "
              + Issues.linkType(Issues.EPIC_LINK)
              + ", ?, ?)",
          ids.next(Ids.Sequence.ISSUE_LINK),
          epicId,
          issueId);
    }
  }
}
