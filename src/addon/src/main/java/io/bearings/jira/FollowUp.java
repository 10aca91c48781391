package io.bearings.jira;

import io.bearings.progress.Followed;
import io.bearings.progress.IssueFollowing;
import io.bearings.progress.Queries;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the past of issues and looks at queries some time after issues changed: the one costs much,
 * and for the other the search index lags behind. What changed on a node is followed up on that
 * node, where alone Jira tells of it; issues that changed meanwhile are taken together.
 */
final class FollowUp implements AutoCloseable {
  /** When the index usually has a change. */
  static final long SOON_MILLISECONDS = 1_500;

  /** When even an index that lags has it. */
  static final long LATER_MILLISECONDS = 15_000;

  private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

  private final IssueFollowing following;
  private final Queries queries;
  private final Followed followed;
  private final Clock clock;
  private final ScheduledExecutorService executor;
  private final Round soon = new Round(SOON_MILLISECONDS, false);
  private final Round later = new Round(LATER_MILLISECONDS, true);

  FollowUp(IssueFollowing following, Queries queries, Followed followed, Clock clock) {
    this(
        following,
        queries,
        followed,
        clock,
        Executors.newSingleThreadScheduledExecutor(FollowUp::thread));
  }

  FollowUp(
      IssueFollowing following,
      Queries queries,
      Followed followed,
      Clock clock,
      ScheduledExecutorService executor) {
    this.following = following;
    this.queries = queries;
    this.followed = followed;
    this.clock = clock;
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

  /** What is under way is given up; {@link io.bearings.progress.CatchingUp} finds it again. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Issues that wait to be looked at together. */
  private final class Round {
    private final long delay;
    private final boolean last;
    private final Map<Long, Instant> waiting = new HashMap<>();

    Round(long delay, boolean last) {
      this.delay = delay;
      this.last = last;
    }

    synchronized void add(long issueId) {
      if (waiting.isEmpty()) {
        executor.schedule(this::look, delay, TimeUnit.MILLISECONDS);
      }
      waiting.put(issueId, clock.instant());
    }

    private synchronized Map<Long, Instant> take() {
      Map<Long, Instant> taken = Map.copyOf(waiting);
      waiting.clear();
      return taken;
    }

    private void look() {
      Map<Long, Instant> taken = take();
      Set<Long> issueIds = taken.keySet();
      boolean renewed =
          guarded("The past was not read again", issueIds, () -> following.renewPast(issueIds));
      boolean asked = guarded("Queries were not asked", issueIds, () -> queries.changed(issueIds));
      if (last && renewed && asked) {
        taken.forEach(followed::add);
      }
    }

    /** What fails here must neither end the thread nor keep the other work from being done. */
    private boolean guarded(String what, Set<Long> issueIds, Runnable work) {
      try {
        work.run();
        return true;
      } catch (RuntimeException | LinkageError e) {
        LOG.error("{} for {} issues that changed", what, issueIds.size(), e);
        return false;
      }
    }
  }
}
