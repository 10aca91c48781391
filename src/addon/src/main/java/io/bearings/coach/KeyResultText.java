package io.bearings.coach;

import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A key result as somebody is writing it.
 *
 * @param title as typed, perhaps empty
 * @param source absent: by hand
 * @param nature absent: as its source has it, which is an outcome for one by hand
 * @param baseline what stands in the field; when absent, it is looked for in the title
 * @param target what stands in the field; when absent, it is looked for in the title
 * @param unit of measure, as it is written behind a number; perhaps empty
 * @param kind of its objective, where that is known
 * @param confidence 0 to 10, from publishing on
 * @param context where it stands, as far as that is known
 */
public record KeyResultText(
    String title,
    Optional<Source> source,
    Optional<Nature> nature,
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> target,
    String unit,
    Optional<ObjectiveKind> kind,
    Optional<Integer> confidence,
    Context context) {
  /**
   * Where a key result stands.
   *
   * @param kpiId the KPI that it reads
   * @param objectiveId the objective that it belongs to
   * @param due the last day on which it counts
   */
  public record Context(Optional<Long> kpiId, Optional<Long> objectiveId, Optional<LocalDate> due) {
    /** Nobody knows. */
    public static final Context UNKNOWN =
        new Context(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public KeyResultText {
    title = Objects.requireNonNullElse(title, "");
    unit = Objects.requireNonNullElse(unit, "");
  }

  /** One of which nobody knows where it stands. */
  public KeyResultText(
      String title,
      Optional<Source> source,
      Optional<Nature> nature,
      Optional<BigDecimal> baseline,
      Optional<BigDecimal> target,
      String unit,
      Optional<ObjectiveKind> kind,
      Optional<Integer> confidence) {
    this(title, source, nature, baseline, target, unit, kind, confidence, Context.UNKNOWN);
  }

  /** Only a title. */
  public static KeyResultText of(String title) {
    return new KeyResultText(
        title,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty());
  }

  /** The same with its two numbers, either of which may be absent. */
  public KeyResultText from(Optional<BigDecimal> start, Optional<BigDecimal> aim) {
    return new KeyResultText(title, source, nature, start, aim, unit, kind, confidence, context);
  }

  /** The same with another source. */
  public KeyResultText by(Source other) {
    return new KeyResultText(
        title, Optional.of(other), nature, baseline, target, unit, kind, confidence, context);
  }

  /** The same as an outcome or an output. */
  public KeyResultText as(Nature other) {
    return new KeyResultText(
        title, source, Optional.of(other), baseline, target, unit, kind, confidence, context);
  }

  /** The same with its objective's kind and the confidence of its owner. */
  public KeyResultText published(ObjectiveKind objective, int confident) {
    return new KeyResultText(
        title,
        source,
        nature,
        baseline,
        target,
        unit,
        Optional.of(objective),
        Optional.of(confident),
        context);
  }

  /** The same at a place. */
  public KeyResultText within(Context place) {
    return new KeyResultText(
        title, source, nature, baseline, target, unit, kind, confidence, place);
  }

  /** Whether it counts work instead of measuring what the work brings. */
  public boolean output() {
    return nature.or(() -> source.map(Source::usualNature)).orElse(Nature.OUTCOME) == Nature.OUTPUT;
  }
}
