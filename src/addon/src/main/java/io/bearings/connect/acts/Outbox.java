package io.bearings.connect.acts;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Where letters wait until they are sent. Every call is one transaction, and throws {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface Outbox {

  /**
   * The user keys of those for whom letters wait and to whom nothing was sent lately, those who
   * have waited longest first.
   *
   * @param quietSince nothing was sent after
   * @param limit how many at most, 1 or more
   */
  List<String> waiting(Instant now, Instant quietSince, int limit);

  /**
   * Takes all letters that wait for a person, oldest first, to send them at once. They count as
   * sent from now on.
   *
   * @param limit how many at most, 1 or more
   * @return none when somebody else took them, or sent something after {@code quietSince}
   */
  List<Letter> take(String personKey, Instant now, Instant quietSince, int limit);

  /** Puts letters back that could not be sent; they wait until a moment. */
  void putBack(Collection<Long> ids, Instant until);

  /**
   * Drops letters that wait.
   *
   * @return how many there were
   */
  int drop();

  /** Forgets letters that were sent before a moment. */
  void forgetSent(Instant before);
}
