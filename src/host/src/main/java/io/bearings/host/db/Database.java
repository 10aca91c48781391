package io.bearings.host.db;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The host's one database, shared by the host's own tables and by Active Objects. Connections are
 * bound to the thread while a transaction is open, so that everything that runs inside joins it.
 */
public interface Database extends AutoCloseable {

  /** The two databases that the host runs on. */
  enum Kind {
    H2,
    POSTGRESQL
  }

  /** Which database this is. */
  Kind kind();

  /** Connections that join the thread's open transaction; every statement is counted. */
  DataSource dataSource();

  /** Connections that never join a transaction; every statement is counted. */
  DataSource separateDataSource();

  /** JDBC over {@link #dataSource()}. */
  JdbcTemplate jdbc();

  /** Transactions that join an open one. */
  TransactionTemplate transactions();

  @Override
  void close();
}
