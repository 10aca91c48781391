package io.bearings.jira;

import io.bearings.progress.Queries;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again at queries some time after issues changed, because the search index lags behind. What
 * changed on a node is followed up on that node, where alone Jira tells of it; issues that changed
 * meanwhile are taken together.
 */
final class FollowUp implements AutoCloseable {
  /** When the index usually has a change. */
  static final long SOON_MILLISECONDS = 1_500;

  /** When even an index that lags has it. */
  static final long LATER_MILLISECONDS = 15_000;

  private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

  private final Queries queries;
  private final ScheduledExecutorService executor;
  private final Round soon = new Round(SOON_MILLISECONDS);
  private final Round later = new Round(LATER_MILLISECONDS);

  FollowUp(Queries queries) {
    this(queries, Executors.newSingleThreadScheduledExecutor(FollowUp::thread));
  }

  FollowUp(Queries queries, ScheduledExecutorService executor) {
    this.queries = queries;
    this.executor = executor;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "bearings-follow-up");
    thread.setDaemon(true);
    return thread;
  }

  /** An issue changed, so that a query may find it now or no more. */
  void changed(long issueId) {
    soon.add(issueId);
    later.add(issueId);
  }

  /** What is under way is given up; it is found again when all queries are looked at in full. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Issues that wait to be looked at together. */
  private final class Round {
    private final long delay;
    private final Set<Long> waiting = new HashSet<>();

    Round(long delay) {
      this.delay = delay;
    }

    synchronized void add(long issueId) {
      if (waiting.isEmpty()) {
        executor.schedule(this::look, delay, TimeUnit.MILLISECONDS);
      }
      waiting.add(issueId);
    }

    private synchronized Set<Long> take() {
      Set<Long> taken = Set.copyOf(waiting);
      waiting.clear();
      return taken;
    }

    private void look() {
      Set<Long> issueIds = take();
      try {
        queries.changed(issueIds);
      } catch (RuntimeException | LinkageError e) {
        LOG.error("Queries were not asked about {} issues that changed", issueIds.size(), e);
      }
    }
  }
}
