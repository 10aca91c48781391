package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Linked issues of one key result that count alike. Progress is computed from tallies, so a page
 * never reads single links.
 *
 * @param resolutionId absent while unresolved
 * @param amount what each of them weighs, see {@link Amounts}; absent where it says nothing
 * @param count how many issues, 1 or more
 * @param changed when one of them last changed; absent where it is not known
 * @param moved when one of them last came into another status, or was created; absent where it is
 *     not known
 */
public record Tally(
    long keyResultId,
    StatusCategory category,
    Optional<String> resolutionId,
    Optional<BigDecimal> amount,
    int count,
    Optional<Instant> changed,
    Optional<Instant> moved) {

  /** Issues of which nobody knows when they changed. */
  public Tally(
      long keyResultId,
      StatusCategory category,
      Optional<String> resolutionId,
      Optional<BigDecimal> amount,
      int count) {
    this(keyResultId, category, resolutionId, amount, count, Optional.empty(), Optional.empty());
  }
}
