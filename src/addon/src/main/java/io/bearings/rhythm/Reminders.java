package io.bearings.rhythm;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where it is kept who was reminded. Whoever reminds people claims them first, a batch at a time,
 * so that of several nodes one alone reminds a person of a slot. A batch counts as told as soon as
 * its run claims the next batch or ends; of a run that ends in neither way the last batch is lost,
 * and no other. Every call is one transaction, and throws {@link Refusal.Unavailable} while the
 * database cannot be used.
 */
public interface Reminders {
  /** How many people are claimed at once at most. */
  int BATCH = 50;

  /**
   * What people were told from a day on, by their user key: one statement.
   *
   * @param from the first day
   */
  Map<String, Reminded> since(LocalDate from);

  /**
   * Takes it on to remind people: one statement, unless another node claims the same people at the
   * same moment.
   *
   * @return the user keys of those whom nobody else has claimed for their slot
   */
  Set<String> claim(Batch batch);

  /** Says that all batches of a run were told: one statement. */
  void end(String run);

  /**
   * Gives up batches that were claimed before a moment by runs that never went on, and counts the
   * other batches of these runs as told.
   *
   * @return whom nobody told, each once
   */
  List<Claimed> lose(Instant before);

  /**
   * What a person was told, newest first.
   *
   * @param limit how many at most
   */
  List<Past> of(String personKey, int limit);

  /** Forgets what was claimed before a moment. */
  void forget(Instant before);

  /**
   * People who are claimed together.
   *
   * @param run names the run, at most 36 characters
   * @param number counts the batches of the run from 1
   * @param digests one a person, 1 to {@value #BATCH}
   */
  record Batch(String run, int number, Instant at, List<Digest> digests) {
    public Batch {
      digests = List.copyOf(digests);
    }
  }

  /** A person and the day that they were to be reminded of. */
  record Claimed(String personKey, LocalDate slot) {}

  /**
   * A reminder of a person.
   *
   * @param total how many key results it named
   * @param overdue how many of them were overdue
   */
  record Past(LocalDate slot, Instant at, State state, int total, int overdue) {}

  /** What became of a reminder. */
  enum State {
    /** Somebody took it on. */
    CLAIMED,
    /** The person was told. */
    TOLD,
    /** Whoever took it on was ended before the person was told; the next digest says it again. */
    LOST
  }
}
