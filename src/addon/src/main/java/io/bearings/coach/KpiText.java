package io.bearings.coach;

import io.bearings.kpi.Aggregation;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Targets;
import io.bearings.okr.Measure;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sheet of a KPI as somebody is writing it.
 *
 * @param name as typed, perhaps empty
 * @param measures what it measures, in words; perhaps empty
 * @param owner the name of whoever answers for it
 * @param frequency absent while nobody said how often it gets a value
 * @param parts what else is there
 */
public record KpiText(
    String name,
    String measures,
    Optional<String> owner,
    Optional<Frequency> frequency,
    Set<Part> parts) {
  /** What a sheet may have or lack. */
  public enum Part {
    /** A formula, a metric, or whoever enters its values. */
    SOURCE,
    /** A warning or a critical threshold. */
    THRESHOLD,
    /** What is done when the threshold is crossed. */
    ACTION,
    /** It is a rate by its measure or by how it is counted. */
    RATE,
    /** An objective that it drives or guards. */
    OBJECTIVE,
    /** Why it is watched although it serves no objective. */
    GROUNDS
  }

  public KpiText {
    name = Objects.requireNonNullElse(name, "");
    measures = Objects.requireNonNullElse(measures, "");
    owner = owner.filter(text -> !text.isBlank());
    parts = Collections.unmodifiableSet(parts.isEmpty() ? Set.of() : EnumSet.copyOf(parts));
  }

  /** Only a name. */
  public static KpiText of(String name) {
    return new KpiText(name, "", Optional.empty(), Optional.empty(), Set.of());
  }

  /**
   * What stands on a sheet.
   *
   * @param owner the name of its owner as people read it
   */
  public static KpiText of(KpiContent content, String owner) {
    Set<Part> parts = EnumSet.of(Part.SOURCE);
    if (hasThreshold(content.yardstick().targets())) {
      parts.add(Part.THRESHOLD);
    }
    if (!content.response().text().isBlank() || !content.response().automatic().isEmpty()) {
      parts.add(Part.ACTION);
    }
    if (content.rhythm().aggregation() == Aggregation.SHARE
        || content.yardstick().measure().kind() == Measure.Kind.PERCENT) {
      parts.add(Part.RATE);
    }
    if (!content.purpose().serves().isEmpty()) {
      parts.add(Part.OBJECTIVE);
    }
    if (content.purpose().grounds().isPresent()) {
      parts.add(Part.GROUNDS);
    }
    return new KpiText(
        content.name(),
        content.measures(),
        Optional.of(owner),
        Optional.of(content.rhythm().frequency()),
        parts);
  }

  private static boolean hasThreshold(Targets targets) {
    Stream<Levels> all =
        Stream.concat(
            Stream.of(targets.first()), targets.changes().stream().map(Targets.From::levels));
    return all.anyMatch(levels -> levels.warning().isPresent() || levels.critical().isPresent());
  }

  /** The same with what it measures. */
  public KpiText measuring(String what) {
    return new KpiText(name, what, owner, frequency, parts);
  }

  /** The same with an owner. */
  public KpiText ownedBy(String person) {
    return new KpiText(name, measures, Optional.of(person), frequency, parts);
  }

  /** The same with a frequency. */
  public KpiText every(Frequency period) {
    return new KpiText(name, measures, owner, Optional.of(period), parts);
  }

  /** The same with other parts. */
  public KpiText having(Set<Part> others) {
    return new KpiText(name, measures, owner, frequency, others);
  }

  boolean has(Part part) {
    return parts.contains(part);
  }
}
