package io.bearings.benchmarks;

import static io.bearings.benchmarks.Sql.table;
import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page costs at the least: hand-written JDBC that fetches the same rows in one transaction
 * with the fewest statements, reads every column, and does nothing else.
 */
final class Floor implements AutoCloseable {
  private static final String UNITS =
      "select u.*, r.\"ROLE_NAME\", r.\"GROUP_NAME\" from "
          + table("ORG_UNIT")
          + " u left join "
          + table("UNIT_ROLE")
          + " r on r.\"UNIT_ID\" = u.\"ID\"";
  private static final String CYCLES = "select c.* from " + table("OKR_CYCLE") + " c";
  private static final String OBJECTIVES =
      "select o.*, k.* from "
          + table("OBJECTIVE")
          + " o left join "
          + table("KEY_RESULT")
          + " k on k.\"OBJECTIVE_ID\" = o.\"ID\" where %s";
  private static final String FIGURES =
      "select g.* from "
          + table("FIGURE")
          + " g join "
          + table("KEY_RESULT")
          + " k on k.\"ID\" = g.\"SUBJECT_ID\" join "
          + table("OBJECTIVE")
          + " o on o.\"ID\" = k.\"OBJECTIVE_ID\" where g.\"SUBJECT\" = 'KR' and %s";
  private static final String ARROWS =
      "select a.* from "
          + table("ALIGNMENT")
          + " a join "
          + table("OBJECTIVE")
          + " f on f.\"ID\" = a.\"FROM_ID\" join "
          + table("OBJECTIVE")
          + " t on t.\"ID\" = a.\"TO_ID\" where %s or %s";

  /** The contributions of one linked issue each, which change as with a change of status. */
  private static final String CONTRIBUTIONS =
      "update "
          + table("CONTRIBUTION")
          + " set \"STATUS_ID\" = '3', \"STATUS_CATEGORY\" = 'DONE', \"POINTS\" = 3,"
          + " \"ISSUE_UPDATED\" = \"ISSUE_UPDATED\" + 1 where \"KEY_RESULT_ID\" in (%s) and"
          + " \"ISSUE_ID\" = 1000000000 + \"KEY_RESULT_ID\" * 1000 + 1";

  private static final String FIGURES_OF =
      "select f.\"ID\" from "
          + table("FIGURE")
          + " f where f.\"SUBJECT\" = 'KR' and f.\"SUBJECT_ID\" in (%1$s) or f.\"SUBJECT\" = 'O'"
          + " and f.\"SUBJECT_ID\" in (select k.\"OBJECTIVE_ID\" from "
          + table("KEY_RESULT")
          + " k where k.\"ID\" in (%1$s)) order by 1";
  private static final String FIGURE =
      "update "
          + table("FIGURE")
          + " set \"DONE\" = \"DONE\", \"DONE_WEIGHT\" = \"DONE_WEIGHT\", \"SCORE\" = \"SCORE\","
          + " \"MOVED_AT\" = \"MOVED_AT\", \"STAMP\" = \"STAMP\" + 1 where \"ID\" = ?";
  private static final String STATES =
      "select s.* from "
          + table("ISSUE_STATE")
          + " s join "
          + table("WORK_LINK")
          + " w on w.\"TARGET_ID\" = s.\"ISSUE_ID\" join "
          + table("KEY_RESULT")
          + " k on k.\"ID\" = w.\"KEY_RESULT_ID\" join "
          + table("OBJECTIVE")
          + " o on o.\"ID\" = k.\"OBJECTIVE_ID\" where o.\"UNIT_ID\" = %d"
          + " order by s.\"ISSUE_ID\", s.\"FROM_AT\"";

  private static final String ISSUE_FACTS =
      "select f.\"ISSUE_ID\", f.\"TYPE_ID\", f.\"REPORTER_KEY\", f.\"RESOLVED_AT\","
          + " f.\"START_DAY\", f.\"DUE_DAY\", f.\"AFFECTED_IDS\", f.\"FIRST_COMMENTS\","
          + " f.\"WORK_LOGGED\" from "
          + table("ISSUE_FACT")
          + " f where f.\"PROJECT_ID\" = %d order by f.\"ISSUE_ID\"";
  private static final String HISTORY =
      "select s.\"ISSUE_ID\", s.\"FROM_AT\", s.\"CHANGE_ID\", s.\"PROJECT_ID\","
          + " s.\"STATUS_ID\", s.\"STATUS_CATEGORY\", s.\"RESOLUTION_ID\", s.\"POINTS\","
          + " s.\"ESTIMATE\", s.\"SPRINT_IDS\", s.\"VERSION_IDS\", s.\"EPIC_ID\","
          + " s.\"PARENT_ID\", s.\"TYPE_ID\", s.\"FIELD_NUMBERS\", s.\"GONE\" from "
          + table("ISSUE_STATE")
          + " s where s.\"PROJECT_ID\" = %d order by s.\"ISSUE_ID\", s.\"FROM_AT\","
          + " s.\"SEQ_NO\"";

  /** So many rows are fetched at a time, where a transaction is open. */
  private static final int FETCHED = 5_000;

  private static final String KPIS =
      "select k.* from "
          + table("KPI")
          + " k where k.\"UNIT_ID\" = %d and k.\"ARCHIVED\" = 0 order by k.\"ID\"";
  private static final String TRENDS =
      "select p.* from "
          + table("KPI")
          + " k join "
          + table("KPI_PERIOD")
          + " p on p.\"TREND_OF\" = k.\"ID\" where k.\"UNIT_ID\" = %d and k.\"ARCHIVED\" = 0"
          + " order by p.\"LAST_ON\"";
  private static final String BREACHES =
      "select b.* from "
          + table("KPI")
          + " k join "
          + table("KPI_BREACH")
          + " b on b.\"OPEN_OF\" = k.\"ID\" where k.\"UNIT_ID\" = %d and k.\"ARCHIVED\" = 0";

  private static final String SERVED =
      "select w.*, k.*, o.*, g.*, c.* from "
          + table("WORK_LINK")
          + " w join "
          + table("KEY_RESULT")
          + " k on k.\"ID\" = w.\"KEY_RESULT_ID\" join "
          + table("OBJECTIVE")
          + " o on o.\"ID\" = k.\"OBJECTIVE_ID\" left join "
          + table("FIGURE")
          + " g on g.\"SUBJECT\" = 'KR' and g.\"SUBJECT_ID\" = k.\"ID\" left join "
          + table("CONTRIBUTION")
          + " c on c.\"KEY_RESULT_ID\" = k.\"ID\" and c.\"ISSUE_ID\" = w.\"TARGET_ID\""
          + " where w.\"KIND\" = 'ISSUE' and w.\"TARGET_ID\" = %d";
  private static final String ISSUE = "select i.* from jiraissue i where i.id = %d";
  private static final String KPI = "select k.* from " + table("KPI") + " k where k.\"ID\" = %d";
  private static final String PERIODS =
      "select p.* from "
          + table("KPI_PERIOD")
          + " p where p.\"KPI_ID\" = %d and p.\"LAST_ON\" >= '%s' order by p.\"LAST_ON\"";
  private static final String BREACHES_OF =
      "select b.* from " + table("KPI_BREACH") + " b where b.\"KPI_ID\" = %d";

  private static final String CHECK_INS =
      "select i.* from "
          + table("CHECK_IN")
          + " i join "
          + table("KEY_RESULT")
          + " k on k.\"ID\" = i.\"KEY_RESULT_ID\" join "
          + table("OBJECTIVE")
          + " o on o.\"ID\" = k.\"OBJECTIVE_ID\" where %s order by i.\"ID\"";
  private static final String LINKS =
      "select w.*, h.* from "
          + table("WORK_LINK")
          + " w join "
          + table("KEY_RESULT")
          + " k on k.\"ID\" = w.\"KEY_RESULT_ID\" join "
          + table("OBJECTIVE")
          + " o on o.\"ID\" = k.\"OBJECTIVE_ID\" left join "
          + table("QUERY_HIT")
          + " h on h.\"LINK_ID\" = w.\"ID\" where %s";

  /** Of the issues that are linked themselves or were found by a query. */
  private static final String LINKED_STATES =
      "select s.\"ISSUE_ID\", s.\"FROM_AT\", s.\"CHANGE_ID\", s.\"PROJECT_ID\","
          + " s.\"STATUS_ID\", s.\"STATUS_CATEGORY\", s.\"RESOLUTION_ID\", s.\"POINTS\","
          + " s.\"ESTIMATE\", s.\"SPRINT_IDS\", s.\"VERSION_IDS\", s.\"EPIC_ID\","
          + " s.\"PARENT_ID\", s.\"TYPE_ID\", s.\"FIELD_NUMBERS\", s.\"GONE\" from "
          + table("ISSUE_STATE")
          + " s where s.\"ISSUE_ID\" in (select coalesce(h.\"ISSUE_ID\", w.\"TARGET_ID\") from "
          + table("WORK_LINK")
          + " w join "
          + table("KEY_RESULT")
          + " k on k.\"ID\" = w.\"KEY_RESULT_ID\" join "
          + table("OBJECTIVE")
          + " o on o.\"ID\" = k.\"OBJECTIVE_ID\" left join "
          + table("QUERY_HIT")
          + " h on h.\"LINK_ID\" = w.\"ID\" where %s) order by s.\"ISSUE_ID\","
          + " s.\"FROM_AT\", s.\"SEQ_NO\"";

  private static final String PERIODS_OF_UNIT =
      "select p.* from "
          + table("KPI")
          + " k join "
          + table("KPI_PERIOD")
          + " p on p.\"KPI_ID\" = k.\"ID\" where k.\"UNIT_ID\" = %d and p.\"LAST_ON\" >= '%s'"
          + " order by p.\"KPI_ID\", p.\"LAST_ON\"";
  private static final String ANNOTATIONS = "select a.* from " + table("ANNOTATION") + " a";
  private static final String BLOCKERS = "select b.* from " + table("BLOCKER") + " b";

  private final HikariDataSource pool;

  /** Over a pool like the host's own. */
  Floor(String jdbcUrl) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setMaximumPoolSize(20);
    config.setMinimumIdle(2);
    pool = new HikariDataSource(config);
  }

  /** The rows of one unit's workspace; returns how many. */
  int workspace(long unit, long cycle) throws SQLException {
    String where = "%s.\"UNIT_ID\" = " + unit + " and %<s.\"CYCLE_ID\" = " + cycle;
    return read(where);
  }

  /** The rows of a whole cycle's alignment map; returns how many. */
  int map(long cycle) throws SQLException {
    return read("%s.\"CYCLE_ID\" = " + cycle);
  }

  /** The ids of the stored figures of key results and of their objectives. */
  List<Long> figures(List<Long> keyResults) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement select =
            connection.prepareStatement(FIGURES_OF.formatted(list(keyResults)));
        ResultSet rows = select.executeQuery()) {
      List<Long> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    }
  }

  /** Updates the rows that a change of status concerns; returns how many. */
  int event(List<Long> keyResults, List<Long> figures) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      int rows = 0;
      try (PreparedStatement update =
          connection.prepareStatement(CONTRIBUTIONS.formatted(list(keyResults)))) {
        rows += update.executeUpdate();
      }
      try (PreparedStatement update = connection.prepareStatement(FIGURE)) {
        for (long id : figures) {
          update.setLong(1, id);
          update.addBatch();
        }
        rows += update.executeBatch().length;
      }
      connection.commit();
      return rows;
    }
  }

  private static String list(List<Long> ids) {
    return ids.stream().map(String::valueOf).collect(joining(", "));
  }

  /** The states of all issues of the key results of a team, in one statement; returns how many. */
  int past(long team) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return rows(connection, STATES.formatted(team));
    }
  }

  /**
   * All that metrics need of the history of a project's issues, in the order of the issues, a part
   * at a time; returns how many rows.
   */
  int history(long project) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      int rows =
          rows(connection, ISSUE_FACTS.formatted(project))
              + rows(connection, HISTORY.formatted(project));
      connection.commit();
      return rows;
    }
  }

  /** The rows of the board of a unit's KPIs; returns how many. */
  int board(long unit) throws SQLException {
    return read(
        List.of(UNITS, KPIS.formatted(unit), TRENDS.formatted(unit), BREACHES.formatted(unit)));
  }

  private int read(String where) throws SQLException {
    return read(
        List.of(
            UNITS,
            CYCLES,
            OBJECTIVES.formatted(where.formatted("o")),
            FIGURES.formatted(where.formatted("o")),
            ARROWS.formatted(where.formatted("f"), where.formatted("t"))));
  }

  /** The rows of an objective with its key results; returns how many. */
  int objective(long objective) throws SQLException {
    String where = "o.\"ID\" = " + objective;
    return read(List.of(UNITS, CYCLES, OBJECTIVES.formatted(where), FIGURES.formatted(where)));
  }

  /** The rows of what an issue serves; returns how many. */
  int served(long issue) throws SQLException {
    return read(List.of(UNITS, ISSUE.formatted(issue), SERVED.formatted(issue)));
  }

  /** The rows of the objectives and the KPIs of a unit; returns how many. */
  int objectivesAndKpis(long unit, long cycle) throws SQLException {
    String where = "o.\"UNIT_ID\" = " + unit + " and o.\"CYCLE_ID\" = " + cycle;
    return read(
        List.of(
            UNITS,
            CYCLES,
            OBJECTIVES.formatted(where),
            FIGURES.formatted(where),
            KPIS.formatted(unit),
            TRENDS.formatted(unit),
            BREACHES.formatted(unit)));
  }

  /** The rows of what a cycle came to in a unit; returns how many. */
  int retrospective(long unit, long cycle, LocalDate since) throws SQLException {
    String where = "o.\"UNIT_ID\" = " + unit + " and o.\"CYCLE_ID\" = " + cycle;
    return read(
        List.of(
            UNITS,
            CYCLES,
            OBJECTIVES.formatted(where),
            CHECK_INS.formatted(where),
            LINKS.formatted(where),
            LINKED_STATES.formatted(where),
            KPIS.formatted(unit),
            PERIODS_OF_UNIT.formatted(unit, since),
            BREACHES.formatted(unit),
            ANNOTATIONS,
            BLOCKERS));
  }

  /** The rows of the chart of a KPI since a day; returns how many. */
  int chart(long kpi, LocalDate since) throws SQLException {
    return read(
        List.of(
            UNITS, KPI.formatted(kpi), PERIODS.formatted(kpi, since), BREACHES_OF.formatted(kpi)));
  }

  private int read(List<String> queries) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      int rows = 0;
      for (String query : queries) {
        rows += rows(connection, query);
      }
      connection.commit();
      return rows;
    }
  }

  private static PreparedStatement fetching(Connection connection, String query)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    statement.setFetchSize(FETCHED);
    return statement;
  }

  private static int rows(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = fetching(connection, query);
        ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      int rows = 0;
      int characters = 0;
      while (result.next()) {
        for (int column = 1; column <= columns; column++) {
          String value = result.getString(column);
          characters += value == null ? 0 : value.length();
        }
        rows++;
      }
      return characters == 0 ? 0 : rows;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
