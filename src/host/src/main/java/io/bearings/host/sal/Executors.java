package io.bearings.host.sal;

import com.atlassian.sal.api.rdbms.ConnectionCallback;
import com.atlassian.sal.api.rdbms.TransactionalExecutor;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * SQL on the site's database. Joining the open transaction is a hint that Jira need not take: with
 * a harsh temper each call has a connection and a transaction of its own.
 */
public final class Executors implements TransactionalExecutorFactory {
  private static final Set<String> NOT_YOURS =
      Set.of("commit", "rollback", "close", "setAutoCommit", "abort");

  private final Database database;
  private final Temper temper;

  /** Executors on this database. */
  public Executors(Database database, Temper temper) {
    this.database = database;
    this.temper = temper;
  }

  @Override
  public TransactionalExecutor create() {
    return createExecutor(false, false);
  }

  @Override
  public TransactionalExecutor createReadOnly() {
    return createExecutor(true, false);
  }

  @Override
  public TransactionalExecutor createExecutor(boolean readOnly, boolean newTransaction) {
    return new Executor(readOnly, newTransaction);
  }

  private final class Executor implements TransactionalExecutor {
    private final boolean readOnly;
    private final boolean newTransaction;

    Executor(boolean readOnly, boolean newTransaction) {
      this.readOnly = readOnly;
      this.newTransaction = newTransaction;
    }

    @Override
    public <A> A execute(ConnectionCallback<A> callback) {
      return newTransaction || temper.harsh() ? separate(callback) : joining(callback);
    }

    private <A> A joining(ConnectionCallback<A> callback) {
      return database
          .transactions()
          .execute(
              status -> {
                try (Connection connection = database.dataSource().getConnection()) {
                  return callback.execute(guarded(connection));
                } catch (SQLException e) {
                  throw new UncategorizedSQLException("connection", null, e);
                }
              });
    }

    private <A> A separate(ConnectionCallback<A> callback) {
      try (Connection connection = database.separateDataSource().getConnection()) {
        connection.setAutoCommit(false);
        connection.setReadOnly(readOnly);
        boolean done = false;
        try {
          A result = callback.execute(guarded(connection));
          connection.commit();
          done = true;
          return result;
        } finally {
          if (!done) {
            connection.rollback();
          }
        }
      } catch (SQLException e) {
        throw new UncategorizedSQLException("connection", null, e);
      }
    }

    @Override
    public TransactionalExecutor readOnly() {
      return new Executor(true, newTransaction);
    }

    @Override
    public TransactionalExecutor readWrite() {
      return new Executor(false, newTransaction);
    }

    @Override
    public TransactionalExecutor newTransaction() {
      return new Executor(readOnly, true);
    }

    @Override
    public TransactionalExecutor existingTransaction() {
      return new Executor(readOnly, false);
    }
  }

  // The transaction belongs to whoever hands out the connection.
  private static Connection guarded(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Executors.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (NOT_YOURS.contains(method.getName())) {
                throw new UnsupportedOperationException(
                    "Connection#" + method.getName() + " is left to the executor");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
