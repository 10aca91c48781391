package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    List<SprintPart> parts =
        issues.stream()
            .flatMap(issue -> SprintPart.of(sprint, issue, done, asOf).stream())
            .toList();
    boolean estimated = parts.stream().anyMatch(SprintPart::isEstimated);
    boolean complete = sprint.complete().isPresent();
    Function<Function<SprintPart, Optional<SprintPart.Share>>, Sum> sum =
        share -> sum(parts, share, estimated);
    Function<Function<SprintPart, Optional<SprintPart.Share>>, Sum> known =
        share -> complete ? sum.apply(share) : Sum.UNKNOWN;
    Sum commitment = sum.apply(SprintPart::committed);
    return new SprintReport(
        done.basis(),
        estimated,
        commitment,
        sum.apply(SprintPart::added),
        known.apply(SprintPart::completed),
        known.apply(SprintPart::notCompleted),
        known.apply(SprintPart::removed),
        known.apply(SprintPart::completedElsewhere),
        complete
            ? commitment.points().flatMap(promised -> sayDo(parts, promised))
            : Optional.empty());
  }

  private static Sum sum(
      List<SprintPart> parts,
      Function<SprintPart, Optional<SprintPart.Share>> share,
      boolean estimated) {
    List<SprintPart.Share> shares =
        parts.stream().flatMap(part -> share.apply(part).stream()).toList();
    return new Sum(
        estimated ? Optional.of(points(shares)) : Optional.empty(), Optional.of(shares.size()));
  }

  private static BigDecimal points(List<SprintPart.Share> shares) {
    return shares.stream()
        .flatMap(each -> each.points().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Optional<BigDecimal> sayDo(List<SprintPart> parts, BigDecimal promised) {
    if (promised.signum() == 0) {
      return Optional.empty();
    }
    List<SprintPart.Share> kept =
        parts.stream()
            .filter(part -> part.completed().isPresent())
            .flatMap(part -> part.committed().stream())
            .toList();
    return Optional.of(points(kept).divide(promised, MathContext.DECIMAL128));
  }
}
