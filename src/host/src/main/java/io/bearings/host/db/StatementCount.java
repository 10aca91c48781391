package io.bearings.host.db;

import java.util.function.Supplier;

/**
 * Counts the SQL statements that one request costs: each JDBC execute is 1, a batch is 1 per 1,000
 * rows; begin, commit, rollback and what runs inside {@link #free} are 0.
 */
public final class StatementCount {
  private static final ThreadLocal<StatementCount> CURRENT = new ThreadLocal<>();

  private long statements;
  private int free;

  private StatementCount() {}

  /** Starts to count for this thread, from 0. */
  public static StatementCount begin() {
    StatementCount count = new StatementCount();
    CURRENT.set(count);
    return count;
  }

  /** Ends counting for this thread. */
  public static void end() {
    CURRENT.remove();
  }

  /** The statements so far. */
  public long statements() {
    return statements;
  }

  /** Called by the data source for each execute. */
  public static void add(long statements) {
    StatementCount count = CURRENT.get();
    if (count != null && count.free == 0) {
      count.statements += statements;
    }
  }

  /** Runs something that costs nothing in Jira, such as what Jira keeps in a cache. */
  public static <T> T free(Supplier<T> work) {
    StatementCount count = CURRENT.get();
    if (count == null) {
      return work.get();
    }
    count.free++;
    try {
      return work.get();
    } finally {
      count.free--;
    }
  }
}
