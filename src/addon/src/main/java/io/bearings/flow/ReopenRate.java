package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;

/**
 * How much finished work came back. Each issue counts once, however often it moved.
 *
 * @param entered issues that entered category Done in the period
 * @param left issues that left it in the period, whenever they had entered
 * @param rate left ÷ entered, which may pass 1; absent where none entered
 */
public record ReopenRate(int entered, int left, Optional<BigDecimal> rate) {

  /** The rate of a period. */
  public static ReopenRate of(Collection<CategorySteps> issues, Period period) {
    int entered = 0;
    int left = 0;
    for (CategorySteps issue : issues) {
      entered += issue.entersDone(period::contains) ? 1 : 0;
      left += issue.leavesDone(period::contains) ? 1 : 0;
    }
    return new ReopenRate(
        entered,
        left,
        entered == 0
            ? Optional.empty()
            : Optional.of(
                BigDecimal.valueOf(left)
                    .divide(BigDecimal.valueOf(entered), MathContext.DECIMAL128)));
  }
}
