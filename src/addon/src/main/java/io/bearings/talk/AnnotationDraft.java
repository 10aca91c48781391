package io.bearings.talk;

import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation as somebody wrote it; nothing in it is checked yet.
 *
 * @param first absent: today
 */
public record AnnotationDraft(String text, Optional<LocalDate> first, Optional<LocalDate> last) {
  /** The longest text, in UTF-16 units. */
  public static final int LENGTH = 2_000;

  /** What is wrong with it, by field. */
  Map<String, Message> problems(LocalDate today) {
    Map<String, Message> problems = new LinkedHashMap<>();
    Texts.requiredProblem(text, LENGTH).ifPresent(problem -> problems.put("text", problem));
    LocalDate from = first.orElse(today);
    if (last.isPresent() && last.get().isBefore(from)) {
      problems.put("to", Message.of("bearings.error.endsBeforeItBegins", from.toString()));
    }
    return problems;
  }
}
