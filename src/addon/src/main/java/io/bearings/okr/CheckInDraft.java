package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A check-in as somebody wrote it; nothing in it is checked yet.
 *
 * @param value absent: only confidence and words
 * @param confidence required, 0 to 10
 * @param on absent: today
 * @param replaces the check-in that it corrects
 */
public record CheckInDraft(
    Optional<BigDecimal> value,
    Optional<BigDecimal> confidence,
    Optional<LocalDate> on,
    Words words,
    Optional<Long> replaces) {
  /** Sources whose value somebody enters. */
  private static final Set<Source> ENTERED = Set.of(Source.MANUAL, Source.BINARY, Source.MAINTAIN);

  /**
   * What is wrong with it, by field.
   *
   * @param cycle the days in which a value may lie; absent in the backlog
   * @param today in the time zone of the site
   */
  Map<String, Message> problems(KeyResult keyResult, Optional<Window> cycle, LocalDate today) {
    Map<String, Message> problems = new LinkedHashMap<>();
    value
        .flatMap(given -> valueProblem(keyResult, given))
        .ifPresent(problem -> problems.put("value", problem));
    Drafts.confidence(confidence).ifPresent(problem -> problems.put("confidence", problem));
    dayProblem(on.orElse(today), cycle, today).ifPresent(problem -> problems.put("on", problem));
    problems.putAll(words.problemsByField());
    return problems;
  }

  private static Optional<Message> valueProblem(KeyResult keyResult, BigDecimal value) {
    Source source = keyResult.source();
    if (!ENTERED.contains(source)) {
      return Optional.of(Message.of("bearings.error.valueOfItsOwn", source.text()));
    }
    if (source == Source.BINARY) {
      return value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0
          ? Optional.empty()
          : Optional.of(Message.of("bearings.error.notBinary"));
    }
    return keyResult.measure().problem(value);
  }

  /** Why nothing can be entered about a day. */
  static Optional<Message> dayProblem(LocalDate day, Optional<Window> cycle, LocalDate today) {
    if (day.isAfter(today)) {
      return Optional.of(Message.of("bearings.error.inTheFuture", today.toString()));
    }
    return cycle
        .filter(days -> !days.contains(day))
        .map(
            days ->
                Message.of(
                    "bearings.error.notInCycle", days.first().toString(), days.last().toString()));
  }

  /** The check-in of a draft that has no problem. */
  NewCheckIn accepted(long keyResultId, LocalDate today, Tag tag) {
    return new NewCheckIn(
        keyResultId,
        value,
        confidence.map(BigDecimal::intValueExact).orElse(0),
        on.orElse(today),
        words.stripped(),
        replaces,
        tag);
  }
}
