package io.bearings.kpi.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said to a primitive or a metric. */
public sealed interface Argument {

  /**
   * Which issues.
   *
   * @param query in Jira's language, not yet read by it, not blank
   */
  record Jql(String query) implements Argument {}

  /**
   * Which number of an issue.
   *
   * @param name an id or a name as it was written, not yet looked up, not blank
   */
  record Field(String name) implements Argument {}

  /**
   * Which statuses.
   *
   * @param names at least one, as they were written, not yet looked up, without commas
   */
  record Statuses(List<String> names) implements Argument {
    public Statuses {
      names = List.copyOf(names);
    }
  }

  /**
   * Which duration of an issue.
   *
   * @param metric the name of a metric that is a duration, such as {@code lead_time}
   */
  record Duration(String metric) implements Argument {}

  /**
   * How long at most.
   *
   * @param amount more than 0
   */
  record Limit(int amount, TimeUnit unit) implements Argument {}

  /**
   * Instead of the KPI's own period, so long before its end.
   *
   * @param amount more than 0
   * @param unit days or weeks
   */
  record Rolling(int amount, TimeUnit unit) implements Argument {}

  /**
   * Where to look, instead of the scope of the KPI's own sheet.
   *
   * @param name the key of a project, the id of a board, or the id or name of a unit, not yet
   *     looked up
   */
  record Scope(Place place, String name) implements Argument {}

  /**
   * What puts an issue into a period. Without it those count that are there at its end; points and
   * values count when they are resolved.
   */
  enum Placed implements Argument {
    /** Created in it. */
    CREATED,
    /** Resolved in it, and not as out of scope. */
    RESOLVED,
    /** There at its end and not done. */
    OPEN,
    /** There at its end. */
    PRESENT
  }

  /** What issues weigh; without it points. */
  enum Weight implements Argument {
    POINTS,
    /** Each weighs 1. */
    ISSUES
  }

  /** How many figures become one; without it the mean, for the age of work the 85th percentile. */
  enum Statistic implements Argument {
    MEAN,
    MEDIAN,
    P85
  }

  /** Which time counts; without it calendar time. */
  enum Clock implements Argument {
    CALENDAR,
    WORKING
  }

  /** In what a duration is told; without it in hours. */
  enum Told implements Argument {
    HOURS,
    DAYS
  }

  /** What a scope is. */
  enum Place {
    PROJECT,
    BOARD,
    UNIT
  }

  /** The letters behind a number that make it a time, as in {@code "4h"}. */
  enum TimeUnit {
    MINUTES("m"),
    HOURS("h"),
    DAYS("d"),
    WEEKS("w");

    private final String letter;

    TimeUnit(String letter) {
      this.letter = letter;
    }

    boolean isWholeDays() {
      return this == DAYS || this == WEEKS;
    }

    String letter() {
      return letter;
    }

    static Optional<TimeUnit> of(String letter) {
      return Arrays.stream(values())
          .filter(it -> it.letter.equals(letter.toLowerCase(Locale.ROOT)))
          .findFirst();
    }
  }
}
