package io.bearings.talk;

import java.time.Instant;
import java.util.List;

/**
 * Something that somebody said in a thread. It is never changed.
 *
 * @param byKey the user key of the person who said it
 * @param text as it was written; markup is text
 */
public record Remark(long id, Subject subject, String byKey, Instant at, String text) {

  /** The user keys of those whom it mentions. */
  public List<String> mentions() {
    return Mentions.in(text);
  }
}
