package io.bearings.review;

import io.bearings.okr.Window;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A key result whose number moves some weeks after the work.
 *
 * @param weeks 1 or more
 * @param from the day from which on the weeks count: half of its work was done by then, or its
 *     window began
 */
public record Lag(Gauge keyResult, int weeks, LocalDate from) {

  /**
   * The lag of a key result.
   *
   * @param window the days in which it was worked on
   * @param finished when its linked issues were finished
   * @return absent where it has none
   */
  static Optional<Lag> of(
      Gauge keyResult, int weeks, Window window, Collection<LocalDate> finished) {
    if (weeks == 0) {
      return Optional.empty();
    }
    List<LocalDate> sorted = finished.stream().sorted().toList();
    LocalDate half = sorted.isEmpty() ? window.first() : sorted.get((sorted.size() - 1) / 2);
    return Optional.of(
        new Lag(keyResult, weeks, half.isAfter(window.first()) ? half : window.first()));
  }

  /** The first day on which the number can have moved. */
  public LocalDate over() {
    return from.plusWeeks(weeks);
  }

  boolean isOver(LocalDate day) {
    return !day.isBefore(over());
  }
}
