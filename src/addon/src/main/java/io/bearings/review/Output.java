package io.bearings.review;

import io.bearings.okr.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The linked work of an objective when its cycle was over. An issue counts once, however many of
 * its key results it serves.
 *
 * @param done issues in scope that were done, 0 to {@code total}
 * @param total issues in scope
 */
public record Output(int done, int total) {

  /** Done ÷ all, 0 to 1; absent where nothing was linked. */
  public Optional<BigDecimal> ratio() {
    return total == 0
        ? Optional.empty()
        : Optional.of(Decimals.quotient(BigDecimal.valueOf(done), BigDecimal.valueOf(total)));
  }

  /** How many issues are half of them, rounded up. */
  public int half() {
    return total - total / 2;
  }

  boolean isBelowHalf() {
    return total > 0 && done < half();
  }

  boolean isHalfOrMore() {
    return total > 0 && done >= half();
  }
}
