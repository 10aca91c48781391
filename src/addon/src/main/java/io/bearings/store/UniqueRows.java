package io.bearings.store;

import io.bearings.okr.Refusal;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of which another node may write the same at the same moment. */
final class UniqueRows {
  private UniqueRows() {}

  /**
   * Inserts those rows that nobody has inserted: one statement, unless somebody has inserted some.
   *
   * @param table with a unique column NATURAL_KEY
   * @param rows without that column, by what is to be in it; sorted, so that two nodes do not wait
   *     for each other
   * @return the natural keys of what was inserted
   */
  static Set<String> insert(
      Database database, String table, SortedMap<String, Map<String, Object>> rows) {
    SortedMap<String, Map<String, Object>> left = new TreeMap<>(rows);
    while (!left.isEmpty()) {
      try {
        database.write(session -> insert(session, table, left));
        return Set.copyOf(left.keySet());
      } catch (Refusal.Unavailable e) {
        // The unique key refuses all rows where one of them is there.
        Set<String> taken = database.read(session -> taken(session, table, left.keySet()));
        if (taken.isEmpty()) {
          throw e;
        }
        left.keySet().removeAll(taken);
      }
    }
    return Set.of();
  }

  private static boolean insert(
      Session session, String table, Map<String, Map<String, Object>> rows) throws SQLException {
    session.insertAll(
        table,
        rows.entrySet().stream()
            .map(
                each -> {
                  Map<String, Object> row = new LinkedHashMap<>(each.getValue());
                  row.put("NATURAL_KEY", each.getKey());
                  return row;
                })
            .toList());
    return true;
  }

  private static Set<String> taken(Session session, String table, Set<String> keys)
      throws SQLException {
    return new HashSet<>(
        session.list(
            "select r.[NATURAL_KEY] from {"
                + table
                + "} r where r.[NATURAL_KEY] in ("
                + String.join(", ", Collections.nCopies(keys.size(), "?"))
                + ")",
            row -> row.getString(1),
            keys.toArray()));
  }
}
