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
  private int column;

  /**
   * @param before how many columns come before
   */
  Cells(ResultSet row, int before) {
    this.row = row;
    this.column = before;
  }

  long id() throws SQLException {
    return row.getLong(++column);
  }

  int whole() throws SQLException {
    return row.getInt(++column);
  }

  String text() throws SQLException {
    return row.getString(++column);
  }

  Optional<String> optional() throws SQLException {
    return Optional.ofNullable(text());
  }

  Optional<Long> optionalId() throws SQLException {
    long value = row.getLong(++column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  Optional<Integer> optionalWhole() throws SQLException {
    int value = row.getInt(++column);
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
    return row.getInt(++column) == 1;
  }
}
