package io.bearings.host.pages.lab;

import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;

/** A row as JSON has it, with names in lower case, so that H2 and PostgreSQL look the same. */
final class Columns implements RowMapper<Map<String, Object>> {

  @Override
  public Map<String, Object> mapRow(ResultSet row, int number) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), plain(row.getObject(i)));
    }
    return values;
  }

  private static Object plain(Object value) throws SQLException {
    if (value instanceof Clob text) {
      return text.getSubString(1, (int) text.length());
    }
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }
}
