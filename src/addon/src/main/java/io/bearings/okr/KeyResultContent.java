package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What somebody wrote about a key result, after it was checked.
 *
 * @param ownerKey the Jira user key of the one person who owns it
 * @param weight its share in the objective's score, relative to the other key results; 0 or more
 * @param weightBy what a linked issue weighs
 * @param alignedShare whether objectives of shorter cycles count with the share of its window that
 *     their cycle covers; for a key result that is fed by objectives
 * @param kpiId the KPI that it reads; there for the source {@link Source#KPI} and for no other
 * @param metric which metric of the work in Jira it reads, as it was written; there for the source
 *     {@link Source#JQL} and for no other
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
    boolean alignedShare,
    Optional<Long> kpiId,
    Optional<String> metric) {

  /** One that measures nothing in Jira. */
  public KeyResultContent(
      String title,
      String ownerKey,
      Source source,
      Nature nature,
      Measure measure,
      Goal goal,
      BigDecimal weight,
      WeightBy weightBy,
      boolean alignedShare,
      Optional<Long> kpiId) {
    this(
        title,
        ownerKey,
        source,
        nature,
        measure,
        goal,
        weight,
        weightBy,
        alignedShare,
        kpiId,
        Optional.empty());
  }

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

  /** One that reads no KPI. */
  public KeyResultContent(
      String title,
      String ownerKey,
      Source source,
      Nature nature,
      Measure measure,
      Goal goal,
      BigDecimal weight,
      WeightBy weightBy,
      boolean alignedShare) {
    this(
        title,
        ownerKey,
        source,
        nature,
        measure,
        goal,
        weight,
        weightBy,
        alignedShare,
        Optional.empty());
  }

  /** The same that reads a KPI. */
  public KeyResultContent reading(long kpi) {
    return new KeyResultContent(
        title,
        ownerKey,
        Source.KPI,
        nature,
        measure,
        goal,
        weight,
        weightBy,
        alignedShare,
        Optional.of(kpi));
  }

  /** The same that reads a metric of the work in Jira. */
  public KeyResultContent measuring(String call) {
    return new KeyResultContent(
        title,
        ownerKey,
        Source.JQL,
        nature,
        measure,
        goal,
        weight,
        weightBy,
        alignedShare,
        Optional.empty(),
        Optional.of(call));
  }

  /** A key result that is fed by linked issues. */
  public static KeyResultContent ofIssues(
      String title, String ownerKey, BigDecimal weight, WeightBy weightBy) {
    return new KeyResultContent(
        title, ownerKey, Source.ISSUES, Nature.OUTPUT, Measure.NUMBER, Goal.NONE, weight, weightBy);
  }
}
