package io.bearings.coach;

import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Source;
import java.math.BigDecimal;
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
 */
public record KeyResultText(
    String title,
    Optional<Source> source,
    Optional<Nature> nature,
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> target,
    String unit,
    Optional<ObjectiveKind> kind,
    Optional<Integer> confidence) {
  public KeyResultText {
    title = Objects.requireNonNullElse(title, "");
    unit = Objects.requireNonNullElse(unit, "");
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
    return new KeyResultText(title, source, nature, start, aim, unit, kind, confidence);
  }

  /** The same with another source. */
  public KeyResultText by(Source other) {
    return new KeyResultText(
        title, Optional.of(other), nature, baseline, target, unit, kind, confidence);
  }

  /** The same as an outcome or an output. */
  public KeyResultText as(Nature other) {
    return new KeyResultText(
        title, source, Optional.of(other), baseline, target, unit, kind, confidence);
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
        Optional.of(confident));
  }

  /** Whether it counts work instead of measuring what the work brings. */
  public boolean output() {
    return nature.or(() -> source.map(Source::usualNature)).orElse(Nature.OUTCOME) == Nature.OUTPUT;
  }
}
