package io.bearings.okr;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be written. Each check names every field that is wrong, so that a person corrects a form
 * once. Text is checked for what a database would refuse: length, control characters and halves of
 * characters.
 */
public final class Drafts {
  /** The longest title, in UTF-16 units, which is how a browser counts them. */
  public static final int TITLE_LENGTH = 255;

  /** The longest why, in UTF-16 units. */
  public static final int WHY_LENGTH = 2_000;

  /** The most key results that are created together with an objective. */
  public static final int KEY_RESULTS = 50;

  /** The largest weight of a key result. */
  public static final BigDecimal WEIGHT_LIMIT = BigDecimal.valueOf(1_000_000);

  /** The most decimals of a weight. */
  public static final int WEIGHT_DECIMALS = 6;

  private Drafts() {}

  /**
   * What is wrong with an objective and the key results that are to be created with it, by field;
   * fields of the second key result are named {@code keyResults[1].title} and so on.
   */
  public static Map<String, Message> problems(ObjectiveDraft draft) {
    Map<String, Message> problems = new LinkedHashMap<>();
    title(draft.title()).ifPresent(problem -> problems.put("title", problem));
    Texts.problem(draft.why(), WHY_LENGTH).ifPresent(problem -> problems.put("why", problem));
    if (draft.keyResults().size() > KEY_RESULTS) {
      problems.put("keyResults", Message.of("bearings.error.tooMany", KEY_RESULTS));
      return problems;
    }
    for (int i = 0; i < draft.keyResults().size(); i++) {
      String prefix = "keyResults[" + i + "].";
      problems(draft.keyResults().get(i))
          .forEach((field, problem) -> problems.put(prefix + field, problem));
    }
    return problems;
  }

  /** What is wrong with a key result, by field. */
  public static Map<String, Message> problems(KeyResultDraft draft) {
    Map<String, Message> problems = new LinkedHashMap<>();
    title(draft.title()).ifPresent(problem -> problems.put("title", problem));
    draft.weight().flatMap(Drafts::weight).ifPresent(problem -> problems.put("weight", problem));
    return problems;
  }

  /** The key results of a draft that has no problem. */
  static List<NewKeyResult> accepted(List<KeyResultDraft> drafts) {
    return drafts.stream().map(Drafts::accepted).toList();
  }

  /** The key result of a draft that has no problem. */
  static NewKeyResult accepted(KeyResultDraft draft) {
    return new NewKeyResult(
        draft.title().strip(),
        draft.weight().orElse(BigDecimal.ONE),
        draft.weightBy().orElse(WeightBy.ISSUES));
  }

  private static Optional<Message> title(String title) {
    return title.isBlank()
        ? Optional.of(Message.of("bearings.error.required"))
        : Texts.lineProblem(title, TITLE_LENGTH);
  }

  private static Optional<Message> weight(BigDecimal weight) {
    if (weight.signum() < 0) {
      return Optional.of(Message.of("bearings.error.negative"));
    }
    if (weight.compareTo(WEIGHT_LIMIT) > 0) {
      return Optional.of(Message.of("bearings.error.tooLarge", WEIGHT_LIMIT));
    }
    return weight.stripTrailingZeros().scale() > WEIGHT_DECIMALS
        ? Optional.of(Message.of("bearings.error.decimals", WEIGHT_DECIMALS))
        : Optional.empty();
  }
}
