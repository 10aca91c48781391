package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.jira.HostService;
import io.bearings.jira.Storage;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
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
  /** How often a transaction is begun at most, where others come first each time. */
  private static final int MOST_TRIES = 40;

  /** The class of SQL states of a transaction that lost against another, as in a deadlock. */
  private static final String ROLLED_BACK = "40";

  /** Rows of tables up to this size are counted. */
  private static final long COUNTED = 50_000;

  private final ActiveObjects activeObjects;
  private final Execution execution;
  private final FigureRows figures;
  private volatile Tables tables;
  private volatile boolean migrated;

  @Inject
  Database(
      @ComponentImport ActiveObjects activeObjects,
      HostService hostServices,
      SiteSettings settings,
      Clock clock) {
    this.activeObjects = activeObjects;
    this.execution = new Execution(hostServices);
    this.figures = new FigureRows(settings, clock);
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
   * Writes in one transaction, with the figures of the key results whose work it changed. Where
   * another transaction wrote the same figures meanwhile, or the database gave this one up in
   * favour of another, all of it is done once more; so the work must change nothing but rows.
   *
   * @throws Refusal.Unavailable when the database or a part of Jira does not answer
   */
  <T> T write(Work<T> work) {
    awaitTables();
    return writing(work).orElseThrow(() -> unavailable("bearings.error.tables", null));
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
   * Writes in one transaction as {@link #write} does if the tables are there, without asking Active
   * Objects for them: an event of Jira may come before Active Objects is ready.
   *
   * @throws Refusal.Unavailable when the database or a part of Jira does not answer
   */
  <T> Optional<T> writeIfPresent(Work<T> work) {
    return writing(work);
  }

  /** The stored figures; whoever changes contributions says so to the session instead. */
  FigureRows figures() {
    return figures;
  }

  private <T> Optional<T> writing(Work<T> work) {
    Work<T> whole =
        session -> {
          T result = work.in(session);
          figures.renew(session);
          return result;
        };
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      try {
        return execute(false, whole);
      } catch (Refusal.Unavailable e) {
        if (!isOutrun(e.getCause())) {
          throw e;
        }
      }
    }
    return execute(false, whole);
  }

  /** Whether the same may succeed now, because another transaction has ended. */
  private static boolean isOutrun(Throwable cause) {
    return cause instanceof Outrun
        || cause instanceof SQLException e
            && Optional.ofNullable(e.getSQLState()).orElse("").startsWith(ROLLED_BACK);
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
  public Map<String, Size> sizes() {
    return read(
        session -> {
          Map<String, Size> sizes = new LinkedHashMap<>();
          for (String table : Tables.ALL) {
            sizes.put(table, size(session, table));
          }
          return sizes;
        });
  }

  /** Ids ascend, so an index tells how many rows there can be; few are counted. */
  private static Size size(Session session, String table) throws SQLException {
    long most =
        session
            .first(
                "select min(t.[ID]), max(t.[ID]) from {" + table + "} t",
                row -> Rows.id(row, 1).isEmpty() ? 0 : row.getLong(2) - row.getLong(1) + 1)
            .orElse(0L);
    if (most == 0 || most > COUNTED) {
      return new Size(most, most == 0);
    }
    return session
        .first("select count(*) from {" + table + "} t", row -> new Size(row.getLong(1), true))
        .orElseThrow();
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
