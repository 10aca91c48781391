package io.bearings.review;

import java.util.Optional;

/**
 * What a unit took from its last retrospective.
 *
 * @param treatment what the new cycle makes of it; absent until somebody said so
 */
public record Learning(long id, String text, Optional<Treatment> treatment) {

  /**
   * What a new cycle makes of a learning.
   *
   * @param used whether it shaped the new objectives; else it was set aside
   */
  public record Treatment(boolean used, String reason) {}
}
