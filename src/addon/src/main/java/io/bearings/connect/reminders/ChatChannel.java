package io.bearings.connect.reminders;

import java.time.Instant;
import java.util.Optional;

/**
 * A channel of a chat service. Its address is a secret and therefore no part of it.
 *
 * @param name what people call it
 * @param on whether anything is to be posted to it
 * @param deadSince since when nothing is posted to it, because the service said that there is no
 *     such channel, or took nothing for too long
 * @param madeBy the user key of whoever set it up, in whose language a unit's channel is written
 * @param version counts the changes; somebody who saves names the version that they saw
 */
public record ChatChannel(
    long id,
    ChatOwner owner,
    ChatKind kind,
    String name,
    boolean on,
    Optional<Instant> deadSince,
    String madeBy,
    int version) {

  /** How many channels a person or a unit has at most. */
  public static final int MOST = 10;
}
