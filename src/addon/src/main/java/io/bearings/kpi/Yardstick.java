package io.bearings.kpi;

import io.bearings.okr.Measure;

/**
 * What makes a value good.
 *
 * @param measure what the numbers count; unlike in a key result a percentage may be under 0 or over
 *     100, as a variance is
 */
public record Yardstick(Direction direction, Measure measure, Targets targets) {
  /** The more the better, nothing aimed at. */
  public static final Yardstick DEFAULT =
      new Yardstick(Direction.HIGHER, Measure.NUMBER, Targets.always(Levels.NONE));
}
