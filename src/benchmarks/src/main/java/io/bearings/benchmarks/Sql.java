package io.bearings.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements to a database below the code that is measured. */
final class Sql {
  private static final String PREFIX = "\"AO_70B32F_";

  /** The key of the user "lead". */
  static final String LEAD = "(select user_key from cwd_user where lower_user_name = 'lead')";

  private final String jdbcUrl;

  Sql(String jdbcUrl) {
    this.jdbcUrl = jdbcUrl;
  }

  /** The name of one of the add-on's tables in PostgreSQL. */
  static String table(String name) {
    return PREFIX + name + "\"";
  }

  void execute(String... statements) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join(";\n", statements), e);
    }
  }

  long number(String query) {
    return numbers(query).get(0);
  }

  List<Long> numbers(String query) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<Long> numbers = new ArrayList<>();
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
