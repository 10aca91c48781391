package io.bearings.progress;

import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of the linked work is done.
 *
 * @param issues linked issues in scope; the three counts after it add up to it
 * @param outOfScope linked issues whose resolution takes them out of both sums
 * @param imputed issues in scope without an estimate, which got the median of the others
 * @param mostlyNotEstimated whether more than 20 % of the issues in scope are imputed
 * @param doneWeight weight of the issues that are done, and the credit for those in progress
 * @param totalWeight weight of all issues in scope
 * @param ratio done weight ÷ total weight; absent is <em>no data</em>
 * @param score the ratio within 0 to 1; absent is <em>no data</em>
 */
public record IssueProgress(
    int issues,
    int toDo,
    int inProgress,
    int done,
    int outOfScope,
    int imputed,
    boolean mostlyNotEstimated,
    BigDecimal doneWeight,
    BigDecimal totalWeight,
    Optional<BigDecimal> ratio,
    Optional<BigDecimal> score) {

  /** The progress where no issue is linked. */
  public static final IssueProgress NOTHING =
      new IssueProgress(
          0,
          0,
          0,
          0,
          0,
          0,
          false,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          Optional.empty(),
          Optional.empty());

  private static final int ONE_IN = 5;

  /**
   * The progress of one key result.
   *
   * @param tallies all its linked issues, in any order and however grouped
   */
  public static IssueProgress of(Collection<Tally> tallies, WeightBy weightBy, Settings settings) {
    if (tallies.isEmpty()) {
      return NOTHING;
    }
    List<Tally> inScope = tallies.stream().filter(tally -> inScope(tally, settings)).toList();
    BigDecimal imputedWeight = median(inScope);
    BigDecimal doneWeight = BigDecimal.ZERO;
    BigDecimal totalWeight = BigDecimal.ZERO;
    int imputed = 0;
    for (Tally tally : inScope) {
      BigDecimal each = BigDecimal.ONE;
      if (weightBy == WeightBy.POINTS) {
        Optional<BigDecimal> estimate = estimate(tally);
        each = estimate.orElse(imputedWeight);
        imputed += estimate.isPresent() ? 0 : tally.count();
      }
      BigDecimal weight = each.multiply(BigDecimal.valueOf(tally.count()));
      totalWeight = totalWeight.add(weight);
      doneWeight = doneWeight.add(weight.multiply(credit(tally.category(), settings)));
    }
    int issues = count(inScope);
    Optional<BigDecimal> ratio =
        totalWeight.signum() == 0
            ? Optional.empty()
            : Optional.of(doneWeight.divide(totalWeight, MathContext.DECIMAL128));
    return new IssueProgress(
        issues,
        count(inScope, StatusCategory.TO_DO),
        count(inScope, StatusCategory.IN_PROGRESS),
        count(inScope, StatusCategory.DONE),
        count(tallies) - issues,
        imputed,
        imputed * ONE_IN > issues,
        doneWeight,
        totalWeight,
        ratio,
        ratio.map(IssueProgress::clamp));
  }

  private static boolean inScope(Tally tally, Settings settings) {
    return tally.resolutionId().filter(settings.outOfScopeResolutionIds()::contains).isEmpty();
  }

  /** 0 is an estimate, a negative number is none. */
  private static Optional<BigDecimal> estimate(Tally tally) {
    return tally.points().filter(points -> points.signum() >= 0);
  }

  private static BigDecimal credit(StatusCategory category, Settings settings) {
    return switch (category) {
      case TO_DO -> BigDecimal.ZERO;
      case IN_PROGRESS -> settings.inProgressCredit();
      case DONE -> BigDecimal.ONE;
    };
  }

  /** The median estimate, or 1 when nothing is estimated. */
  private static BigDecimal median(List<Tally> inScope) {
    SortedMap<BigDecimal, Integer> counts = new TreeMap<>();
    int estimated = 0;
    for (Tally tally : inScope) {
      Optional<BigDecimal> estimate = estimate(tally);
      if (estimate.isPresent()) {
        counts.merge(estimate.get(), tally.count(), Integer::sum);
        estimated += tally.count();
      }
    }
    if (estimated == 0) {
      return BigDecimal.ONE;
    }
    BigDecimal lower = at(counts, (estimated - 1) / 2);
    BigDecimal upper = at(counts, estimated / 2);
    return lower.add(upper).divide(BigDecimal.valueOf(2), MathContext.DECIMAL128);
  }

  private static BigDecimal at(SortedMap<BigDecimal, Integer> counts, int position) {
    int passed = 0;
    for (var entry : counts.entrySet()) {
      passed += entry.getValue();
      if (passed > position) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("No value at " + position);
  }

  private static int count(Collection<Tally> tallies) {
    return tallies.stream().mapToInt(Tally::count).sum();
  }

  private static int count(List<Tally> tallies, StatusCategory category) {
    return count(tallies.stream().filter(tally -> tally.category() == category).toList());
  }

  private static BigDecimal clamp(BigDecimal ratio) {
    return ratio.max(BigDecimal.ZERO).min(BigDecimal.ONE);
  }
}
