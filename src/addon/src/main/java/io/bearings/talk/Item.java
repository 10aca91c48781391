package io.bearings.talk;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that people talk about, with what must be known about it.
 *
 * @param objectiveId the objective that it is or belongs to
 * @param keyResultId the key result that it is or belongs to
 * @param key of the objective or key result, as people see it; a check-in has that of its key
 *     result
 * @param title of the objective or key result
 * @param ownerKey the user key of the person who owns the objective or key result
 * @param authorKey of a check-in, the user key of the person who made it
 */
public record Item(
    Subject subject,
    long objectiveId,
    Optional<Long> keyResultId,
    String key,
    String title,
    String ownerKey,
    Optional<String> authorKey,
    Audience audience) {

  /** The same for something that belongs to it, such as a check-in of the key result. */
  public Item as(Subject other) {
    return new Item(other, objectiveId, keyResultId, key, title, ownerKey, authorKey, audience);
  }

  /** The people whom a word about this concerns first: owner and author. */
  Stream<String> concerned() {
    return Stream.concat(Stream.of(ownerKey), authorKey.stream());
  }
}
