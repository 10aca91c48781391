package com.atlassian.sal.api.rdbms;

/**
 * Runs a callback on a connection that it must neither commit, roll back nor close. Whether an open
 * transaction is joined is for the host to decide.
 *
 * <p>Source and confidence: SAL API of the 5.x generation; M. getSchemaName() is left out: its
 * return type is not certain.
 */
public interface TransactionalExecutor {
  <A> A execute(ConnectionCallback<A> callback);

  TransactionalExecutor readOnly();

  TransactionalExecutor readWrite();

  TransactionalExecutor newTransaction();

  TransactionalExecutor existingTransaction();
}
