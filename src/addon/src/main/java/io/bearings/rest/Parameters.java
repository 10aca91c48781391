package io.bearings.rest;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.AsOf;
import io.bearings.progress.Knowledge;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** What comes as text in an address. */
final class Parameters {
  private Parameters() {}

  /**
   * The id in a path.
   *
   * @throws Refusal.NotFound when it is no number: then there is no such thing
   */
  static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Refusal.NotFound(text);
    }
  }

  /**
   * A text that a query must have.
   *
   * @throws Refusal.Invalid naming the parameter when it is missing
   */
  static String required(String name, String text) {
    if (text == null || text.isBlank()) {
      throw new Refusal.Invalid(Map.of(name, Message.of("bearings.error.required")));
    }
    return text;
  }

  /**
   * A whole number in a query.
   *
   * @throws Refusal.Invalid naming the parameter when it is none
   */
  static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal.Invalid(Map.of(name, Message.of("bearings.error.noNumber")));
    }
  }

  /**
   * An id in a query, which may be missing.
   *
   * @throws Refusal.Invalid naming the parameter when it is no number
   */
  static Optional<Long> optionalId(String name, String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      throw new Refusal.Invalid(Map.of(name, Message.of("bearings.error.noId")));
    }
  }

  /**
   * The id before which a list goes on; without a cursor it begins with the latest.
   *
   * @throws Refusal.Invalid when it is no cursor of ours
   */
  static long before(String cursor) {
    return optionalId("cursor", cursor).orElse(Long.MAX_VALUE);
  }

  /**
   * The id after which a list goes on; without a cursor it begins with the first.
   *
   * @throws Refusal.Invalid when it is no cursor of ours
   */
  static long after(String cursor) {
    return optionalId("cursor", cursor).orElse(0L);
  }

  /**
   * An id that a query must have.
   *
   * @throws Refusal.Invalid naming the parameter when it is missing or no number
   */
  static long requiredId(String name, String text) {
    return optionalId(name, text)
        .orElseThrow(
            () -> new Refusal.Invalid(Map.of(name, Message.of("bearings.error.required"))));
  }

  /**
   * A day in a query, which may be missing.
   *
   * @throws Refusal.Invalid naming the parameter when it is no day of the form {@code 2026-10-31}
   */
  static Optional<LocalDate> optionalDay(String name, String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      throw new Refusal.Invalid(Map.of(name, Message.of("bearings.error.noDay")));
    }
  }

  /**
   * From where a past day is looked at: {@code then} as known then; without it with what is known
   * today.
   *
   * @throws Refusal.Invalid when it is another word
   */
  static Knowledge knowledge(String known) {
    if (known == null || known.isBlank() || known.equals("now")) {
      return Knowledge.BY_EFFECTIVE_DATE;
    }
    if (known.equals("then")) {
      return Knowledge.AS_KNOWN_THEN;
    }
    throw new Refusal.Invalid(Map.of("known", Message.of("bearings.error.noWord", "now, then")));
  }

  /** The past day that is asked for, if one is. */
  static Optional<AsOf> asOf(String day, String known) {
    Knowledge knowledge = knowledge(known);
    return optionalDay("asOf", day).map(on -> new AsOf(on, knowledge));
  }
}
