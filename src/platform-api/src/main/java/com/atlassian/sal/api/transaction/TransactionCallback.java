package com.atlassian.sal.api.transaction;

/**
 * Work inside a transaction; an exception rolls it back.
 *
 * <p>Source and confidence: DP; H.
 */
@FunctionalInterface
public interface TransactionCallback<T> {
  T doInTransaction();
}
