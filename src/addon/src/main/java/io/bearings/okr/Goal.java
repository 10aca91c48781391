package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The way that a key result has to go, in its own measure.
 *
 * @param baseline where it starts; absent where the source has its own, or nobody said
 * @param target where it is to arrive; for linked issues, how many of them are to be done
 * @param bounds between what it is to stay; for key results that maintain
 * @param marks further values that are shown, and score nothing
 * @param due the last day; absent: that of the cycle
 * @param lagWeeks for how many weeks after the work the number cannot move yet, 0 or more
 * @param checkpoints what is planned on the way, by day
 */
public record Goal(
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> target,
    Optional<Bounds> bounds,
    Marks marks,
    Optional<LocalDate> due,
    int lagWeeks,
    List<Milestone> checkpoints) {
  /** No number is aimed at. */
  public static final Goal NONE =
      new Goal(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Marks.NONE,
          Optional.empty(),
          0,
          List.of());

  public Goal {
    checkpoints = List.copyOf(checkpoints);
  }

  /**
   * Values beside the target.
   *
   * @param commit what is promised at least
   * @param stretch what would be more than hoped for
   */
  public record Marks(Optional<BigDecimal> commit, Optional<BigDecimal> stretch) {
    /** No marks. */
    public static final Marks NONE = new Marks(Optional.empty(), Optional.empty());
  }

  /** From one number to another until the end of the cycle. */
  public static Goal of(BigDecimal baseline, BigDecimal target) {
    return new Goal(
        Optional.of(baseline),
        Optional.of(target),
        Optional.empty(),
        Marks.NONE,
        Optional.empty(),
        0,
        List.of());
  }
}
