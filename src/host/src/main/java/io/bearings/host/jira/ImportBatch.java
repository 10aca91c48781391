package io.bearings.host.jira;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Collects rows and writes them in batches. Statements run in the order of their first use, so the
 * table that others refer to comes first.
 */
final class ImportBatch {
  private static final int ROWS = 500;

  private final JdbcTemplate jdbc;
  private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();
  private int waiting;

  ImportBatch(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(String sql, Object... row) {
    rows.computeIfAbsent(sql, statement -> new ArrayList<>()).add(row);
    waiting++;
  }

  /** Writes what waits once it is enough; between two issues, never inside one. */
  void flushIfFull() {
    if (waiting >= ROWS) {
      flush();
    }
  }

  void flush() {
    rows.forEach(
        (sql, waitingRows) -> {
          if (!waitingRows.isEmpty()) {
            jdbc.batchUpdate(sql, waitingRows);
            waitingRows.clear();
          }
        });
    waiting = 0;
  }
}
