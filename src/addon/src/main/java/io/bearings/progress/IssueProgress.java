package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import io.bearings.flow.Weights;
import io.bearings.okr.Decimals;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    List<Tally> inScope = new ArrayList<>(tallies.size());
    Map<StatusCategory, Integer> counts = new EnumMap<>(StatusCategory.class);
    int outOfScope = 0;
    for (Tally tally : tallies) {
      if (inScope(tally, settings)) {
        inScope.add(tally);
        counts.merge(tally.category(), tally.count(), Integer::sum);
      } else {
        outOfScope += tally.count();
      }
    }
    Weights weights = weightBy.equals(WeightBy.ISSUES) ? Weights.ONE_EACH : byAmount(inScope);
    BigDecimal doneWeight = BigDecimal.ZERO;
    BigDecimal totalWeight = BigDecimal.ZERO;
    int imputed = 0;
    for (Tally tally : inScope) {
      imputed += weights.isImputed(tally.amount()) ? tally.count() : 0;
      BigDecimal weight = weights.of(tally.amount()).multiply(BigDecimal.valueOf(tally.count()));
      totalWeight = totalWeight.add(weight);
      doneWeight = doneWeight.add(weight.multiply(credit(tally.category(), settings)));
    }
    return of(
        counts.getOrDefault(StatusCategory.TO_DO, 0),
        counts.getOrDefault(StatusCategory.IN_PROGRESS, 0),
        counts.getOrDefault(StatusCategory.DONE, 0),
        outOfScope,
        imputed,
        doneWeight,
        totalWeight);
  }

  /** The progress that counts and sums, which were reckoned before, amount to. */
  public static IssueProgress of(
      int toDo,
      int inProgress,
      int done,
      int outOfScope,
      int imputed,
      BigDecimal doneWeight,
      BigDecimal totalWeight) {
    int issues = toDo + inProgress + done;
    Optional<BigDecimal> ratio =
        totalWeight.signum() == 0
            ? Optional.empty()
            : Optional.of(Decimals.quotient(doneWeight, totalWeight));
    return new IssueProgress(
        issues,
        toDo,
        inProgress,
        done,
        outOfScope,
        imputed,
        imputed * ONE_IN > issues,
        doneWeight,
        totalWeight,
        ratio,
        ratio.map(Decimals::clamp));
  }

  /**
   * What the linked issues of one key result weigh.
   *
   * @param tallies all of them, in any order and however grouped
   */
  public static Weights weights(Collection<Tally> tallies, WeightBy weightBy, Settings settings) {
    return weightBy.equals(WeightBy.ISSUES)
        ? Weights.ONE_EACH
        : byAmount(tallies.stream().filter(tally -> inScope(tally, settings)).toList());
  }

  private static boolean inScope(Tally tally, Settings settings) {
    return tally.resolutionId().filter(settings.outOfScopeResolutionIds()::contains).isEmpty();
  }

  private static BigDecimal credit(StatusCategory category, Settings settings) {
    return switch (category) {
      case TO_DO -> BigDecimal.ZERO;
      case IN_PROGRESS -> settings.inProgressCredit();
      case DONE -> BigDecimal.ONE;
    };
  }

  private static Weights byAmount(Collection<Tally> inScope) {
    SortedMap<BigDecimal, Integer> counts = new TreeMap<>();
    inScope.forEach(
        tally -> tally.amount().ifPresent(it -> counts.merge(it, tally.count(), Integer::sum)));
    return Weights.byEstimate(counts);
  }
}
