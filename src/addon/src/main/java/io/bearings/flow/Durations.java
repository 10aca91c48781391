package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How long work took, in calendar hours. What has no meaning is counted beside and never taken for
 * a short time.
 *
 * @param count how many issues the figures are of
 * @param undefined finished issues without a duration, or with a negative one
 * @param mean absent where there is no issue, and so are the two after it
 * @param p85 the 85th percentile, interpolated
 */
public record Durations(
    int count,
    int undefined,
    Optional<BigDecimal> mean,
    Optional<BigDecimal> median,
    Optional<BigDecimal> p85) {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal MOST = new BigDecimal("0.85");
  private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

  /**
   * What the lead time needs of an issue.
   *
   * @param isDone whether its status category is Done
   * @param resolved its last resolution date
   */
  public record Resolved(Instant created, boolean isDone, Optional<Instant> resolved) {}

  /** From creation to the resolution; open issues are left out, whatever date they carry. */
  public static Durations leadTime(Collection<Resolved> issues) {
    return of(
        issues.stream()
            .filter(Resolved::isDone)
            .map(issue -> issue.resolved().map(end -> Duration.between(issue.created(), end)))
            .toList());
  }

  /** From the first entry into In Progress to the last into Done; open issues are left out. */
  public static Durations cycleTime(Collection<CategorySteps> issues) {
    return of(
        issues.stream()
            .filter(CategorySteps::isDone)
            .map(
                issue ->
                    issue
                        .firstInProgress()
                        .map(begun -> Duration.between(begun, issue.lastDone().orElseThrow())))
            .toList());
  }

  private static Durations of(List<Optional<Duration>> all) {
    List<BigDecimal> sorted =
        all.stream()
            .flatMap(Optional::stream)
            .filter(each -> !each.isNegative())
            .map(Durations::hours)
            .sorted()
            .toList();
    int undefined = all.size() - sorted.size();
    if (sorted.isEmpty()) {
      return new Durations(0, undefined, Optional.empty(), Optional.empty(), Optional.empty());
    }
    BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Durations(
        sorted.size(),
        undefined,
        Optional.of(sum.divide(BigDecimal.valueOf(sorted.size()), MathContext.DECIMAL128)),
        Optional.of(Percentile.of(sorted, HALF)),
        Optional.of(Percentile.of(sorted, MOST)));
  }

  static BigDecimal hours(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis()).divide(MILLIS_PER_HOUR, MathContext.DECIMAL128);
  }
}
