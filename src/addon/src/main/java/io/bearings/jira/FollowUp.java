package io.bearings.jira;

import io.bearings.okr.ErrorLog;
import io.bearings.progress.Followed;
import io.bearings.progress.IssueFollowing;
import io.bearings.progress.IssueWatch;
import io.bearings.progress.Queries;
import io.bearings.progress.WhatChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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

  /** When queries are asked once more, for an index that is minutes behind under load. */
  static final long LAST_MILLISECONDS = 120_000;

  /** A timer may run a little before the clock says so. */
  private static final long SLACK_MILLISECONDS = 100;

  /** An issue that keeps changing is looked at after so many delays all the same. */
  private static final long RESTLESS = 2;

  /** What comes within this part of a delay is looked at together. */
  private static final long TOGETHER = 3;

  /** A transition records its changes a while before it tells of them. */
  static final Duration BEFORE_EVENT = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

  private final IssueFollowing following;
  private final IssueWatch watch;
  private final Queries queries;
  private final Followed followed;
  private final ErrorLog errors;
  private final Clock clock;
  private final LongSupplier passed;
  private final ScheduledExecutorService executor;
  private final Round soon = new Round(SOON_MILLISECONDS, false);
  private final Round later = new Round(LATER_MILLISECONDS, true);

  FollowUp(
      IssueFollowing following,
      IssueWatch watch,
      Queries queries,
      Followed followed,
      Clock clock,
      ErrorLog errors) {
    this(
        following,
        watch,
        queries,
        followed,
        clock,
        SiteClock::passed,
        errors,
        Executors.newSingleThreadScheduledExecutor(FollowUp::thread));
  }

  /**
   * With a time of its own.
   *
   * @param passed milliseconds since some moment; no setting of the clock moves it
   */
  FollowUp(
      IssueFollowing following,
      IssueWatch watch,
      Queries queries,
      Followed followed,
      Clock clock,
      LongSupplier passed,
      ErrorLog errors,
      ScheduledExecutorService executor) {
    this.errors = errors;
    this.following = following;
    this.watch = watch;
    this.queries = queries;
    this.followed = followed;
    this.clock = clock;
    this.passed = passed;
    this.executor = executor;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "bearings-follow-up");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * An issue changed, so that a query may find it now or no more.
   *
   * @param projectId the project that it is in now
   */
  void changed(long issueId, long projectId) {
    soon.add(issueId, projectId);
    later.add(issueId, projectId);
  }

  /** An issue was deleted. */
  void gone(long issueId, long projectId) {
    executor.schedule(
        () -> tellOfDeletion(issueId, projectId), SOON_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private void tellOfDeletion(long issueId, long projectId) {
    guarded(
        "Metrics do not know of the deletion",
        Set.of(issueId),
        () -> watch.changed(Map.of(issueId, Set.of(projectId))));
  }

  /** What fails here must neither end the thread nor keep the other work from being done. */
  private boolean guarded(String what, Set<Long> issueIds, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{} for {} issues that changed", what, issueIds.size(), e);
      errors.add(what + " for " + issueIds.size() + " issues that changed", e);
      return false;
    }
  }

  /** What is under way is given up; {@link io.bearings.progress.CatchingUp} finds it again. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  /**
   * An issue that waits to be looked at.
   *
   * @param first when its first event came
   * @param last when its last event came
   * @param projectIds the projects that it was in
   */
  private record Waiting(Moment first, Moment last, Set<Long> projectIds) {
    Waiting and(Waiting next) {
      Set<Long> both = new HashSet<>(projectIds);
      both.addAll(next.projectIds());
      return new Waiting(first, next.last(), both);
    }

    Waiting fromLast() {
      return new Waiting(last, last, projectIds);
    }
  }

  /**
   * When something happened.
   *
   * @param at as clocks tell it, for what Jira has dated
   * @param passed in milliseconds, for how long ago it is: a clock may be set meanwhile
   */
  private record Moment(Instant at, long passed) {}

  private Moment now() {
    return new Moment(clock.instant(), passed.getAsLong());
  }

  /**
   * Issues that wait to be looked at together. Each is looked at when its last change is old
   * enough: what another issue or an earlier change set going must not bring the look so near to a
   * later change that the index cannot have it yet.
   */
  private final class Round {
    private final long delay;
    private final boolean last;
    private final Map<Long, Waiting> waiting = new HashMap<>();

    Round(long delay, boolean last) {
      this.delay = delay;
      this.last = last;
    }

    synchronized void add(long issueId, long projectId) {
      if (waiting.isEmpty()) {
        plan(delay);
      }
      Moment now = now();
      waiting.merge(issueId, new Waiting(now, now, Set.of(projectId)), Waiting::and);
    }

    private void plan(long milliseconds) {
      executor.schedule(this::look, milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Those whose time has come; the look at the others is planned. */
    private synchronized Map<Long, Waiting> take() {
      Moment now = now();
      Map<Long, Waiting> taken = new HashMap<>();
      waiting.forEach(
          (id, each) -> {
            if (settled(each, now) || age(each.first(), now) >= RESTLESS * delay) {
              taken.put(id, each);
            }
          });
      taken.forEach(
          (id, each) -> {
            if (settled(each, now)) {
              waiting.remove(id);
            } else {
              // It keeps changing: what is known now is read, and it is looked at once more.
              waiting.put(id, each.fromLast());
            }
          });
      long next =
          waiting.values().stream()
              .mapToLong(each -> delay - age(each.last(), now))
              .min()
              .orElse(0);
      if (!waiting.isEmpty()) {
        plan(Math.max(next, delay / TOGETHER));
      }
      return taken;
    }

    private boolean settled(Waiting each, Moment now) {
      return age(each.last(), now) >= delay - SLACK_MILLISECONDS;
    }

    private static long age(Moment moment, Moment now) {
      return now.passed() - moment.passed();
    }

    private void look() {
      Map<Long, Waiting> taken = take();
      if (taken.isEmpty()) {
        return;
      }
      Set<Long> issueIds = taken.keySet();
      Map<Long, Instant> since = new HashMap<>();
      taken.forEach((id, each) -> since.put(id, each.first().at().minus(BEFORE_EVENT)));
      Map<Long, Set<String>> fields = new HashMap<>();
      boolean renewed =
          guarded(
              "The past was not read again",
              issueIds,
              () -> fields.putAll(following.renewPastSince(since)));
      Map<Long, Set<Long>> projectIds = new HashMap<>();
      taken.forEach((id, each) -> projectIds.put(id, each.projectIds()));
      boolean watched =
          guarded("Metrics were not followed", issueIds, () -> watch.changed(projectIds));
      Map<Long, WhatChanged> changes = new HashMap<>();
      taken.forEach(
          (id, each) ->
              changes.put(
                  id,
                  new WhatChanged(
                      Optional.of(each.projectIds()), Optional.ofNullable(fields.get(id)))));
      boolean asked = ask(changes);
      if (last) {
        Runnable onceMore = () -> ask(changes);
        executor.schedule(onceMore, LAST_MILLISECONDS - LATER_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (renewed && watched && asked) {
          followed(taken);
        }
      }
    }

    private boolean ask(Map<Long, WhatChanged> changes) {
      return guarded("Queries were not asked", changes.keySet(), () -> queries.happened(changes));
    }

    /** Of what changed again meanwhile, the last change is still to be looked at. */
    private synchronized void followed(Map<Long, Waiting> taken) {
      taken.forEach(
          (id, each) -> {
            if (!waiting.containsKey(id)) {
              followed.add(id, each.last().at());
            }
          });
    }
  }
}
