package io.bearings.site;

import java.util.List;

/**
 * Something that an administrator should look at.
 *
 * @param subjects what it is about, as far as there is something to name
 * @param count how many of them there are, perhaps more than are named
 */
public record Warning(Kind kind, List<Subject> subjects, int count) {
  public Warning {
    subjects = List.copyOf(subjects);
  }

  /**
   * What a warning is about.
   *
   * @param id its key, or its id where it has none
   * @param name what people call it; the same where that is its key
   */
  public record Subject(String id, String name) {
    static Subject of(String key) {
      return new Subject(key, key);
    }
  }

  /** What is wrong. */
  public enum Kind {
    /** Stored figures differ from those that were counted; the subjects are key results. */
    STORED_FIGURES,
    /** Queries of key results that cannot be asked; the subjects are key results. */
    QUERIES,
    /** The past of projects could not be read; the subjects are ids of projects. */
    READING,
    /** Calls of other systems that were not taken in the last day; the subjects are KPIs. */
    CALLS,
    /** Units in use that nobody leads; the subjects are ids of units. */
    UNITS_WITHOUT_LEAD
  }
}
