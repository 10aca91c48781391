package com.atlassian.sal.api.rdbms;

/**
 * Access to the host's database by JDBC.
 *
 * <p>Source and confidence: SAL API of the 5.x generation; M.
 */
public interface TransactionalExecutorFactory {
  TransactionalExecutor create();

  TransactionalExecutor createReadOnly();

  TransactionalExecutor createExecutor(boolean readOnly, boolean newTransaction);
}
