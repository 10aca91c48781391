package io.bearings.kpi;

import java.util.Optional;

/**
 * What a KPI watches over.
 *
 * @param label how people call a category of their own; absent for the others
 */
public record Category(Kind kind, Optional<String> label) {
  /** The categories. */
  public enum Kind {
    TIMELINE,
    QUALITY,
    COST,
    TEAM,
    VALUE,
    /** One that people named themselves. */
    OWN
  }

  /** One of those that everybody has. */
  public static Category of(Kind kind) {
    return new Category(kind, Optional.empty());
  }

  /** One that people named themselves. */
  public static Category own(String label) {
    return new Category(Kind.OWN, Optional.of(label));
  }
}
