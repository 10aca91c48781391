package io.bearings.kpi;

import java.time.LocalDate;
import java.util.List;

/**
 * What a KPI aims at, always the same or from period to period. Each of the three levels stays as
 * it was said last: a period without a target of its own has that of the one before.
 *
 * @param first what holds before anything is changed
 * @param changes from the earliest to the latest
 */
public record Targets(Levels first, List<From> changes) {
  public Targets {
    changes = List.copyOf(changes);
  }

  /**
   * Other levels from a day on.
   *
   * @param day they hold for the period that contains it and for those after it
   * @param levels what is absent stays as it was
   */
  public record From(LocalDate day, Levels levels) {}

  /** The same levels for every period. */
  public static Targets always(Levels levels) {
    return new Targets(levels, List.of());
  }

  /** What holds for a period. */
  public Levels of(Period period) {
    return until(period.last());
  }

  /** What holds on a day, that day's change included. */
  Levels until(LocalDate day) {
    Levels levels = first;
    for (From change : changes) {
      if (!change.day().isAfter(day)) {
        levels = change.levels().over(levels);
      }
    }
    return levels;
  }
}
