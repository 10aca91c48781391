package io.bearings.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the columns of a row from left to right, so that nobody counts them. */
final class Cells {
  private final ResultSet row;
  private final Optional<Columns> columns;
  private int column;
  private int place = -1;

  /**
   * @param before how many columns come before
   */
  Cells(ResultSet row, int before) {
    this(row, Optional.empty(), before);
  }

  /**
   * @param columns what is read, of which the row may leave some out
   * @param before how many columns come before
   */
  Cells(ResultSet row, Columns columns, int before) {
    this(row, Optional.of(columns), before);
  }

  private Cells(ResultSet row, Optional<Columns> columns, int before) {
    this.row = row;
    this.columns = columns;
    this.column = before;
  }

  /** Goes on to the next column; false where the row does not have it. */
  private boolean next() {
    place++;
    if (columns.isEmpty() || columns.get().given()[place]) {
      column++;
      return true;
    }
    return false;
  }

  long id() throws SQLException {
    return next() ? row.getLong(column) : 0;
  }

  int whole() throws SQLException {
    return next() ? row.getInt(column) : 0;
  }

  String text() throws SQLException {
    return next() ? row.getString(column) : columns.orElseThrow().instead()[place];
  }

  Optional<String> optional() throws SQLException {
    return Optional.ofNullable(text());
  }

  Optional<Long> optionalId() throws SQLException {
    if (!next()) {
      return Optional.empty();
    }
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  Optional<Integer> optionalWhole() throws SQLException {
    if (!next()) {
      return Optional.empty();
    }
    int value = row.getInt(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  Optional<BigDecimal> decimal() throws SQLException {
    String value = text();
    return value == null ? Optional.empty() : Optional.of(new BigDecimal(value));
  }

  Optional<LocalDate> day() throws SQLException {
    String value = text();
    return value == null ? Optional.empty() : Optional.of(Rows.day(value));
  }

  Optional<Instant> moment() throws SQLException {
    return optionalId().map(Instant::ofEpochMilli);
  }

  boolean truth() throws SQLException {
    return whole() == 1;
  }
}
