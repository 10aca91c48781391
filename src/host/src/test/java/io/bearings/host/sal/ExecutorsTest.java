package io.bearings.host.sal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.sal.api.rdbms.TransactionalExecutor;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.db.JdbcAddress;
import io.bearings.host.db.PooledDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ExecutorsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Database database;

  @Before
  public void open() {
    database = PooledDatabase.open(JdbcAddress.fileIn(folder.getRoot().toPath()));
    database.jdbc().execute("create table NOTE (ID int)");
  }

  @After
  public void close() {
    database.close();
  }

  private TransactionalExecutor executor(Temper temper) {
    return new Executors(database, temper).create();
  }

  private static int note(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("insert into NOTE values (1)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int count(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from NOTE")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int notes() {
    return database.jdbc().queryForObject("select count(*) from NOTE", Integer.class);
  }

  @Test
  public void whatSucceedsIsCommitted() {
    for (Temper temper : Temper.values()) {
      assertThat(executor(temper).execute(ExecutorsTest::note)).isEqualTo(1);
    }
    assertThat(notes()).isEqualTo(2);
  }

  @Test
  public void whatFailsIsRolledBack() {
    for (Temper temper : Temper.values()) {
      assertThatThrownBy(
              () ->
                  executor(temper)
                      .execute(
                          connection -> {
                            note(connection);
                            throw new IllegalArgumentException("no");
                          }))
          .hasMessage("no");
    }
    assertThat(notes()).isZero();
  }

  @Test
  public void aKindHostJoinsTheOpenTransactionAndAHarshOneDoesNot() {
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              database.jdbc().update("insert into NOTE values (2)");
              assertThat(executor(Temper.KIND).execute(ExecutorsTest::count)).isEqualTo(1);
              assertThat(executor(Temper.HARSH).execute(ExecutorsTest::count)).isZero();
              assertThat(executor(Temper.KIND).newTransaction().execute(ExecutorsTest::count))
                  .isZero();
              assertThat(
                      executor(Temper.KIND)
                          .newTransaction()
                          .existingTransaction()
                          .execute(ExecutorsTest::count))
                  .isEqualTo(1);
              executor(Temper.HARSH).readOnly().readWrite().execute(ExecutorsTest::note);
              status.setRollbackOnly();
            });
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  public void theTransactionIsNotTheCallbacks() {
    for (Temper temper : Temper.values()) {
      executor(temper)
          .execute(
              connection -> {
                assertThatThrownBy(connection::commit)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("commit");
                assertThatThrownBy(connection::close)
                    .isInstanceOf(UnsupportedOperationException.class);
                assertThatThrownBy(connection::rollback)
                    .isInstanceOf(UnsupportedOperationException.class);
                assertThatThrownBy(() -> connection.setAutoCommit(true))
                    .isInstanceOf(UnsupportedOperationException.class);
                assertThatThrownBy(() -> connection.createStatement().execute("nonsense"))
                    .isInstanceOf(SQLException.class);
                return null;
              });
    }
  }
}
