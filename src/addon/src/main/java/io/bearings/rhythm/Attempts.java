package io.bearings.rhythm;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The log of digests that a channel did not take. What is not in it was taken at once. Every call
 * is one transaction, and throws {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface Attempts {

  /** Adds what was not taken. */
  void add(NewAttempt attempt);

  /**
   * Takes what is to be tried again; nobody else gets it before a moment.
   *
   * @param until when somebody else may take it, should this node be ended
   * @param limit how many at most, 1 or more
   */
  List<Attempt> take(Instant now, Instant until, int limit);

  /**
   * Says that it was tried once more, in vain.
   *
   * @param next when it is tried again; absent: it is given up
   */
  void failed(long id, String note, Instant at, Optional<Instant> next);

  /** Says that it was taken at last, or is needed no more. */
  void settled(long id, Instant at);

  /**
   * The log, newest first.
   *
   * @param before only entries with a lower id; {@code Long.MAX_VALUE} for the newest
   * @param limit how many at most, 1 or more
   */
  List<Attempt> log(long before, int limit);

  /** Forgets what was added before a moment. */
  void forget(Instant before);

  /**
   * What was not taken.
   *
   * @param note why, without any secret
   * @param next when it is tried again
   */
  record NewAttempt(
      String personKey,
      LocalDate slot,
      ChannelKind channel,
      String note,
      Instant at,
      Optional<Instant> next) {}

  /**
   * An entry of the log.
   *
   * @param tries how often it was tried, 1 or more
   * @param at when it was tried last
   */
  record Attempt(
      long id,
      String personKey,
      LocalDate slot,
      ChannelKind channel,
      State state,
      int tries,
      String note,
      Instant at) {}

  /** What became of it. */
  enum State {
    /** It is tried again. */
    WAITING,
    /** It was taken at last, or nothing waits any more. */
    SETTLED,
    /** It was tried often enough. */
    GIVEN_UP
  }
}
