package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How far a key result is planned to have come by a day inside its window.
 *
 * @param share the planned share of the way from baseline to target
 */
public record Checkpoint(LocalDate date, BigDecimal share) {

  /**
   * A checkpoint stated as a value.
   *
   * @throws Refusal.Invalid when baseline and target are the same number
   */
  public static Checkpoint of(
      LocalDate date, BigDecimal value, BigDecimal baseline, BigDecimal target) {
    KeyResultScore.checkWay(baseline, target);
    return new Checkpoint(
        date, Decimals.quotient(value.subtract(baseline), target.subtract(baseline)));
  }
}
