package io.bearings.coach;

import io.bearings.okr.Message;
import java.util.Optional;

/**
 * What the coach says about one thing.
 *
 * @param reason what is wrong, and why it matters
 * @param better a better wording, where there is one
 * @param action what one may do about it at once, where there is something
 * @param span the part of the title that it is about; absent when it is about the whole
 */
public record Finding(
    Rule rule,
    Message reason,
    Optional<Wording> better,
    Optional<Action> action,
    Optional<Span> span) {

  static Finding of(Rule rule, Message reason) {
    return new Finding(rule, reason, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Finding better(Wording wording) {
    return new Finding(rule, reason, Optional.of(wording), action, span);
  }

  Finding action(Action what) {
    return new Finding(rule, reason, better, Optional.of(what), span);
  }

  Finding at(Span where) {
    return new Finding(rule, reason, better, action, Optional.of(where));
  }

  /** How much it matters. */
  public Severity severity() {
    return rule.severity();
  }
}
