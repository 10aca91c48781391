package io.bearings.rhythm;

import io.bearings.okr.Refusal;
import java.util.List;
import java.util.Set;

/**
 * Channels of people's own, which are posted to later and not by whoever reminds. Every call throws
 * {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface Chats {

  /** The user keys of people who have such a channel: one statement. */
  Set<String> people();

  /**
   * Has the channels of some people posted to: two statements.
   *
   * @param digests one a person, 1 to {@link Reminders#BATCH}
   */
  void post(List<Digest> digests);
}
