package io.bearings.review;

import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.util.Map;
import java.util.Optional;

/**
 * What a unit took from its last retrospective.
 *
 * @param objectiveId the objective that taught it
 * @param decision what was decided for that objective
 * @param treatment what the new cycle makes of it; absent until somebody said so
 */
public record Learning(
    long id,
    long objectiveId,
    Verdict.Decision decision,
    String text,
    Optional<Treatment> treatment) {

  /**
   * What a new cycle makes of a learning.
   *
   * @param used whether it shaped the new objectives; else it was set aside
   */
  public record Treatment(boolean used, String reason) {
    /** The longest reason, in UTF-16 units. */
    public static final int LENGTH = 500;

    Treatment stripped() {
      return new Treatment(used, reason.strip());
    }

    /** What is wrong with it, by field. */
    Map<String, Message> problems() {
      return Texts.requiredProblem(reason, LENGTH)
          .map(problem -> Map.of("reason", problem))
          .orElse(Map.of());
    }
  }
}
