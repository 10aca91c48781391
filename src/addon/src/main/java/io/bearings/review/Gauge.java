package io.bearings.review;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Nature;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A key result as the cycle left it.
 *
 * @param score 0 to 1; absent without data
 * @param successLevel the score from which on it counts as reached, over 0 to 1
 */
public record Gauge(
    long id, String title, Nature nature, Optional<BigDecimal> score, BigDecimal successLevel) {
  /** It moved from this share of its success level on, as at the marks of a running cycle. */
  private static final BigDecimal MOVED = new BigDecimal("0.3");

  /** The key that people see. */
  public String key() {
    return KeyResult.keyOf(id);
  }

  /** Whether it is an outcome of which something is known. */
  boolean isMeasured() {
    return nature == Nature.OUTCOME && score.isPresent();
  }

  /** Whether it came as far as 30 % of its success level. */
  boolean hasMoved() {
    return score.filter(it -> it.compareTo(successLevel.multiply(MOVED)) >= 0).isPresent();
  }
}
