package io.bearings.coach;

import io.bearings.okr.Message;

/**
 * A better wording.
 *
 * @param text what to write; what the person has to fill in stands in square brackets
 * @param usable whether it can replace the text as it is
 */
public record Wording(Message text, boolean usable) {

  /** A wording with something to fill in. */
  static Wording pattern(Message text) {
    return new Wording(text, false);
  }

  /** A whole sentence that says the same in better words. */
  static Wording whole(String text) {
    return new Wording(Message.of("bearings.coach.wording", text), true);
  }
}
