package io.bearings.talk;

import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A blocker as somebody wrote it; nothing in it is checked yet.
 *
 * @param ownerKey absent: the writer for a new blocker, unchanged for an edited one
 * @param neededFrom perhaps empty
 * @param since absent: today for a new blocker, unchanged for an edited one
 * @param issueKey absent: no issue
 * @param resolved whether it blocks no longer
 */
public record BlockerDraft(
    String text,
    Optional<String> ownerKey,
    String neededFrom,
    Optional<LocalDate> since,
    Optional<String> issueKey,
    boolean resolved) {
  /** The longest text, in UTF-16 units. */
  public static final int LENGTH = 2_000;

  /** The longest answer to whom it waits for, in UTF-16 units. */
  public static final int NEEDED_FROM_LENGTH = 255;

  /** What is wrong with it, by field, as far as it can be said without asking Jira. */
  Map<String, Message> problems(LocalDate today) {
    Map<String, Message> problems = new LinkedHashMap<>();
    Texts.requiredProblem(text, LENGTH).ifPresent(problem -> problems.put("text", problem));
    Texts.lineProblem(neededFrom, NEEDED_FROM_LENGTH)
        .ifPresent(problem -> problems.put("neededFrom", problem));
    if (since.filter(day -> day.isAfter(today)).isPresent()) {
      problems.put("since", Message.of("bearings.error.inTheFuture", today.toString()));
    }
    return problems;
  }
}
