package io.bearings.store;

import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import io.bearings.jira.HostService;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.sql.Connection;
import java.util.function.Function;

/**
 * Runs something in one transaction on Jira's database. The executor of the shared access layer is
 * looked up when it is needed, and only this class names it: without it the add-on is off, and its
 * health page can still say so.
 */
final class Execution {
  private static final String FACTORY = "com.atlassian.sal.api.rdbms.TransactionalExecutorFactory";

  private final HostService services;

  Execution(HostService services) {
    this.services = services;
  }

  /**
   * Runs something in a transaction.
   *
   * @throws Refusal.Unavailable when there is no executor or it gets no connection
   */
  <T> T run(boolean readOnly, Function<Connection, T> work) {
    try {
      return factory().createExecutor(readOnly, false).execute(work::apply);
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.database"), e);
    } catch (LinkageError e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.missing", FACTORY), e);
    }
  }

  /** Whether there is an executor at all. */
  void require() {
    try {
      factory();
    } catch (LinkageError e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.missing", FACTORY), e);
    }
  }

  private TransactionalExecutorFactory factory() {
    return services
        .find(TransactionalExecutorFactory.class)
        .orElseThrow(() -> new Refusal.Unavailable(Message.of("bearings.error.missing", FACTORY)));
  }
}
