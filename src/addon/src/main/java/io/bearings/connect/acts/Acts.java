package io.bearings.connect.acts;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where acts are kept. Every call is one transaction, and throws {@link Refusal.Unavailable} while
 * the database cannot be used.
 */
public interface Acts {

  /**
   * Writes down all that is to be done because of some news, unless it is written down already: the
   * notices and letters with the act that tells, and the other acts, of which those that the breach
   * has already are left out.
   *
   * @return whether the news was new
   */
  boolean begin(News news);

  /** The acts of a breach, oldest first. */
  List<Act> ofBreach(long breachId);

  /** The act with this id. */
  Optional<Act> act(long id);

  /**
   * The acts whose time has come, those that have waited longest first.
   *
   * @param limit how many at most, 1 or more
   */
  List<Act> due(Instant now, int limit);

  /**
   * Takes an act to do it, unless somebody else took it since it was read.
   *
   * @return whether it was taken
   */
  boolean take(Act act, Instant now);

  /** Keeps what came of an act that was taken. */
  void settle(long id, Outcome outcome, Instant now);

  /**
   * Sees to acts that were taken and never settled, because the node that did them is gone: calls
   * are made again, as whoever is called knows them by their number; of all others nobody knows
   * whether they were done.
   *
   * @param before those that were taken before
   */
  void settleAbandoned(Instant before, Instant now);

  /**
   * Lets an act that is not done be done again.
   *
   * @param seen the state in which it was seen
   * @return whether it was in that state still
   */
  boolean again(long id, ActState seen, Instant now);

  /** Calls off the acts of a breach that wait. */
  void callOff(long breachId);
}
