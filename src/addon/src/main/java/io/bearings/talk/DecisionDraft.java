package io.bearings.talk;

import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A decision as somebody wrote it; nothing in it is checked yet.
 *
 * @param reason perhaps empty
 * @param on absent: today
 */
public record DecisionDraft(String text, String reason, Optional<LocalDate> on) {
  /** The longest text and the longest reason, in UTF-16 units. */
  public static final int LENGTH = 2_000;

  /** What is wrong with it, by field. */
  Map<String, Message> problems(LocalDate today) {
    Map<String, Message> problems = new LinkedHashMap<>();
    Texts.requiredProblem(text, LENGTH).ifPresent(problem -> problems.put("text", problem));
    Texts.problem(reason, LENGTH).ifPresent(problem -> problems.put("reason", problem));
    if (on.filter(day -> day.isAfter(today)).isPresent()) {
      problems.put("on", Message.of("bearings.error.inTheFuture", today.toString()));
    }
    return problems;
  }
}
