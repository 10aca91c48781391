package io.bearings.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an issue adds to each sum of a sprint's report; nothing where a share is absent.
 *
 * @param committed by its estimate at the start
 * @param added by its estimate when it joined
 * @param completed by its estimate when the sprint was completed, as are the next ones
 * @param removed an issue that was deleted has no estimate there
 */
public record SprintPart(
    Optional<Share> committed,
    Optional<Share> added,
    Optional<Share> completed,
    Optional<Share> notCompleted,
    Optional<Share> removed,
    Optional<Share> completedElsewhere) {

  /**
   * One share in a sum.
   *
   * @param points absent where the issue had no estimate
   */
  public record Share(Optional<BigDecimal> points) {}

  /**
   * The part that an issue had in a sprint.
   *
   * @param asOf the instant asked for, which decides while the sprint runs
   * @return absent for a sub-task, and for an issue that was never in it between its start and its
   *     end
   */
  public static Optional<SprintPart> of(
      Sprint sprint, IssueHistory issue, DoneColumn done, Instant asOf) {
    Instant start = sprint.begun();
    Instant end = sprint.ended(asOf);
    if (issue.at(end).filter(IssueSnapshot::isSubTask).isPresent()) {
      return Optional.empty();
    }
    Optional<IssueSnapshot> first = issue.at(start).filter(in(sprint.id()));
    Optional<IssueHistory.Moment> joined = firstJoin(sprint.id(), issue, start, end);
    if (first.isEmpty() && joined.isEmpty()) {
      return Optional.empty();
    }
    Optional<IssueSnapshot> last = issue.at(end).filter(in(sprint.id()));
    boolean isDone = last.filter(done::isDone).isPresent();
    boolean elsewhere = isDone && isDoneElsewhere(sprint.id(), issue, done, start, end);
    Optional<Share> atEnd = last.map(SprintPart::share);
    return Optional.of(
        new SprintPart(
            first.filter(state -> !done.isDone(state)).map(SprintPart::share),
            first.isPresent() ? Optional.empty() : joined.map(each -> share(each.state())),
            atEnd.filter(share -> isDone && !elsewhere),
            atEnd.filter(share -> !isDone),
            last.isPresent() ? Optional.empty() : Optional.of(shareAt(issue, end)),
            atEnd.filter(share -> elsewhere)));
  }

  /** Whether the issue had an estimate in any of its shares. */
  public boolean isEstimated() {
    return Stream.of(committed, added, completed, notCompleted, removed, completedElsewhere)
        .flatMap(Optional::stream)
        .anyMatch(share -> share.points().isPresent());
  }

  private static Predicate<IssueSnapshot> in(long sprintId) {
    return state -> state.sprintIds().contains(sprintId);
  }

  private static Share share(IssueSnapshot state) {
    return new Share(state.points());
  }

  /** What a removed issue was estimated at when the sprint ended, also outside of it. */
  private static Share shareAt(IssueHistory issue, Instant end) {
    return issue.at(end).map(SprintPart::share).orElse(new Share(Optional.empty()));
  }

  private static Optional<IssueHistory.Moment> firstJoin(
      long sprintId, IssueHistory issue, Instant start, Instant end) {
    return issue.moments().stream()
        .filter(each -> each.from().isAfter(start) && !each.from().isAfter(end))
        .filter(each -> in(sprintId).test(each.state()))
        .findFirst();
  }

  /** Whether its last entry into done came before the sprint began, or before it joined it. */
  private static boolean isDoneElsewhere(
      long sprintId, IssueHistory issue, DoneColumn done, Instant start, Instant end) {
    Instant entered = lastEntry(issue, end, done::isDone);
    Instant joined = lastEntry(issue, end, in(sprintId));
    return !entered.isAfter(start) || entered.isBefore(joined);
  }

  /** When an issue that is in such a state at the end came into it. */
  private static Instant lastEntry(
      IssueHistory issue, Instant end, Predicate<IssueSnapshot> wanted) {
    Instant entered = issue.created();
    boolean was = false;
    for (IssueHistory.Moment each : issue.moments()) {
      if (each.from().isAfter(end)) {
        break;
      }
      boolean is = wanted.test(each.state());
      if (is && !was) {
        entered = each.from();
      }
      was = is;
    }
    return entered;
  }
}
