package io.bearings.host.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A database behind a pool of connections. */
public final class PooledDatabase implements Database {
  /** A second connection per request may be needed: see {@link #separateDataSource()}. */
  private static final int CONNECTIONS = 40;

  private static final String CONNECT_SECONDS = "3";

  private final Kind kind;
  private final HikariDataSource pool;
  private final DataSource separate;
  private final DataSource joining;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  private PooledDatabase(Kind kind, HikariDataSource pool) {
    this.kind = kind;
    this.pool = pool;
    this.separate = new CountingDataSource(pool);
    this.joining = new TransactionAwareDataSourceProxy(separate);
    this.jdbc = new JdbcTemplate(separate);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(separate));
  }

  /**
   * Opens the database and makes sure that it answers.
   *
   * @throws DatabaseUnavailable within a few seconds when it does not
   */
  public static Database open(JdbcAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("host");
    config.setJdbcUrl(address.url());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(10_000);
    config.setAutoCommit(true);
    if (address.kind() == Kind.POSTGRESQL) {
      config.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
      config.addDataSourceProperty("loginTimeout", CONNECT_SECONDS);
    }
    try {
      return new PooledDatabase(address.kind(), new HikariDataSource(config));
    } catch (PoolInitializationException | IllegalArgumentException e) {
      throw new DatabaseUnavailable(
          "The database at " + address + " cannot be opened: " + reason(e), e);
    }
  }

  // The pool wraps what happened; the driver's own message is the one that helps.
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (!(cause instanceof SQLException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public DataSource dataSource() {
    return joining;
  }

  @Override
  public DataSource separateDataSource() {
    return separate;
  }

  @Override
  public JdbcTemplate jdbc() {
    return jdbc;
  }

  @Override
  public TransactionTemplate transactions() {
    return transactions;
  }

  @Override
  public void close() {
    pool.close();
  }
}
