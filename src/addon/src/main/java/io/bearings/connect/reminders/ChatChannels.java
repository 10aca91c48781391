package io.bearings.connect.reminders;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where channels are kept, with their addresses sealed. Every call is one transaction, and throws
 * {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface ChatChannels {

  /** The channels of an owner, oldest first. */
  List<ChatChannel> of(ChatOwner owner);

  /** A channel. */
  Optional<ChatChannel> channel(long id);

  /** The sealed address of a channel. */
  Optional<String> sealedAddress(long id);

  /**
   * Adds a channel; its version is 1.
   *
   * @return its id
   */
  long add(NewChannel channel);

  /**
   * Changes name and state of a channel.
   *
   * @param changed with the version that is to be changed
   * @param sealed the new sealed address, with which a dead channel lives again; absent: stays
   * @return whether it had that version
   */
  boolean change(ChatChannel changed, Optional<String> sealed);

  /**
   * Removes a channel, with its log.
   *
   * @return whether it had that version
   */
  boolean remove(long id, int version);

  /** The user keys of people with a channel that is on, be it dead: one statement. */
  Set<String> people();

  /** The channels of units that are on, be they dead: one statement. */
  List<ChatChannel> ofUnits();

  /** Says that a channel took something: it is not dead, and nothing was given up since. */
  void took(long id);

  /**
   * Says that something was given up that a channel should have taken.
   *
   * @return how often that happened in a row, 1 or more
   */
  int gaveUp(long id);

  /**
   * Says that a channel is dead.
   *
   * @return whether it was not before
   */
  boolean die(long id, Instant at);

  /**
   * A channel to add.
   *
   * @param sealed the sealed address
   */
  record NewChannel(
      ChatOwner owner, ChatKind kind, String name, boolean on, String sealed, String madeBy) {}
}
