package io.bearings.kpi.metric;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.Stopwatch;
import io.bearings.flow.TimeInStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long something of an issue took.
 *
 * @param placed what puts it into a window
 * @param state whether it can be told
 * @param took absent unless it can be told
 */
record Ending(Instant placed, State state, Optional<Duration> took) {
  /** Whether a duration can be told. */
  enum State {
    KNOWN,
    UNDEFINED,
    /** It has not ended. */
    OPEN
  }

  private static Ending of(Instant placed, Duration took) {
    return took.isNegative()
        ? undefined(placed)
        : new Ending(placed, State.KNOWN, Optional.of(took));
  }

  private static Ending undefined(Instant placed) {
    return new Ending(placed, State.UNDEFINED, Optional.empty());
  }

  /** From creation to resolution; absent while it is not done. */
  static Optional<Ending> lead(IssueView issue, Instant known, Stopwatch stopwatch) {
    return issue
        .finished(known)
        .map(
            end ->
                issue.resolved(known).isEmpty()
                    ? undefined(end)
                    : of(end, stopwatch.between(issue.history().created(), end)));
  }

  /** From the first entry into In Progress to the last into Done; absent while it is not done. */
  static Optional<Ending> cycle(IssueView issue, Instant known, Stopwatch stopwatch) {
    if (!issue.isDone(known)) {
      return Optional.empty();
    }
    return issue
        .steps(known)
        .lastDone()
        .map(
            end ->
                issue
                    .steps(known)
                    .firstInProgress()
                    .map(begun -> of(end, stopwatch.between(begun, end)))
                    .orElseGet(() -> undefined(end)));
  }

  /** From creation to the first answer, which the issue's creation puts into a window. */
  static Ending response(IssueView issue, Instant known, Stopwatch stopwatch, Set<String> members) {
    Instant created = issue.history().created();
    return issue.facts().comments().orElse(List.of()).stream()
        .filter(comment -> !comment.at().isAfter(known))
        .filter(comment -> members.contains(comment.author()))
        .filter(comment -> issue.facts().reporter().filter(comment.author()::equals).isEmpty())
        .map(IssueFacts.Comment::at)
        .min(Instant::compareTo)
        .map(at -> of(created, stopwatch.between(created, at)))
        .orElseGet(() -> new Ending(created, State.OPEN, Optional.empty()));
  }

  /**
   * In some statuses until the resolution; absent while it is unresolved, and where it never was in
   * one of them.
   */
  static Optional<Ending> inStatuses(
      IssueView issue, Instant known, Stopwatch stopwatch, Set<String> statusIds) {
    return statuses(issue, known, stopwatch)
        .filter(found -> found.entered().keySet().stream().anyMatch(statusIds::contains))
        .map(
            found ->
                of(
                    issue.resolved(known).orElseThrow(),
                    found.spent().entrySet().stream()
                        .filter(each -> statusIds.contains(each.getKey()))
                        .map(each -> each.getValue())
                        .reduce(Duration.ZERO, Duration::plus)));
  }

  /** Where an issue spent its time; absent while it is unresolved. */
  static Optional<TimeInStatus> statuses(IssueView issue, Instant known, Stopwatch stopwatch) {
    return issue
        .resolved(known)
        .map(
            end -> {
              List<IssueHistory.Moment> moments = issue.history().moments();
              List<TimeInStatus.Step> steps = new ArrayList<>();
              String now = moments.get(0).state().statusId();
              for (IssueHistory.Moment each : moments) {
                if (!each.state().statusId().equals(now)) {
                  now = each.state().statusId();
                  steps.add(new TimeInStatus.Step(each.from(), now));
                }
              }
              return TimeInStatus.of(
                  issue.history().created(),
                  moments.get(0).state().statusId(),
                  steps,
                  Optional.of(end),
                  known,
                  stopwatch);
            });
  }
}
