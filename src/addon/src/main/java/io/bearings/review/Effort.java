package io.bearings.review;

import io.bearings.okr.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of a unit's finished work served an objective, against what it would have been had all
 * linked work been done.
 *
 * @param done issues of the objective that were finished in the cycle
 * @param unitDone issues that the unit finished in the cycle, whatever they were for; 0 where that
 *     is not known
 * @param linked issues that were linked to the objective and in scope when the cycle was over
 * @param unitPlanned what the unit finished, and what was linked to its objectives and open still
 */
public record Effort(int done, int unitDone, int linked, int unitPlanned) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Nobody knows what the unit finished. */
  public static final Effort NOT_KNOWN = new Effort(0, 0, 0, 0);

  /** Its share of what the unit finished, 0 to 1; absent where the unit finished nothing. */
  public Optional<BigDecimal> share() {
    return quotient(done, unitDone);
  }

  /** The share that its linked work would have had; absent where nothing was linked. */
  public Optional<BigDecimal> plan() {
    return linked == 0 || unitDone == 0 ? Optional.empty() : quotient(linked, unitPlanned);
  }

  private static Optional<BigDecimal> quotient(int part, int whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(Decimals.quotient(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)));
  }

  boolean isKnown() {
    return share().isPresent() && plan().isPresent();
  }

  /** Whether its share is below half of the plan. */
  boolean isElsewhere() {
    return isKnown() && !Decimals.atLeast(share().get().multiply(TWO), plan().get());
  }
}
