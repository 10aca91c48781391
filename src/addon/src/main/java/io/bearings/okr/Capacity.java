package io.bearings.okr;

import java.math.BigDecimal;

/**
 * How much a unit can work.
 *
 * @param members how many people work in it; 0 while nobody has said so
 * @param hoursPerDay the hours that each of them works on a working day, over 0 and at most 24
 * @param focusShare the part of these hours that is free for objectives, 0 to 1
 */
public record Capacity(int members, BigDecimal hoursPerDay, BigDecimal focusShare) {
  /** What a unit begins with. */
  public static final Capacity DEFAULT =
      new Capacity(0, BigDecimal.valueOf(8), new BigDecimal("0.6"));
}
