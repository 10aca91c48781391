package io.bearings.okr;

import java.time.Duration;
import java.time.Instant;

/**
 * Where it is kept which writes clients have made, so that one that is repeated is not made twice.
 * All calls throw {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface WriteKeys {
  /** After this time a write that was begun and never completed may be made again. */
  Duration ABANDONED_AFTER = Duration.ofMinutes(10);

  /** For this long an answer is kept. */
  Duration KEPT_FOR = Duration.ofHours(24);

  /**
   * Reserves a key for a write, unless it has been used.
   *
   * @param key what tells this write from all others, 64 characters
   * @param request what is asked for, 64 characters
   */
  Reservation reserve(String key, String request, Instant now);

  /** Keeps the answer to a write that was made. */
  void complete(long id, int status, String answer);

  /** Gives a key back, because nothing was written. */
  void release(long id);

  /** What became of a reservation. */
  sealed interface Reservation {
    /** The write may be made now. */
    record Reserved(long id) implements Reservation {}

    /** The write was made before, with this answer. */
    record Answered(int status, String answer) implements Reservation {}

    /** The same write is being made at this moment. */
    record UnderWay() implements Reservation {}

    /** The key was used for something else. */
    record OtherRequest() implements Reservation {}
  }
}
