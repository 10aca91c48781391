package io.bearings.okr;

import io.bearings.okr.Objectives.Edit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where check-ins are kept. Every call is one transaction, and throws {@link Refusal.Unavailable}
 * while the database cannot be used.
 */
public interface CheckIns {
  /**
   * The check-ins of a key result, the latest day first, and of one day the last entered first. One
   * statement.
   *
   * @param before only those behind this one
   * @param limit how many at most
   */
  List<CheckIn> of(long keyResultId, Optional<Mark> before, int limit);

  /**
   * All check-ins of some key results, by key result, the earliest entered first. One statement.
   */
  List<CheckIn> ofAll(Collection<Long> keyResultIds);

  /**
   * Adds a check-in, writes what all check-ins of the key result now amount to, and tells those who
   * own or follow it: all of it or nothing. Two who save at once are taken one after the other.
   *
   * <p>An entry is never told to be from before one that was there already: of two who save at
   * once, or on nodes whose clocks differ, the one that was taken last is also the later one.
   *
   * @throws Refusal.Invalid when the key result has no such check-in to replace, or that was
   *     replaced already
   * @throws Refusal.NotFound when the key result is gone
   */
  Entered add(NewCheckIn checkIn, Edit by);

  /**
   * A check-in that was added.
   *
   * @param at when it counts as entered: the time of the edit, or that of the last entry of the key
   *     result if that is later
   */
  record Entered(long id, Instant at) {}

  /** A place in the list of check-ins. */
  record Mark(LocalDate on, long id) {}
}
