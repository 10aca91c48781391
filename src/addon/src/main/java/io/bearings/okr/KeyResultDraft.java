package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A key result as somebody wrote it; nothing in it is checked yet. What is absent keeps the value
 * that it has, or gets the usual one in a new key result.
 *
 * @param source absent in a new key result: typed in where a number is aimed at, else linked issues
 * @param alignedShare see {@link KeyResultContent}; absent in a new key result: on
 * @param kpi the id of the KPI that it reads
 * @param metric which metric of the work in Jira it reads
 * @param reason why a field that moves the score is changed
 */
public record KeyResultDraft(
    Optional<String> title,
    Optional<String> ownerKey,
    Optional<Source> source,
    Optional<Nature> nature,
    Optional<Measure> measure,
    GoalDraft goal,
    Optional<BigDecimal> weight,
    Optional<WeightBy> weightBy,
    Optional<Boolean> alignedShare,
    Field<Long> kpi,
    Field<String> metric,
    Optional<String> reason) {

  /** One that says nothing of a KPI or a metric. */
  public KeyResultDraft(
      Optional<String> title,
      Optional<String> ownerKey,
      Optional<Source> source,
      Optional<Nature> nature,
      Optional<Measure> measure,
      GoalDraft goal,
      Optional<BigDecimal> weight,
      Optional<WeightBy> weightBy,
      Optional<Boolean> alignedShare,
      Optional<String> reason) {
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
        Field.absent(),
        Field.absent(),
        reason);
  }

  /** A title, and perhaps how it weighs. */
  public static KeyResultDraft of(
      String title, Optional<BigDecimal> weight, Optional<WeightBy> weightBy) {
    return new KeyResultDraft(
        Optional.of(title),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        GoalDraft.UNCHANGED,
        weight,
        weightBy,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a way to go. */
  public KeyResultDraft towards(GoalDraft other) {
    return new KeyResultDraft(
        title,
        ownerKey,
        source,
        nature,
        measure,
        other,
        weight,
        weightBy,
        alignedShare,
        kpi,
        metric,
        reason);
  }

  /** The same with another source. */
  public KeyResultDraft from(Source other) {
    return new KeyResultDraft(
        title,
        ownerKey,
        Optional.of(other),
        nature,
        measure,
        goal,
        weight,
        weightBy,
        alignedShare,
        kpi,
        metric,
        reason);
  }

  /** The same with a reason. */
  public KeyResultDraft because(String why) {
    return new KeyResultDraft(
        title,
        ownerKey,
        source,
        nature,
        measure,
        goal,
        weight,
        weightBy,
        alignedShare,
        kpi,
        metric,
        Optional.of(why));
  }

  /** The same with the share of the window switched on or off. */
  public KeyResultDraft sharing(boolean share) {
    return new KeyResultDraft(
        title,
        ownerKey,
        source,
        nature,
        measure,
        goal,
        weight,
        weightBy,
        Optional.of(share),
        kpi,
        metric,
        reason);
  }

  /** The same that reads a KPI. */
  public KeyResultDraft reading(long kpiId) {
    return new KeyResultDraft(
        title,
        ownerKey,
        source,
        nature,
        measure,
        goal,
        weight,
        weightBy,
        alignedShare,
        Field.of(kpiId),
        metric,
        reason);
  }

  /** The same that reads a metric of the work in Jira. */
  public KeyResultDraft measuring(String call) {
    return new KeyResultDraft(
        title,
        ownerKey,
        Optional.of(Source.JQL),
        nature,
        measure,
        goal,
        weight,
        weightBy,
        alignedShare,
        kpi,
        Field.of(call),
        reason);
  }
}
