package io.bearings.connect.reminders;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What waits to be posted to channels, and the log of what was. For a channel and a day there is
 * one post at most. What is to be said is not kept but found out when it is posted. Every call is
 * one transaction, and throws {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface Posts {
  /** How many are taken at once. */
  int BATCH = 50;

  /**
   * Adds a post to each channel of some people that is on.
   *
   * @param slots the day of each person's post, by their user key; 1 to 50
   */
  void addForPeople(Map<String, LocalDate> slots, Instant at);

  /**
   * Adds posts to channels; those that have one for the day already get no other.
   *
   * @param slots the day, by the id of the channel
   */
  void add(Map<Long, LocalDate> slots, Instant at);

  /**
   * The last day of which a channel of a unit has a post, by the id of the unit: one statement.
   *
   * @param from the first day to look at
   */
  Map<Long, LocalDate> lastOfUnits(LocalDate from);

  /**
   * Takes what is to be posted now; nobody else gets it before a moment.
   *
   * @param until when somebody else may take it, should this node be ended
   * @param limit how many at most, 1 or more
   */
  List<Waiting> take(Instant now, Instant until, int limit);

  /**
   * Says that a post is being sent from now on.
   *
   * @return whether it still waited
   */
  boolean begin(long id);

  /** Says that it was sent in vain, and is to be tried again at a moment. */
  void failed(long id, String note, Instant at, Instant next);

  /**
   * Says what became of it at last.
   *
   * @param note the status or why, without any secret
   */
  void end(long id, State state, String note, Instant at);

  /**
   * Gives up what was being sent by nodes that were ended.
   *
   * @return what was given up, each once
   */
  List<Waiting> lose(Instant now);

  /**
   * The log of a channel, newest first.
   *
   * @param before only entries with a lower id; {@code Long.MAX_VALUE} for the newest
   * @param limit how many at most, 1 or more
   */
  List<Post> log(long channelId, long before, int limit);

  /** Forgets what was added for days before one. */
  void forget(LocalDate before);

  /**
   * A post that waits.
   *
   * @param sealed the sealed address of the channel
   * @param tries how often it was sent in vain
   */
  record Waiting(long id, ChatChannel channel, String sealed, LocalDate slot, int tries) {}

  /**
   * An entry of the log.
   *
   * @param tries how often it was sent in vain
   * @param note the last status or why there is none
   * @param at when that was
   */
  record Post(long id, LocalDate slot, State state, int tries, String note, Instant at) {}

  /** What became of a post. */
  enum State {
    /** It is to be sent, or to be sent again. */
    WAITING,
    /** It is being sent. */
    SENDING,
    /** The service took it. */
    TAKEN,
    /** Nothing waits any more, or the channel is off. */
    NEEDLESS,
    /** It went by mail instead. */
    MAILED,
    /** It was sent often enough, or refused; whoever gets mail was told by mail. */
    GIVEN_UP,
    /** The node that sent it was ended; nobody knows whether it was taken. */
    LOST
  }
}
