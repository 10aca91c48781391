package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import io.bearings.flow.Weights;
import io.bearings.okr.Decimals;
import io.bearings.okr.KeyResult;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Source;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one issue contributes to the work of a key result, and what changes once it is done. However
 * many links of the key result reach the issue, it counts once.
 *
 * @param standing whether and how it counts
 * @param weight what it weighs: 1, points, hours or a number; 0 where it does not count
 * @param imputed whether it has no estimate and weighs the median of the others
 * @param total what everything in scope weighs; of a fixed count, that count
 * @param share what part of the whole it is, 0 to 1; absent where it does not count, or where the
 *     whole weighs nothing
 * @param now the progress as it is, not clamped; absent is <em>no data</em>
 * @param then the progress once it is done; absent where its being done changes nothing any more
 */
public record IssueShare(
    Standing standing,
    BigDecimal weight,
    boolean imputed,
    BigDecimal total,
    Optional<BigDecimal> share,
    Optional<BigDecimal> now,
    Optional<BigDecimal> then) {

  /** Whether and how an issue counts. */
  public enum Standing {
    /** It counts, and is to be done. */
    OPEN,
    /** It counts, and is done. */
    DONE,
    /** Its resolution takes it out of both sums. */
    OUT_OF_SCOPE,
    /** It is a sub-task that counts by its parent, or nothing of it is known yet. */
    NOT_COUNTED
  }

  /**
   * What an issue contributes.
   *
   * @param all the work of the key result
   * @param issue as it contributes; absent where it does not
   * @param weights what issues weigh among those of the key result
   */
  public static IssueShare of(
      KeyResult keyResult,
      IssueProgress all,
      Optional<IssuePart> issue,
      Weights weights,
      Settings settings) {
    Optional<BigDecimal> fixed = fixedCount(keyResult);
    BigDecimal total = fixed.orElse(all.totalWeight());
    Optional<BigDecimal> now =
        fixed.isPresent() ? part(BigDecimal.valueOf(all.done()), total) : all.ratio();
    Standing standing = standing(issue, settings);
    if (standing == Standing.OUT_OF_SCOPE || standing == Standing.NOT_COUNTED) {
      return new IssueShare(
          standing, BigDecimal.ZERO, false, total, Optional.empty(), now, Optional.empty());
    }
    IssuePart known = issue.orElseThrow();
    Optional<BigDecimal> amount = known.amount(keyResult.weightBy());
    BigDecimal weight = fixed.isPresent() ? BigDecimal.ONE : weights.of(amount);
    boolean imputed = fixed.isEmpty() && weights.isImputed(amount);
    boolean changes = standing == Standing.OPEN && !isEnded(keyResult);
    BigDecimal done = fixed.isPresent() ? BigDecimal.valueOf(all.done()) : all.doneWeight();
    BigDecimal credit = fixed.isPresent() ? BigDecimal.ZERO : credit(known, settings);
    BigDecimal remaining = weight.multiply(BigDecimal.ONE.subtract(credit));
    return new IssueShare(
        standing,
        weight,
        imputed,
        total,
        part(weight, total),
        now,
        changes ? part(done.add(remaining), total) : Optional.empty());
  }

  /** How many are to be done, where that is a fixed number. */
  private static Optional<BigDecimal> fixedCount(KeyResult keyResult) {
    return keyResult.source() == Source.ISSUES ? keyResult.goal().target() : Optional.empty();
  }

  private static Standing standing(Optional<IssuePart> issue, Settings settings) {
    if (issue.filter(IssuePart::counts).isEmpty()) {
      return Standing.NOT_COUNTED;
    }
    if (issue
        .flatMap(IssuePart::resolutionId)
        .filter(settings.outOfScopeResolutionIds()::contains)
        .isPresent()) {
      return Standing.OUT_OF_SCOPE;
    }
    return issue.get().category() == StatusCategory.DONE ? Standing.DONE : Standing.OPEN;
  }

  /** What is closed or given up moves no more. */
  private static boolean isEnded(KeyResult keyResult) {
    return keyResult.state() == ObjectiveState.CLOSED
        || keyResult.state() == ObjectiveState.ABANDONED;
  }

  private static BigDecimal credit(IssuePart issue, Settings settings) {
    return issue.category() == StatusCategory.IN_PROGRESS
        ? settings.inProgressCredit()
        : BigDecimal.ZERO;
  }

  private static Optional<BigDecimal> part(BigDecimal of, BigDecimal total) {
    return total.signum() == 0 ? Optional.empty() : Optional.of(Decimals.quotient(of, total));
  }
}
