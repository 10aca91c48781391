package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.jira.HostService;
import io.bearings.jira.Storage;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way to our tables: Active Objects makes them, the executor reads and writes them. Nothing is
 * touched before the first call.
 */
@Component
class Database implements Storage {
  private final ActiveObjects activeObjects;
  private final Execution execution;
  private volatile Tables tables;
  private volatile boolean migrated;

  @Inject
  Database(@ComponentImport ActiveObjects activeObjects, HostService hostServices) {
    this.activeObjects = activeObjects;
    this.execution = new Execution(hostServices);
  }

  /** Statements that belong together. */
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  /**
   * Reads in one transaction.
   *
   * @throws Refusal.Unavailable when the database or a part of Jira does not answer
   */
  <T> T read(Work<T> work) {
    awaitTables();
    return execute(true, work).orElseThrow(() -> unavailable("bearings.error.tables", null));
  }

  /**
   * Writes in one transaction.
   *
   * @throws Refusal.Unavailable when the database or a part of Jira does not answer
   */
  <T> T write(Work<T> work) {
    awaitTables();
    return execute(false, work).orElseThrow(() -> unavailable("bearings.error.tables", null));
  }

  /**
   * Reads in one transaction if the tables are there, without asking Active Objects for them.
   *
   * @throws Refusal.Unavailable when the database or a part of Jira does not answer
   */
  <T> Optional<T> readIfPresent(Work<T> work) {
    return execute(true, work);
  }

  /**
   * Writes in one transaction if the tables are there, without asking Active Objects for them: an
   * event of Jira may come before Active Objects is ready.
   *
   * @throws Refusal.Unavailable when the database or a part of Jira does not answer
   */
  <T> Optional<T> writeIfPresent(Work<T> work) {
    return execute(false, work);
  }

  @Override
  public String productName() {
    return execution.run(true, Database::productName);
  }

  private static String productName(Connection connection) {
    try {
      DatabaseMetaData metaData = connection.getMetaData();
      return metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion();
    } catch (SQLException e) {
      throw unavailable("bearings.error.database", e);
    }
  }

  @Override
  public Map<String, Long> sizes() {
    return read(
        session -> {
          Map<String, Long> sizes = new LinkedHashMap<>();
          for (String table : Tables.ALL) {
            session
                .first("select count(*) from {" + table + "}", row -> row.getLong(1))
                .ifPresent(size -> sizes.put(table, size));
          }
          return sizes;
        });
  }

  /**
   * Active Objects creates and upgrades the tables on the first call, and holds that call until it
   * is done.
   */
  private void awaitTables() {
    if (migrated) {
      return;
    }
    execution.require();
    try {
      activeObjects.count(ObjectiveEntity.class);
    } catch (RuntimeException e) {
      throw unavailable("bearings.error.tables", e);
    }
    migrated = true;
  }

  private <T> Optional<T> execute(boolean readOnly, Work<T> work) {
    return execution.run(readOnly, connection -> within(connection, work));
  }

  private <T> Optional<T> within(Connection connection, Work<T> work) {
    try {
      if (tables == null) {
        tables = Tables.in(connection).orElse(null);
      }
      Tables found = tables;
      return found == null
          ? Optional.empty()
          : Optional.of(work.in(new Session(connection, found)));
    } catch (SQLException e) {
      throw unavailable("bearings.error.database", e);
    }
  }

  private static Refusal unavailable(String key, Throwable cause) {
    return new Refusal.Unavailable(Message.of(key), cause);
  }
}
