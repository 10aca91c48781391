package io.bearings.okr;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days in which something is to be reached.
 *
 * @param first the first day
 * @param last the last day, included; before the first when it was due before it began
 */
public record Window(LocalDate first, LocalDate last) {

  /**
   * The window of a key result: from the later of the cycle's first day and its activation to its
   * due date, else to the cycle's last day. An objective has no due date of its own.
   */
  public static Window of(
      LocalDate cycleFirst,
      LocalDate cycleLast,
      Optional<LocalDate> activated,
      Optional<LocalDate> due) {
    LocalDate first = activated.filter(cycleFirst::isBefore).orElse(cycleFirst);
    return new Window(first, due.orElse(cycleLast));
  }

  /** Whether the due date has come. */
  public boolean isOver(LocalDate day) {
    return !day.isBefore(last);
  }

  /** Whether a day lies inside, first and last included. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** The days that lie in both; its last day is before its first when there are none. */
  public Window with(Window other) {
    return new Window(
        first.isBefore(other.first) ? other.first : first,
        last.isAfter(other.last) ? other.last : last);
  }
}
