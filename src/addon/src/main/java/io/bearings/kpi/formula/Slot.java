package io.bearings.kpi.formula;

import java.util.List;

/** What can stand at one place in the brackets of a primitive or a metric. */
public enum Slot {
  /** A query in quotes. */
  JQL,
  /** A number field, as a word or in quotes. */
  FIELD,
  /** The name of a status in quotes, or of several with commas between them. */
  STATUSES,
  /** The name of a metric that is a duration. */
  DURATION,
  /** A time in quotes, such as {@code "4h"}. */
  LIMIT,
  /** One of {@code created}, {@code resolved}, {@code open}, {@code present}. */
  PLACED,
  /** One of {@code points}, {@code issues}. */
  WEIGHT,
  /** One of {@code mean}, {@code median}, {@code p85}. */
  STATISTIC,
  /** One of {@code calendar}, {@code working}. */
  CLOCK,
  /** One of {@code hours}, {@code days}. */
  TOLD,
  /** {@code project("KEY")}, {@code board(12)} or {@code unit("name")}. */
  SCOPE,
  /** {@code rolling("30d")}. */
  ROLLING;

  /**
   * The words that can stand there, where they are few; those of durations are in the catalogue.
   */
  public List<String> words() {
    return switch (this) {
      case PLACED -> List.of("created", "resolved", "open", "present");
      case WEIGHT -> List.of("points", "issues");
      case STATISTIC -> List.of("mean", "median", "p85");
      case CLOCK -> List.of("calendar", "working");
      case TOLD -> List.of("hours", "days");
      default -> List.of();
    };
  }

  /** The calls that can stand there. */
  public List<String> calls() {
    return switch (this) {
      case SCOPE -> List.of("project", "board", "unit");
      case ROLLING -> List.of("rolling");
      default -> List.of();
    };
  }
}
