package io.bearings.progress;

import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Links a key result to many issues, each by itself: to those that a query finds today, whatever it
 * finds tomorrow. It goes on in the background, for each person one at a time; who asks on the same
 * node is told how far it is.
 */
@Named
public final class BulkLinking {
  /** How many issues are linked in one transaction, after their past was read. */
  static final int PAGE = 100;

  /** How long the outcome can be asked for. */
  static final Duration REMEMBERED = Duration.ofHours(1);

  private final Overview overview;
  private final LinkingWork linking;
  private final WorkSearch search;
  private final Issues issues;
  private final Links links;
  private final Backfill backfill;
  private final Background background;
  private final Clock clock;
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();

  @Inject
  public BulkLinking(
      Overview overview,
      LinkingWork linking,
      WorkSearch search,
      Issues issues,
      Links links,
      Backfill backfill,
      Background background,
      Clock clock) {
    this.overview = overview;
    this.linking = linking;
    this.search = search;
    this.issues = issues;
    this.links = links;
    this.backfill = backfill;
    this.background = background;
    this.clock = clock;
  }

  /** Where it stands. */
  public enum State {
    /** Nothing was begun, or it is forgotten. */
    NONE,
    RUNNING,
    DONE,
    CANCELLED,
    /** It ended before its end; what was linked stays, and it can be begun again. */
    FAILED
  }

  /**
   * How far it is.
   *
   * @param total how many issues the query found
   * @param done how many of them were looked at
   * @param attached how many were linked
   * @param already how many were linked before
   */
  public record Status(State state, int total, int done, int attached, int already) {
    private static final Status NOTHING = new Status(State.NONE, 0, 0, 0, 0);

    private Status plus(int looked, int linked, int before) {
      return new Status(state, total, done + looked, attached + linked, already + before);
    }

    private Status ended(State end) {
      return new Status(end, total, done, attached, already);
    }
  }

  /**
   * Begins to link what a query finds of what the person may browse.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not link issues to it
   * @throws Refusal.Invalid naming {@code query} when it cannot be linked, finds more than {@link
   *     Queries#MOST} issues, or the person is linking others
   * @throws Refusal.Unavailable when too many others link issues
   */
  public Status start(Person who, long keyResultId, String query) {
    List<Long> issueIds = linking.findOnce(who, keyResultId, query).stream().sorted().toList();
    forgetOld();
    Job job = new Job(who, keyResultId, issueIds, clock.instant());
    Job kept = jobs.merge(who.key(), job, (old, next) -> old.isRunning() ? old : next);
    if (kept != job) {
      throw new Refusal.Invalid(Map.of("query", Message.of("bearings.error.bulkRunning")));
    }
    try {
      background.run(job);
    } catch (Refusal.Unavailable e) {
      jobs.remove(who.key(), job);
      throw e;
    }
    return job.status;
  }

  private void forgetOld() {
    Instant before = clock.instant().minus(REMEMBERED);
    jobs.values().removeIf(job -> !job.isRunning() && job.begun.isBefore(before));
  }

  /** How far the person's linking to a key result is. */
  public Status of(Person who, long keyResultId) {
    return job(who, keyResultId).map(job -> job.status).orElse(Status.NOTHING);
  }

  /** Stops the person's linking to a key result after the page that is under way. */
  public void cancel(Person who, long keyResultId) {
    job(who, keyResultId).ifPresent(job -> job.cancelled = true);
  }

  private Optional<Job> job(Person who, long keyResultId) {
    return Optional.ofNullable(jobs.get(who.key())).filter(job -> job.keyResultId == keyResultId);
  }

  private final class Job implements Runnable {
    private final Person who;
    private final long keyResultId;
    private final List<Long> issueIds;
    private final Instant begun;
    private volatile Status status;
    private volatile boolean cancelled;

    Job(Person who, long keyResultId, List<Long> issueIds, Instant begun) {
      this.who = who;
      this.keyResultId = keyResultId;
      this.issueIds = issueIds;
      this.begun = begun;
      this.status = new Status(State.RUNNING, issueIds.size(), 0, 0, 0);
    }

    boolean isRunning() {
      return status.state() == State.RUNNING;
    }

    @Override
    public void run() {
      State end = State.FAILED;
      try {
        for (int from = 0; from < issueIds.size() && !cancelled; from += PAGE) {
          link(issueIds.subList(from, Math.min(from + PAGE, issueIds.size())));
        }
        end = cancelled && status.done() < status.total() ? State.CANCELLED : State.DONE;
      } finally {
        status = status.ended(end);
      }
    }

    /** Rights are asked for again with each page: they may be taken away meanwhile. */
    private void link(Collection<Long> page) {
      if (!overview.within(who, keyResultId).mayLink()) {
        throw new Refusal.Forbidden();
      }
      Set<Long> browsable =
          search.findAmong(who, "", page) instanceof WorkSearch.Hits hits
              ? hits.issueIds()
              : Set.of();
      backfill.fill(browsable);
      List<IssueState> states = issues.states(browsable);
      Links.Outcome outcome =
          links.attach(keyResultId, states, new Objectives.Edit(who, clock.instant()));
      // The event of an issue that changed meanwhile found no link to write to.
      links.rewrite(
          issues.changedSince(
              states.stream().filter(it -> outcome.attached().containsKey(it.id())).toList()));
      status = status.plus(page.size(), outcome.attached().size(), outcome.already().size());
    }
  }
}
