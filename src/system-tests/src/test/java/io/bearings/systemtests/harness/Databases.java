package io.bearings.systemtests.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that a host runs on in the tests. One PostgreSQL serves them all. */
public enum Databases {
  H2 {
    @Override
    public Optional<String> fresh() {
      return Optional.empty();
    }
  },
  POSTGRESQL {
    @Override
    public Optional<String> fresh() {
      String name = "host_" + NUMBER.incrementAndGet();
      EmbeddedPostgres server = Server.RUNNING;
      String admin = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
      try (Connection connection = DriverManager.getConnection(admin);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return Optional.of(
          "jdbc:postgresql://localhost:"
              + server.getPort()
              + "/"
              + name
              + "?user=postgres&password=postgres");
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** The address of a new, empty database; empty where the host makes one in its directory. */
  public abstract Optional<String> fresh();

  /** The one number that a query over a PostgreSQL database returns. */
  public static long number(String jdbcUrl, String query) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** Started on first use; its own shutdown hook ends it. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
