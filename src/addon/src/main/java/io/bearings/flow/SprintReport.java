package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a sprint promised and delivered: the sums of Jira's sprint report, replayed from history.
 * Sums are story points; a sum is absent where nothing is estimated, and, but for the first two,
 * while the sprint runs. Sub-tasks count nowhere. Changes in the second of the start or of the
 * completion belong to the state then.
 *
 * @param basis what counted as done
 * @param estimated whether any parent issue of the sprint had an estimate
 * @param commitment in the sprint at its start and not yet done, by the estimate then
 * @param added joined after the start, by the estimate when they did
 * @param velocity completed in this sprint
 * @param notCompleted in it at its completion and not done
 * @param removed in it at the start or added, and not in it at its completion
 * @param completedElsewhere in it and done, but done before the start or before they joined
 * @param sayDo start estimates of committed issues that were completed ÷ commitment, 0 to 1; absent
 *     where nothing was committed
 */
public record SprintReport(
    DoneColumn.Basis basis,
    boolean estimated,
    Sum commitment,
    Sum added,
    Sum velocity,
    Sum notCompleted,
    Sum removed,
    Sum completedElsewhere,
    Optional<BigDecimal> sayDo) {

  /**
   * One sum of the report.
   *
   * @param points absent where nothing is estimated, or not known yet
   * @param issues how many; absent when not known yet
   */
  public record Sum(Optional<BigDecimal> points, Optional<Integer> issues) {
    private static final Sum UNKNOWN = new Sum(Optional.empty(), Optional.empty());
  }

  /**
   * The report of a sprint.
   *
   * @param issues the whole history of all issues that were ever in it; others do no harm
   * @param asOf the instant asked for, which decides while the sprint runs
   */
  public static SprintReport of(
      Sprint sprint, Collection<IssueHistory> issues, DoneColumn done, Instant asOf) {
    Instant start = wholeSecond(sprint.start());
    Instant end = wholeSecond(sprint.complete().orElse(asOf));
    List<Part> parts =
        issues.stream()
            .filter(issue -> isParent(issue, end))
            .flatMap(issue -> Part.of(sprint.id(), issue, done, start, end).stream())
            .toList();
    boolean estimated = parts.stream().anyMatch(Part::isEstimated);
    boolean complete = sprint.complete().isPresent();
    Function<Function<Part, Optional<Share>>, Sum> sum = share -> sum(parts, share, estimated);
    Function<Function<Part, Optional<Share>>, Sum> known =
        share -> complete ? sum.apply(share) : Sum.UNKNOWN;
    Sum commitment = sum.apply(Part::committed);
    return new SprintReport(
        done.basis(),
        estimated,
        commitment,
        sum.apply(Part::added),
        known.apply(Part::completed),
        known.apply(Part::notCompleted),
        known.apply(Part::removed),
        known.apply(Part::completedElsewhere),
        complete
            ? commitment.points().flatMap(promised -> sayDo(parts, promised))
            : Optional.empty());
  }

  /** The last instant of a second. */
  private static Instant wholeSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).minusNanos(1);
  }

  private static boolean isParent(IssueHistory issue, Instant end) {
    return issue.at(end).filter(IssueSnapshot::isSubTask).isEmpty();
  }

  private static Sum sum(
      List<Part> parts, Function<Part, Optional<Share>> share, boolean estimated) {
    List<Share> shares = parts.stream().flatMap(part -> share.apply(part).stream()).toList();
    return new Sum(
        estimated ? Optional.of(points(shares)) : Optional.empty(), Optional.of(shares.size()));
  }

  private static BigDecimal points(List<Share> shares) {
    return shares.stream()
        .flatMap(each -> each.points().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Optional<BigDecimal> sayDo(List<Part> parts, BigDecimal promised) {
    if (promised.signum() == 0) {
      return Optional.empty();
    }
    List<Share> kept =
        parts.stream()
            .filter(part -> part.completed().isPresent())
            .flatMap(part -> part.committed().stream())
            .toList();
    return Optional.of(points(kept).divide(promised, MathContext.DECIMAL128));
  }

  /** What an issue adds to a sum. */
  private record Share(Optional<BigDecimal> points) {}

  /**
   * An issue that was in the sprint between its start and its end.
   *
   * @param committed its share of the commitment, and so on
   */
  private record Part(
      Optional<Share> committed,
      Optional<Share> added,
      Optional<Share> completed,
      Optional<Share> notCompleted,
      Optional<Share> removed,
      Optional<Share> completedElsewhere) {

    static Optional<Part> of(
        long sprintId, IssueHistory issue, DoneColumn done, Instant start, Instant end) {
      Optional<IssueSnapshot> first = issue.at(start).filter(in(sprintId));
      Optional<IssueHistory.Moment> joined = firstJoin(sprintId, issue, start, end);
      if (first.isEmpty() && joined.isEmpty()) {
        return Optional.empty();
      }
      Optional<IssueSnapshot> last = issue.at(end).filter(in(sprintId));
      boolean isDone = last.filter(done::isDone).isPresent();
      boolean elsewhere = isDone && isDoneElsewhere(sprintId, issue, done, start, end);
      Optional<Share> atEnd = last.map(Part::share);
      return Optional.of(
          new Part(
              first.filter(state -> !done.isDone(state)).map(Part::share),
              first.isPresent() ? Optional.empty() : joined.map(each -> share(each.state())),
              atEnd.filter(share -> isDone && !elsewhere),
              atEnd.filter(share -> !isDone),
              last.isPresent() ? Optional.empty() : Optional.of(shareAt(issue, end)),
              atEnd.filter(share -> elsewhere)));
    }

    boolean isEstimated() {
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
      return issue.at(end).map(Part::share).orElse(new Share(Optional.empty()));
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
}
