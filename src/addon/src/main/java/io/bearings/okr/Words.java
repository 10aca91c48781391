package io.bearings.okr;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody says at a check-in; each may be empty.
 *
 * @param comment what there is to say about the value
 * @param plans what comes next
 * @param progress what has come along
 * @param problems what is in the way
 */
public record Words(String comment, String plans, String progress, String problems) {
  /** The longest of each, in UTF-16 units. */
  public static final int LENGTH = 5_000;

  /** Nothing was said. */
  public static final Words NONE = new Words("", "", "", "");

  /** What is wrong with them, by field. */
  Map<String, Message> problemsByField() {
    Map<String, Message> problems = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("comment", comment);
    texts.put("plans", plans);
    texts.put("progress", progress);
    texts.put("problems", this.problems);
    texts.forEach(
        (field, text) ->
            Texts.problem(text, LENGTH).ifPresent(problem -> problems.put(field, problem)));
    return problems;
  }

  /** The same without blanks around them. */
  Words stripped() {
    return new Words(comment.strip(), plans.strip(), progress.strip(), problems.strip());
  }
}
