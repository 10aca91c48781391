package io.bearings.store;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a row becomes a record, and a record a row. */
final class Rows {
  /** The columns of an objective of alias {@code o}, as {@link #objective} reads them. */
  static final String OBJECTIVE =
      "o.[ID], o.[PROJECT_ID], o.[TITLE], o.[WHY], o.[OWNER_KEY], o.[VERSION_NO]";

  /** The columns of a key result of alias {@code k}, as {@link #keyResult} reads them. */
  static final String KEY_RESULT =
      "k.[ID], k.[OBJECTIVE_ID], k.[TITLE], k.[WEIGHT_MICROS], k.[WEIGHT_BY], k.[VERSION_NO]";

  /** How many columns each of the two lists has. */
  static final int WIDTH = 6;

  /** The version of what was just created. */
  static final int FIRST_VERSION = 1;

  private static final int MICRO = 6;

  private Rows() {}

  static Objective objective(ResultSet row) throws SQLException {
    return objective(row, 0);
  }

  /**
   * @param before how many columns come before
   */
  static Objective objective(ResultSet row, int before) throws SQLException {
    return new Objective(
        row.getLong(before + 1),
        row.getLong(before + 2),
        row.getString(before + 3),
        Optional.ofNullable(row.getString(before + 4)).orElse(""),
        row.getString(before + 5),
        row.getInt(before + 6));
  }

  static KeyResult keyResult(ResultSet row) throws SQLException {
    return keyResult(row, 0);
  }

  /**
   * @param before how many columns come before
   */
  static KeyResult keyResult(ResultSet row, int before) throws SQLException {
    return new KeyResult(
        row.getLong(before + 1),
        row.getLong(before + 2),
        row.getString(before + 3),
        weight(row.getLong(before + 4)),
        WeightBy.valueOf(row.getString(before + 5)),
        row.getInt(before + 6));
  }

  /** A weight from millionths, without superfluous zeros. */
  static BigDecimal weight(long micros) {
    BigDecimal exact = BigDecimal.valueOf(micros, MICRO).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  static long micros(BigDecimal weight) {
    return weight.movePointRight(MICRO).longValueExact();
  }

  /** An id that may be empty. */
  static Optional<Long> id(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  /** The columns that say who made a row, and when. */
  static Map<String, Object> creation(Objectives.Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("VERSION_NO", FIRST_VERSION);
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    row.put("UPDATED_BY", by.who().key());
    row.put("UPDATED_AT", by.when().toEpochMilli());
    return row;
  }

  /**
   * Changes columns of a row if its version is still the given one, and counts the change.
   *
   * @return whether it was changed
   */
  static boolean update(
      Session session,
      String table,
      long id,
      int version,
      Map<String, Object> columns,
      Objectives.Edit by)
      throws SQLException {
    Map<String, Object> ordered = new LinkedHashMap<>(columns);
    ordered.put("UPDATED_BY", by.who().key());
    ordered.put("UPDATED_AT", by.when().toEpochMilli());
    List<Object> parameters = new ArrayList<>(ordered.values());
    parameters.add(id);
    parameters.add(version);
    String set =
        ordered.keySet().stream()
            .map(column -> ", [" + column + "] = ?")
            .collect(Collectors.joining());
    return session.update(
            "update {"
                + table
                + "} set [VERSION_NO] = [VERSION_NO] + 1"
                + set
                + " where [ID] = ? and [VERSION_NO] = ?",
            parameters.toArray())
        > 0;
  }

  /** The user key of the person who last changed a row. */
  static Optional<String> lastEditor(Database database, String table, long id) {
    return database.read(
        session ->
            session.first(
                "select [UPDATED_BY] from {" + table + "} where [ID] = ?",
                row -> row.getString(1),
                id));
  }

  /** A number that may be empty. */
  static Optional<BigDecimal> decimal(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Optional.empty() : Optional.of(BigDecimal.valueOf(value));
  }
}
