package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A key result as somebody wrote it; nothing in it is checked yet.
 *
 * @param title as typed, perhaps empty
 * @param weight absent: 1 for a new key result, unchanged for an edited one
 * @param weightBy absent: by issues for a new key result, unchanged for an edited one
 */
public record KeyResultDraft(
    String title, Optional<BigDecimal> weight, Optional<WeightBy> weightBy) {
  public KeyResultDraft {
    title = Objects.requireNonNullElse(title, "");
  }
}
