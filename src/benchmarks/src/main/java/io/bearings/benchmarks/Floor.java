package io.bearings.benchmarks;

import static io.bearings.benchmarks.Company.table;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

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
  private static final String TALLIES =
      "select l.\"KEY_RESULT_ID\", l.\"STATUS_CATEGORY\", l.\"RESOLUTION_ID\", l.\"POINTS\","
          + " count(*) from "
          + table("CONTRIBUTION")
          + " l join "
          + table("KEY_RESULT")
          + " k on k.\"ID\" = l.\"KEY_RESULT_ID\" join "
          + table("OBJECTIVE")
          + " o on o.\"ID\" = k.\"OBJECTIVE_ID\" where %s group by 1, 2, 3, 4";
  private static final String ARROWS =
      "select a.* from "
          + table("ALIGNMENT")
          + " a join "
          + table("OBJECTIVE")
          + " f on f.\"ID\" = a.\"FROM_ID\" join "
          + table("OBJECTIVE")
          + " t on t.\"ID\" = a.\"TO_ID\" where %s or %s";

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

  private int read(String where) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      int rows =
          rows(connection, UNITS)
              + rows(connection, CYCLES)
              + rows(connection, OBJECTIVES.formatted(where.formatted("o")))
              + rows(connection, TALLIES.formatted(where.formatted("o")))
              + rows(connection, ARROWS.formatted(where.formatted("f"), where.formatted("t")));
      connection.commit();
      return rows;
    }
  }

  private static int rows(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
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
