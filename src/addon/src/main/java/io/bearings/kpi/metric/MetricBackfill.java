package io.bearings.kpi.metric;

import io.bearings.kpi.metric.MeasuredProjects.Progress;
import io.bearings.kpi.metric.MeasuredProjects.State;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.Backfill;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Reads the past of measured projects from Jira, once, some issues at a time. How far it came is
 * written after each of them, so whoever goes on after a restart, on whatever node, begins there;
 * what is kept already is not read again.
 */
@Named
public final class MetricBackfill {
  /** Issues that are read in one go. */
  static final int PAGE = 200;

  /** Less than a page, because what is deleted meanwhile moves the others up. */
  static final int STEP = 180;

  /** Issues that are only looked for in one go. */
  static final int LOOKED_FOR = 1_000;

  /** When what failed is tried again. */
  static final Duration AGAIN = Duration.ofHours(1);

  private final MeasuredProjects measured;
  private final MetricFacts facts;
  private final CurrentFacts current;
  private final Backfill backfill;
  private final MetricFollowing following;
  private final Clock clock;

  @Inject
  public MetricBackfill(
      MeasuredProjects measured,
      MetricFacts facts,
      CurrentFacts current,
      Backfill backfill,
      MetricFollowing following,
      Clock clock) {
    this.measured = measured;
    this.facts = facts;
    this.current = current;
    this.backfill = backfill;
    this.following = following;
    this.clock = clock;
  }

  /**
   * Reads what waits, and what somebody asks for meanwhile, until all is read or it is to stop. A
   * project that fails does not keep the others from being read.
   *
   * @param stopping asked between pages
   * @return how many issues were read
   * @throws RuntimeException the first failure, with the others suppressed, after all projects
   */
  public int goOn(BooleanSupplier stopping) {
    int read = 0;
    List<RuntimeException> failures = new ArrayList<>();
    Map<Long, Integer> tried = new HashMap<>();
    Optional<Progress> next = next(tried);
    while (next.isPresent() && !stopping.getAsBoolean()) {
      tried.put(next.get().projectId(), next.get().version());
      Reading reading = new Reading(next.get());
      try {
        reading.run(stopping);
      } catch (RuntimeException e) {
        reading.failed(e);
        failures.add(e);
      }
      read += reading.read;
      next = next(tried);
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return read;
  }

  /**
   * What is to be read next. What was tried already is tried again only when somebody asked for it
   * since.
   */
  private Optional<Progress> next(Map<Long, Integer> tried) {
    Instant rested = clock.instant().minus(AGAIN);
    return measured.unfinished().stream()
        .filter(each -> each.state() != State.FAILED || !each.changed().isAfter(rested))
        .filter(
            each ->
                !tried.containsKey(each.projectId())
                    || each.state() == State.WAITING
                        && each.version() > tried.get(each.projectId()))
        .findFirst();
  }

  /** The reading of one project. */
  private final class Reading {
    private Progress at;
    private int read;

    Reading(Progress begun) {
      at = begun;
    }

    void run(BooleanSupplier stopping) {
      CurrentFacts.Page page;
      do {
        page = current.ofProject(at.projectId(), at.months(), at.done(), PAGE);
        keep(facts.without(page.issueIds()));
        int done = Math.min(page.total(), at.done() + STEP);
        if (!save(State.READING, done, page.total(), Optional.empty())) {
          return;
        }
      } while (at.done() < page.total() && !stopping.getAsBoolean());
      if (at.done() >= page.total()) {
        readMissed();
        if (save(State.DONE, page.total(), page.total(), Optional.empty())) {
          following.complete(at.projectId());
        }
      }
    }

    /** More may have been deleted meanwhile than pages overlap. */
    private void readMissed() {
      int total = 1;
      for (int from = 0; from < total; from += LOOKED_FOR) {
        CurrentFacts.Page page = current.ofProject(at.projectId(), at.months(), from, LOOKED_FOR);
        total = page.total();
        keep(facts.without(page.issueIds()));
      }
    }

    private void keep(Set<Long> issueIds) {
      if (!issueIds.isEmpty()) {
        List<KeptFacts> now = current.of(issueIds);
        backfill.fill(now.stream().map(KeptFacts::issueId).toList());
        // Last, because whoever has facts is taken to have a history too.
        facts.keep(now);
        read += now.size();
      }
    }

    void failed(RuntimeException e) {
      Message message =
          e instanceof Refusal.Unavailable refusal
              ? refusal.text()
              : Message.of("bearings.error.metric.backfill");
      try {
        save(State.FAILED, at.done(), at.of(), Optional.of(message));
      } catch (RuntimeException unsaved) {
        e.addSuppressed(unsaved);
      }
    }

    /** Whether nobody else wrote meanwhile, who then reads in our place. */
    private boolean save(State state, int done, int of, Optional<Message> error) {
      Optional<Progress> saved =
          measured.save(
              new Progress(
                  at.projectId(),
                  state,
                  at.months(),
                  done,
                  of,
                  error,
                  clock.instant(),
                  at.version()));
      saved.ifPresent(now -> at = now);
      return saved.isPresent();
    }
  }
}
