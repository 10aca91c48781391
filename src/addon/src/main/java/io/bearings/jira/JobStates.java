package io.bearings.jira;

import io.bearings.okr.ErrorLog;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** How the scheduled jobs went on this node. Each runs on one node of the cluster at a time. */
@Component
public class JobStates {
  private final Clock clock;
  private final ErrorLog errors;
  private final Map<String, State> states = new ConcurrentSkipListMap<>();

  @Inject
  public JobStates(Clock clock, ErrorLog errors) {
    this.clock = clock;
    this.errors = errors;
  }

  /** How a job went last. */
  public enum Result {
    /** It has not run on this node yet. */
    NEVER,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * How a job went.
   *
   * @param every how long from one run to the next
   * @param began when it ran last; absent before the first run
   * @param took how long; absent while it runs, and before the first run
   */
  public record State(
      String name,
      Duration every,
      Result result,
      Optional<Instant> began,
      Optional<Duration> took) {

    /** When it runs next, as far as this node can tell. */
    public Optional<Instant> next() {
      return began.map(at -> at.plus(every));
    }
  }

  /** All jobs by their names. */
  public List<State> all() {
    return List.copyOf(states.values());
  }

  void scheduled(RepeatedJobs.Job job) {
    states.put(
        job.name(),
        new State(job.name(), job.every(), Result.NEVER, Optional.empty(), Optional.empty()));
  }

  /** Runs a job. What it throws is kept, and thrown on. */
  void run(RepeatedJobs.Job job) {
    Instant began = clock.instant();
    note(job, Result.RUNNING, began, Optional.empty());
    try {
      job.work().run();
      note(job, Result.DONE, began, Optional.of(Duration.between(began, clock.instant())));
    } catch (RuntimeException | LinkageError e) {
      note(job, Result.FAILED, began, Optional.of(Duration.between(began, clock.instant())));
      errors.add("Job " + job.name(), e);
      throw e;
    }
  }

  private void note(RepeatedJobs.Job job, Result result, Instant began, Optional<Duration> took) {
    states.put(job.name(), new State(job.name(), job.every(), result, Optional.of(began), took));
  }
}
