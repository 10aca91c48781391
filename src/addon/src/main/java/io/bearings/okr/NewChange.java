package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A change of a field that moves a score, to be remembered.
 *
 * @param objectiveId the objective that was changed, or whose key result was
 * @param keyResultId absent where the objective itself was changed
 * @param field its name in the API
 * @param from what it was, as text; absent when it was empty
 * @param to what it is now
 * @param reason why, in the person's own words
 */
public record NewChange(
    long objectiveId,
    Optional<Long> keyResultId,
    String field,
    Optional<String> from,
    Optional<String> to,
    Optional<String> reason,
    ScoreChange label,
    Tag tag,
    Scores scores) {

  /**
   * The scores around a change, 0 to 1; absent is no data.
   *
   * @param before of the key result; absent also where the objective itself was changed
   * @param after of the key result
   */
  public record Scores(
      Optional<BigDecimal> before,
      Optional<BigDecimal> after,
      Optional<BigDecimal> objectiveBefore,
      Optional<BigDecimal> objectiveAfter) {}
}
