package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The way of a key result as somebody wrote it; see {@link Goal}. What is absent stays as it is.
 */
public record GoalDraft(
    Field<BigDecimal> baseline,
    Field<BigDecimal> target,
    Field<BigDecimal> low,
    Field<BigDecimal> high,
    Field<BigDecimal> commit,
    Field<BigDecimal> stretch,
    Field<LocalDate> due,
    Optional<BigDecimal> lagWeeks,
    Optional<List<Milestone>> checkpoints) {
  /** Nothing of it is changed. */
  public static final GoalDraft UNCHANGED =
      new GoalDraft(
          Field.absent(),
          Field.absent(),
          Field.absent(),
          Field.absent(),
          Field.absent(),
          Field.absent(),
          Field.absent(),
          Optional.empty(),
          Optional.empty());

  /** From one number to another. */
  public static GoalDraft of(String baseline, String target) {
    return new GoalDraft(
        Field.of(new BigDecimal(baseline)),
        Field.of(new BigDecimal(target)),
        Field.absent(),
        Field.absent(),
        Field.absent(),
        Field.absent(),
        Field.absent(),
        Optional.empty(),
        Optional.empty());
  }
}
