package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Between what a number is to stay; the bounds themselves are inside.
 *
 * @param lower absent: no number is too low
 * @param upper absent: no number is too high
 */
public record Bounds(Optional<BigDecimal> lower, Optional<BigDecimal> upper) {

  /**
   * @throws Refusal.Invalid when there is no bound, or the upper one is below the lower one
   */
  public Bounds {
    if (lower.isEmpty() && upper.isEmpty()) {
      throw new Refusal.Invalid(Map.of("lower", Message.of("bearings.error.noBound")));
    }
    if (lower.isPresent() && upper.isPresent() && upper.get().compareTo(lower.get()) < 0) {
      throw new Refusal.Invalid(
          Map.of("upper", Message.of("bearings.error.below", lower.get().toPlainString())));
    }
  }

  /** Whether a number is inside. */
  public boolean hold(BigDecimal value) {
    return lower.filter(bound -> value.compareTo(bound) < 0).isEmpty()
        && upper.filter(bound -> value.compareTo(bound) > 0).isEmpty();
  }
}
