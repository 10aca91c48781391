package io.bearings.host.jira;

import io.bearings.host.db.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables that hold what Jira keeps. Each version has a script for its tables, which may run
 * again after a start that was killed half-way, and one for its content, which runs in one
 * transaction with the note that the version is complete.
 */
final class Schema {
  private static final int NEWEST = 5;
  private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");
  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(?:\\n|$)");

  private Schema() {}

  /**
   * Brings the tables to the newest version.
   *
   * @throws IllegalStateException when a newer host wrote the database
   */
  static void upgrade(Database database) {
    int present = version(database.jdbc());
    if (present > NEWEST) {
      throw new IllegalStateException(
          "The database was written by a newer host: its tables have version "
              + present
              + ", this host knows "
              + NEWEST);
    }
    for (int version = present + 1; version <= NEWEST; version++) {
      install(database, version);
    }
  }

  private static int version(JdbcTemplate jdbc) {
    Integer tables =
        jdbc.queryForObject(
            "select count(*) from information_schema.tables"
                + " where lower(table_name) = 'host_schema' and table_schema = current_schema",
            Integer.class);
    if (tables == null || tables == 0) {
      return 0;
    }
    Integer newest =
        jdbc.queryForObject("select coalesce(max(version), 0) from host_schema", Integer.class);
    return newest == null ? 0 : newest;
  }

  private static void install(Database database, int version) {
    statements("schema-" + version + ".sql").forEach(database.jdbc()::execute);
    List<String> content = statements("content-" + version + ".sql").toList();
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              content.forEach(database.jdbc()::execute);
              database.jdbc().update("insert into host_schema (version) values (?)", version);
            });
  }

  private static Stream<String> statements(String script) {
    String text = COMMENT.matcher(read(script)).replaceAll("");
    return END_OF_STATEMENT.splitAsStream(text).filter(statement -> !statement.isBlank());
  }

  private static String read(String script) {
    try (InputStream in = Schema.class.getResourceAsStream(script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The host's script " + script + " cannot be read", e);
    }
  }
}
