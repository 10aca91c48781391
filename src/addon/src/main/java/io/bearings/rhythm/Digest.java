package io.bearings.rhythm;

import java.time.LocalDate;
import java.util.List;

/**
 * What one person is told on one day.
 *
 * @param personKey the user key of the person
 * @param slot the day, in the person's own time zone
 * @param entries what is listed, at most {@value #MOST}; the most urgent first
 * @param total how many entries there are in all
 * @param overdue how many of all are overdue, or escalated
 */
public record Digest(
    String personKey, LocalDate slot, List<Entry> entries, int total, int overdue) {
  /** How many entries are listed at most; the others are counted. */
  public static final int MOST = 20;

  public Digest {
    entries = List.copyOf(entries);
  }
}
