package io.bearings.kpi.formula;

import io.bearings.okr.Message;
import java.util.Optional;

/**
 * What is wrong at one place of a formula, or why it has no value.
 *
 * @param text what is wrong, in one sentence
 * @param expected what should stand there, in one sentence; absent where nothing could
 */
public record Problem(Span at, Message text, Optional<Message> expected) {

  static Problem of(Span at, Message text) {
    return new Problem(at, text, Optional.empty());
  }

  static Problem of(Span at, Message text, Message expected) {
    return new Problem(at, text, Optional.of(expected));
  }
}
