package io.bearings.okr;

import java.math.BigDecimal;

/**
 * What somebody wrote about a key result, after it was checked.
 *
 * @param ownerKey the Jira user key of the one person who owns it
 * @param weight its share in the objective's score, relative to the other key results; 0 or more
 * @param weightBy what a linked issue weighs
 */
public record KeyResultContent(
    String title,
    String ownerKey,
    Source source,
    Nature nature,
    Measure measure,
    Goal goal,
    BigDecimal weight,
    WeightBy weightBy) {

  /** A key result that is fed by linked issues. */
  public static KeyResultContent ofIssues(
      String title, String ownerKey, BigDecimal weight, WeightBy weightBy) {
    return new KeyResultContent(
        title, ownerKey, Source.ISSUES, Nature.OUTPUT, Measure.NUMBER, Goal.NONE, weight, weightBy);
  }
}
