package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * An issue as it contributes to a key result.
 *
 * @param resolutionId absent while unresolved
 * @param points its story points
 * @param estimate its original estimate in seconds
 * @param numbers its values of the fields that are kept, by the id of the field
 * @param counts false for a sub-task that counts by its parent
 */
public record IssuePart(
    StatusCategory category,
    Optional<String> resolutionId,
    Optional<BigDecimal> points,
    Optional<Long> estimate,
    Map<String, BigDecimal> numbers,
    boolean counts) {
  public IssuePart {
    numbers = Map.copyOf(numbers);
  }

  /** What it weighs before anything is imputed; absent where it says nothing. */
  public Optional<BigDecimal> amount(WeightBy weightBy) {
    return Amounts.of(weightBy, points, estimate, numbers);
  }
}
