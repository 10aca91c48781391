package io.bearings.rhythm;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A line of a digest.
 *
 * @param ownerKey the user key of whoever is to check in
 * @param slot the day of the first slot without its check-in
 */
public record Entry(
    Kind kind, long keyResultId, String title, long unitId, String ownerKey, LocalDate slot) {
  /** What waits longest comes first, and what other people have to do last. */
  static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::kind)
          .thenComparing(Entry::slot)
          .thenComparing(Entry::keyResultId);

  /** What is said of a key result. */
  public enum Kind {
    /** One full day passed since the day of the slot. */
    OVERDUE,
    /** The day of the slot has come. */
    DUE,
    /** The slot comes in the next days. */
    COMING,
    /** Somebody else has not checked it in, in a unit that the person leads. */
    ESCALATED
  }
}
