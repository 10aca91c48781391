package io.bearings.host.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PooledDatabaseTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Database database;

  @Before
  public void open() {
    database = PooledDatabase.open(JdbcAddress.fileIn(folder.getRoot().toPath()));
    database.jdbc().execute("create table NOTE (ID int primary key, TEXT varchar(20))");
  }

  @After
  public void close() {
    StatementCount.end();
    database.close();
  }

  private int notes() {
    return database.jdbc().queryForObject("select count(*) from NOTE", Integer.class);
  }

  private void write(int id) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("insert into NOTE values (" + id + ", 'x')");
    }
  }

  @Test
  public void whatIsWrittenIsThereAfterAnotherStart() throws Exception {
    write(1);
    database.close();
    database = PooledDatabase.open(JdbcAddress.fileIn(folder.getRoot().toPath()));
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  public void connectionsJoinTheOpenTransaction() {
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .execute(
                        status -> {
                          try {
                            write(1);
                          } catch (SQLException e) {
                            throw new IllegalStateException(e);
                          }
                          assertThat(notes()).isEqualTo(1);
                          throw new IllegalArgumentException("changed my mind");
                        }))
        .hasMessage("changed my mind");
    assertThat(notes()).isZero();
  }

  @Test
  public void aSeparateConnectionDoesNotSeeTheOpenTransaction() {
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              try {
                write(1);
                try (Connection other = database.separateDataSource().getConnection();
                    Statement statement = other.createStatement();
                    var rows = statement.executeQuery("select count(*) from NOTE")) {
                  rows.next();
                  assertThat(rows.getInt(1)).isZero();
                }
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @Test
  public void everyExecuteIsOneStatementAndCommitIsNone() {
    StatementCount count = StatementCount.begin();
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              database.jdbc().update("insert into NOTE values (1, 'a')");
              database.jdbc().update("update NOTE set TEXT = ? where ID = ?", "b", 1);
              notes();
            });
    assertThat(count.statements()).isEqualTo(3);
  }

  @Test
  public void aBatchIsOneStatementPerThousandRowsBegun() throws Exception {
    StatementCount count = StatementCount.begin();
    try (Connection connection = database.separateDataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into NOTE values (?, 'x')")) {
      for (int i = 0; i < 1001; i++) {
        insert.setInt(1, i);
        insert.addBatch();
      }
      insert.executeBatch();
      assertThat(count.statements()).isEqualTo(2);
      insert.setInt(1, 5000);
      insert.addBatch();
      insert.executeBatch();
      assertThat(count.statements()).isEqualTo(3);
      assertThat(insert.getConnection()).isSameAs(connection);
    }
  }

  @Test
  public void whatIsFreeIsNotCounted() {
    StatementCount count = StatementCount.begin();
    StatementCount.free(this::notes);
    assertThat(count.statements()).isZero();
  }

  @Test
  public void anErrorKeepsItsOwnType() {
    assertThatThrownBy(
            () -> {
              try (Connection connection = database.dataSource().getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute("select nonsense");
              }
            })
        .isInstanceOf(SQLException.class);
  }

  @Test
  public void aDatabaseThatIsDownIsSaidSoonWithoutThePassword() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    JdbcAddress address =
        JdbcAddress.of("jdbc:postgresql://localhost:" + nobody + "/jira?user=me&password=s3cret");
    Instant start = Instant.now();
    assertThatThrownBy(() -> PooledDatabase.open(address))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("jdbc:postgresql://localhost:" + nobody + "/jira?user=me")
        .hasMessageContaining("refused")
        .hasMessageNotContaining("s3cret");
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  public void anH2ServerThatDoesNotAnswerIsNamed() {
    JdbcAddress nowhere = JdbcAddress.of("jdbc:h2:tcp://localhost:1/none");
    assertThatThrownBy(() -> PooledDatabase.open(nowhere))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("jdbc:h2:tcp://localhost:1/none");
  }
}
