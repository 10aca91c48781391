package io.bearings.okr;

import java.math.BigDecimal;

/**
 * How a team will know that it arrived.
 *
 * @param weight its share in the objective's score, relative to the other key results; 0 or more
 * @param weightBy what a linked issue weighs
 * @param version counts the changes; somebody who saves names the version that they saw
 */
public record KeyResult(
    long id, long objectiveId, String title, BigDecimal weight, WeightBy weightBy, int version) {

  /** The key that people see, for example {@code KR-34}. */
  public String key() {
    return keyOf(id);
  }

  /** The key that a key result with this id has. */
  public static String keyOf(long id) {
    return "KR-" + id;
  }
}
