package io.bearings.host.sal;

import com.atlassian.sal.api.transaction.TransactionCallback;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import io.bearings.host.db.Database;

/** Transactions that join the one that is open, as Jira's do. */
public final class JoiningTransactions implements TransactionTemplate {
  private final Database database;

  /** Transactions on this database. */
  public JoiningTransactions(Database database) {
    this.database = database;
  }

  @Override
  public <T> T execute(TransactionCallback<T> callback) {
    return database.transactions().execute(status -> callback.doInTransaction());
  }
}
