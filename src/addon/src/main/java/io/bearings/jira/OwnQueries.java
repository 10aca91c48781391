package io.bearings.jira;

import java.util.function.Supplier;

/**
 * Searches by the query of a key result. While one runs, our own JQL functions refuse: behind a
 * saved filter the query may name them without showing it, and they would ask for what the search
 * is to answer.
 */
final class OwnQueries {
  private static final ThreadLocal<Boolean> RUNNING = ThreadLocal.withInitial(() -> false);

  private OwnQueries() {}

  /** Runs such a search, in this thread. */
  static <T> T search(Supplier<T> search) {
    boolean before = RUNNING.get();
    RUNNING.set(true);
    try {
      return search.get();
    } finally {
      RUNNING.set(before);
    }
  }

  /** Whether this thread runs such a search. */
  static boolean running() {
    return RUNNING.get();
  }
}
