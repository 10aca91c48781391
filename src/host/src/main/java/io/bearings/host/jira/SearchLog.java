package io.bearings.host.jira;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Remembers the newest searches, so that tests can see who asks the index how often and how long.
 */
public final class SearchLog {
  private static final int KEPT = 10_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /**
   * A search that was answered.
   *
   * @param jql as it was asked
   * @param begun when it was asked, by the machine's clock
   * @param ended when all that was wanted had been read
   * @param hits how many issues were handed over
   */
  public record Entry(String jql, Instant begun, Instant ended, int hits) {}

  synchronized void add(Entry entry) {
    entries.add(entry);
    if (entries.size() > KEPT) {
      entries.remove();
    }
  }

  /** The newest searches, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }
}
