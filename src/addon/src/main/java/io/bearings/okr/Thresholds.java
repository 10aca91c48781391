package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * From which pace on an objective or key result is on track or at risk; below that it is off track.
 *
 * @param onTrack the least pace that is on track, at most 1
 * @param atRisk the least pace that is at risk; over 0 and under {@code onTrack}
 */
public record Thresholds(BigDecimal onTrack, BigDecimal atRisk) {
  /** What a site begins with. */
  public static final Thresholds DEFAULT =
      new Thresholds(new BigDecimal("0.90"), new BigDecimal("0.70"));

  /**
   * @throws IllegalArgumentException unless 0 &lt; atRisk &lt; onTrack ≤ 1
   */
  public Thresholds {
    Objects.requireNonNull(onTrack, "onTrack");
    Objects.requireNonNull(atRisk, "atRisk");
    if (atRisk.signum() <= 0
        || atRisk.compareTo(onTrack) >= 0
        || onTrack.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("Not 0 < " + atRisk + " < " + onTrack + " <= 1");
    }
  }

  /**
   * Where something stands that has come {@code reached} of what was {@code expected}. The exact
   * threshold belongs to the better side.
   *
   * @param expected over 0
   * @return on track, at risk or off track
   */
  Status judge(BigDecimal reached, BigDecimal expected) {
    if (Decimals.atLeast(reached, onTrack.multiply(expected))) {
      return Status.ON_TRACK;
    }
    return Decimals.atLeast(reached, atRisk.multiply(expected)) ? Status.AT_RISK : Status.OFF_TRACK;
  }
}
