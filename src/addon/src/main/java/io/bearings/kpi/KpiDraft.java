package io.bearings.kpi;

import io.bearings.okr.Field;
import io.bearings.okr.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A KPI's sheet as somebody wrote it; nothing in it is checked yet. What is absent keeps the value
 * that it has, or gets the usual one on a new sheet.
 *
 * @param ownerKey absent on a new sheet: whoever writes it
 */
public record KpiDraft(
    Optional<String> name,
    Optional<String> measures,
    Optional<Category> category,
    Optional<String> ownerKey,
    Optional<KpiSource> source,
    OfRhythm rhythm,
    OfYardstick yardstick,
    Optional<String> action,
    Optional<List<AutomaticAction>> automatic,
    OfPurpose purpose,
    Optional<List<Dimension>> dimensions) {
  /** Nothing is changed. */
  public static final KpiDraft UNCHANGED =
      new KpiDraft(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OfRhythm.UNCHANGED,
          OfYardstick.UNCHANGED,
          Optional.empty(),
          Optional.empty(),
          OfPurpose.UNCHANGED,
          Optional.empty());

  /**
   * When it gets a value.
   *
   * @param graceDays a whole number is wanted
   */
  public record OfRhythm(
      Optional<Frequency> frequency,
      Optional<Aggregation> aggregation,
      Optional<Boolean> accumulating,
      Optional<BigDecimal> graceDays) {
    /** Nothing is changed. */
    public static final OfRhythm UNCHANGED =
        new OfRhythm(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What makes a value good. */
  public record OfYardstick(
      Optional<Direction> direction,
      Optional<Measure> measure,
      Field<Level> target,
      Field<Level> warning,
      Field<Level> critical,
      Optional<List<Targets.From>> changes) {
    /** Nothing is changed. */
    public static final OfYardstick UNCHANGED =
        new OfYardstick(
            Optional.empty(),
            Optional.empty(),
            Field.absent(),
            Field.absent(),
            Field.absent(),
            Optional.empty());
  }

  /** What it is for. */
  public record OfPurpose(
      Optional<String> why,
      Optional<String> decision,
      Field<BigDecimal> benchmark,
      Optional<String> benchmarkSource,
      Field<LocalDate> reviewOn,
      Optional<List<Served>> serves,
      Field<Grounds> grounds) {
    /** Nothing is changed. */
    public static final OfPurpose UNCHANGED =
        new OfPurpose(
            Optional.empty(),
            Optional.empty(),
            Field.absent(),
            Optional.empty(),
            Field.absent(),
            Optional.empty(),
            Field.absent());
  }

  /** Only a name. */
  public static KpiDraft of(String name) {
    return UNCHANGED.named(name);
  }

  /** The same with a name. */
  public KpiDraft named(String other) {
    return new KpiDraft(
        Optional.of(other),
        measures,
        category,
        ownerKey,
        source,
        rhythm,
        yardstick,
        action,
        automatic,
        purpose,
        dimensions);
  }

  /** The same with another owner. */
  public KpiDraft ownedBy(String personKey) {
    return new KpiDraft(
        name,
        measures,
        category,
        Optional.of(personKey),
        source,
        rhythm,
        yardstick,
        action,
        automatic,
        purpose,
        dimensions);
  }

  /** The same with another source. */
  public KpiDraft from(KpiSource other) {
    return new KpiDraft(
        name,
        measures,
        category,
        ownerKey,
        Optional.of(other),
        rhythm,
        yardstick,
        action,
        automatic,
        purpose,
        dimensions);
  }

  /** The same with another rhythm. */
  public KpiDraft with(OfRhythm other) {
    return new KpiDraft(
        name,
        measures,
        category,
        ownerKey,
        source,
        other,
        yardstick,
        action,
        automatic,
        purpose,
        dimensions);
  }

  /** The same with another yardstick. */
  public KpiDraft with(OfYardstick other) {
    return new KpiDraft(
        name,
        measures,
        category,
        ownerKey,
        source,
        rhythm,
        other,
        action,
        automatic,
        purpose,
        dimensions);
  }

  /** The same with another purpose. */
  public KpiDraft with(OfPurpose other) {
    return new KpiDraft(
        name,
        measures,
        category,
        ownerKey,
        source,
        rhythm,
        yardstick,
        action,
        automatic,
        other,
        dimensions);
  }
}
