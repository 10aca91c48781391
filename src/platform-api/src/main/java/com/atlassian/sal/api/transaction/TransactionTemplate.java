package com.atlassian.sal.api.transaction;

/**
 * Runs work in a transaction, joining the one that is open.
 *
 * <p>Source and confidence: DP; H.
 */
public interface TransactionTemplate {
  <T> T execute(TransactionCallback<T> callback);
}
