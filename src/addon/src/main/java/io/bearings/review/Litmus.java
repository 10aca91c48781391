package io.bearings.review;

import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The answers to the questions that are asked before a unit sets off. The last one opens the
 * retrospective.
 *
 * @param last who wrote them and when; absent while nobody has
 * @param version counts the changes; 0 while nobody wrote anything
 */
public record Litmus(Draft answers, Optional<Written> last, int version) {
  /** Before anybody answered. */
  public static final Litmus NONE = new Litmus(new Draft("", ""), Optional.empty(), 0);

  /** The longest answer, in UTF-16 units, which is how a browser counts them. */
  public static final int LENGTH = 2_000;

  /**
   * Answers as somebody wrote them; nothing in them is checked yet.
   *
   * @param whyItMatters why this cycle's objectives matter, perhaps empty
   * @param stillLose what would be missing if all of it were reached and we still lost, perhaps
   *     empty
   */
  public record Draft(String whyItMatters, String stillLose) {
    public Draft {
      whyItMatters = Objects.requireNonNullElse(whyItMatters, "");
      stillLose = Objects.requireNonNullElse(stillLose, "");
    }

    /** What is wrong with the answers, by field. An answer may be left for later. */
    public Map<String, Message> problems() {
      Map<String, Message> problems = new LinkedHashMap<>();
      Texts.problem(whyItMatters, LENGTH).ifPresent(it -> problems.put("whyItMatters", it));
      Texts.problem(stillLose, LENGTH).ifPresent(it -> problems.put("stillLose", it));
      return problems;
    }

    /** The same without blanks around the answers. */
    public Draft stripped() {
      return new Draft(whyItMatters.strip(), stillLose.strip());
    }
  }

  /**
   * Who wrote, and when.
   *
   * @param byKey the user key
   */
  public record Written(String byKey, Instant at) {}

  /** Whether every question has an answer. */
  public boolean isAnswered() {
    return !answers.whyItMatters().isBlank() && !answers.stillLose().isBlank();
  }
}
