package io.bearings.okr;

import java.math.BigDecimal;

/**
 * What somebody wrote about a key result, after it was checked.
 *
 * @param ownerKey the Jira user key of the one person who owns it
 * @param weight its share in the objective's score, relative to the other key results; 0 or more
 * @param weightBy what a linked issue weighs
 * @param alignedShare whether objectives of shorter cycles count with the share of its window that
 *     their cycle covers; for a key result that is fed by objectives
 */
public record KeyResultContent(
    String title,
    String ownerKey,
    Source source,
    Nature nature,
    Measure measure,
    Goal goal,
    BigDecimal weight,
    WeightBy weightBy,
    boolean alignedShare) {

  /** One that takes the share, as is usual. */
  public KeyResultContent(
      String title,
      String ownerKey,
      Source source,
      Nature nature,
      Measure measure,
      Goal goal,
      BigDecimal weight,
      WeightBy weightBy) {
    this(title, ownerKey, source, nature, measure, goal, weight, weightBy, true);
  }

  /** A key result that is fed by linked issues. */
  public static KeyResultContent ofIssues(
      String title, String ownerKey, BigDecimal weight, WeightBy weightBy) {
    return new KeyResultContent(
        title, ownerKey, Source.ISSUES, Nature.OUTPUT, Measure.NUMBER, Goal.NONE, weight, weightBy);
  }
}
