package io.bearings.store;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Statements within one transaction, written as {@link Tables} reads them. */
final class Session {
  private static final String OF_ISSUES =
      "k.[ID] in (select i.[KEY_RESULT_ID] from {CONTRIBUTION} i where %s)";

  /** How many rows a driver reads at once where not all of them are held. */
  private static final int FETCHED = 500;

  private final Connection connection;
  private final Tables tables;
  private final Map<String, List<Object>> changedWork = new LinkedHashMap<>();

  Session(Connection connection, Tables tables) {
    this.connection = connection;
    this.tables = tables;
  }

  /** Makes a value from the row at which a result stands. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * The contributions of some key results changed, or anything else that their figures are made of:
   * these are reckoned anew before the transaction ends.
   */
  void workChanged(Collection<Long> keyResultIds) {
    if (!keyResultIds.isEmpty()) {
      changedWork.put(Tables.in("k.[ID]", keyResultIds), List.of());
    }
  }

  /** The same for all key results that reach some issues when the transaction ends. */
  void workOfIssuesChanged(Collection<Long> issueIds) {
    if (issueIds.size() == 1) {
      // The most frequent of all statements: as it is always the same, databases prepare it once.
      changedWork.put(OF_ISSUES.formatted("i.[ISSUE_ID] = ?"), List.copyOf(issueIds));
    } else if (!issueIds.isEmpty()) {
      changedWork.put(OF_ISSUES.formatted(Tables.in("i.[ISSUE_ID]", issueIds)), List.of());
    }
  }

  /**
   * The values or the goals of some key results changed, and with them the score of an objective of
   * which figures are stored; where none are, none are made.
   */
  void scoresChanged(Collection<Long> keyResultIds) {
    if (!keyResultIds.isEmpty()) {
      changedWork.put(
          "k.[OBJECTIVE_ID] in (select e.[OBJECTIVE_ID] from {KEY_RESULT} e where "
              + Tables.in("e.[ID]", keyResultIds)
              + ") and exists (select 1 from {FIGURE} x where x.[SUBJECT] = 'KR'"
              + " and x.[SUBJECT_ID] = k.[ID])",
          List.of());
    }
  }

  /** The key results whose work changed; absent where none did. */
  Optional<Condition> changedWork() {
    return changedWork.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Condition(
                "(" + String.join(") or (", changedWork.keySet()) + ")",
                changedWork.values().stream().flatMap(List::stream).toList()));
  }

  /**
   * A condition on key results of alias {@code k}.
   *
   * @param parameters what it binds, in their order
   */
  record Condition(String text, List<Object> parameters) {}

  /** All rows of a query. */
  <T> List<T> list(String query, Row<T> row, Object... parameters) throws SQLException {
    return list(query, 0, row, parameters);
  }

  /**
   * Hands over all rows of a query, one after the other, of which the driver holds no more than it
   * reads at once.
   */
  <T> void each(String query, Row<T> row, Consumer<T> taker, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(tables.sql(query))) {
      statement.setFetchSize(FETCHED);
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          taker.accept(row.read(result));
        }
      }
    }
  }

  /**
   * The first rows of a query.
   *
   * @param most how many at most; 0 is all
   */
  <T> List<T> list(String query, int most, Row<T> row, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(tables.sql(query))) {
      statement.setMaxRows(most);
      bind(statement, parameters);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row.read(result));
        }
      }
      return rows;
    }
  }

  /** The first row of a query. */
  <T> Optional<T> first(String query, Row<T> row, Object... parameters) throws SQLException {
    return list(query, 1, row, parameters).stream().findFirst();
  }

  /** Changes rows, and says how many. */
  int update(String statement, Object... parameters) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(tables.sql(statement))) {
      bind(prepared, parameters);
      return prepared.executeUpdate();
    }
  }

  /**
   * Inserts a row with an id of the database's own, so that rows that belong together are written
   * in one transaction.
   *
   * @param row values by the name of their column, without the id; see {@link #text} and its like
   *     for a value that may be absent
   * @return the id
   */
  long insert(String table, Map<String, Object> row) throws SQLException {
    List<String> columns = List.copyOf(row.keySet());
    try (PreparedStatement prepared =
        connection.prepareStatement(tables.sql(insertion(table, columns)), new String[] {"ID"})) {
      bind(prepared, columns.stream().map(row::get).toArray());
      prepared.executeUpdate();
      try (ResultSet keys = prepared.getGeneratedKeys()) {
        if (!keys.next()) {
          throw new SQLException("The database gave no id to a new row of " + table);
        }
        return keys.getLong(1);
      }
    }
  }

  private static String insertion(String table, List<String> columns) {
    return "insert into {"
        + table
        + "} ("
        + columns.stream().map(column -> "[" + column + "]").collect(joining(", "))
        + ") values ("
        + columns.stream().map(column -> "?").collect(joining(", "))
        + ")";
  }

  /**
   * Inserts rows in one go, in their order, with ids of the database's own.
   *
   * @param rows as for {@link #insert}, all with the same columns
   */
  void insertAll(String table, List<? extends Map<String, Object>> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    List<String> columns = List.copyOf(rows.get(0).keySet());
    updateAll(
        insertion(table, columns),
        rows.stream().map(row -> columns.stream().map(row::get).toArray()).toList());
  }

  /**
   * Changes rows by one statement with many sets of parameters, in one go.
   *
   * @return how many rows each changed; below 0 where the database does not tell
   */
  int[] updateAll(String statement, List<Object[]> parameters) throws SQLException {
    if (parameters.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement prepared = connection.prepareStatement(tables.sql(statement))) {
      for (Object[] each : parameters) {
        bind(prepared, each);
        prepared.addBatch();
      }
      return prepared.executeBatch();
    }
  }

  /** What to bind for a text column that may be empty. */
  static Object text(Optional<String> value) {
    return value.<Object>map(present -> present).orElse(Absent.TEXT);
  }

  /** What to bind for a number column that may be empty. */
  static Object number(Optional<Double> value) {
    return value.<Object>map(present -> present).orElse(Absent.NUMBER);
  }

  /** What to bind for a whole-number column that may be empty. */
  static Object whole(Optional<? extends Number> value) {
    return value.<Object>map(present -> present).orElse(Absent.WHOLE);
  }

  private enum Absent {
    TEXT(Types.VARCHAR),
    NUMBER(Types.DOUBLE),
    WHOLE(Types.BIGINT);

    private final int type;

    Absent(int type) {
      this.type = type;
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof Absent absent) {
        statement.setNull(i + 1, absent.type);
      } else {
        statement.setObject(i + 1, parameters[i]);
      }
    }
  }
}
