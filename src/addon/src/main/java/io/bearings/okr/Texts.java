package io.bearings.okr;

import java.util.Optional;

/**
 * What a text may hold: what every database can keep, within a length. Markup is text like any
 * other and is kept as it was written.
 */
public final class Texts {

  private Texts() {}

  /**
   * What is wrong with a text of one line.
   *
   * @param limit the most UTF-16 units, which is how a browser counts, without the blanks around it
   */
  public static Optional<Message> lineProblem(String text, int limit) {
    return problem(text, limit, false);
  }

  /**
   * What is wrong with a text that may have several lines and tabs.
   *
   * @param limit the most UTF-16 units, which is how a browser counts, without the blanks around it
   */
  public static Optional<Message> problem(String text, int limit) {
    return problem(text, limit, true);
  }

  /** What is wrong with a text of several lines that must not be empty. */
  public static Optional<Message> requiredProblem(String text, int limit) {
    return text.isBlank()
        ? Optional.of(Message.of("bearings.error.required"))
        : problem(text, limit);
  }

  private static Optional<Message> problem(String text, int limit, boolean lines) {
    String stripped = text.strip();
    if (stripped.length() > limit) {
      return Optional.of(Message.of("bearings.error.tooLong", limit, stripped.length()));
    }
    return stripped.codePoints().allMatch(c -> storable(c, lines))
        ? Optional.empty()
        : Optional.of(Message.of("bearings.error.character"));
  }

  private static boolean storable(int codePoint, boolean lines) {
    if (lines && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t')) {
      return true;
    }
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }
}
