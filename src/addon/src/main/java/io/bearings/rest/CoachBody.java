package io.bearings.rest;

import io.bearings.coach.KeyResultText;
import io.bearings.coach.ObjectiveText;
import io.bearings.okr.Drafts;
import io.bearings.okr.Message;
import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the coach is to judge. Titles may be empty, for somebody is still typing. */
final class CoachBody {
  /** The longest unit of measure, in UTF-16 units. */
  static final int UNIT_LENGTH = 50;

  /** The largest number, either way of 0. */
  static final BigDecimal NUMBER_LIMIT = BigDecimal.TEN.pow(15);

  private final Body body;
  private final String path;
  private final Map<String, Message> problems;

  private CoachBody(Body body, String path, Map<String, Message> problems) {
    this.body = body;
    this.path = path;
    this.problems = problems;
  }

  /**
   * The objective in a body.
   *
   * @throws Refusal.Invalid naming every field that is unknown, wrong or too long
   */
  static ObjectiveText objective(String json) {
    CoachBody read = new CoachBody(Body.of(json), "", new LinkedHashMap<>());
    ObjectiveText text = read.objective();
    read.finish();
    return text;
  }

  /**
   * The key result in a body.
   *
   * @throws Refusal.Invalid naming every field that is unknown, wrong or too long
   */
  static KeyResultText keyResult(String json) {
    CoachBody read = new CoachBody(Body.of(json), "", new LinkedHashMap<>());
    KeyResultText text = read.keyResult();
    read.finish();
    return text;
  }

  private void finish() {
    body.finish();
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
  }

  private ObjectiveText objective() {
    body.optionalWord("kind", ObjectiveKind.class);
    Optional<String> why = body.optionalText("why");
    why.flatMap(text -> Texts.problem(text, Drafts.WHY_LENGTH))
        .ifPresent(problem -> problem("why", problem));
    return new ObjectiveText(
        line("title", Drafts.TITLE_LENGTH),
        why,
        body.gives("keyResults") ? Optional.of(keyResults()) : Optional.empty());
  }

  private List<KeyResultText> keyResults() {
    List<KeyResultText> keyResults = new ArrayList<>();
    for (Body each : body.objects("keyResults")) {
      String inner = "keyResults[" + keyResults.size() + "].";
      keyResults.add(new CoachBody(each, inner, problems).keyResult());
    }
    if (keyResults.size() > Drafts.KEY_RESULTS) {
      problem("keyResults", Message.of("bearings.error.tooMany", Drafts.KEY_RESULTS));
    }
    return keyResults;
  }

  private KeyResultText keyResult() {
    return new KeyResultText(
        line("title", Drafts.TITLE_LENGTH),
        body.optionalWord("source", Source.class),
        body.optionalWord("nature", Nature.class),
        number("baseline"),
        number("target"),
        line("unit", UNIT_LENGTH),
        body.optionalWord("kind", ObjectiveKind.class),
        confidence(),
        new KeyResultText.Context(
            body.optionalId("kpi"), body.optionalId("objective"), Optional.empty()));
  }

  private String line(String name, int limit) {
    String text = body.text(name);
    Texts.lineProblem(text, limit).ifPresent(problem -> problem(name, problem));
    return text;
  }

  private Optional<BigDecimal> number(String name) {
    Optional<BigDecimal> number = body.optionalNumber(name);
    if (number.filter(given -> given.abs().compareTo(NUMBER_LIMIT) > 0).isPresent()) {
      problem(name, Message.of("bearings.error.tooLarge", NUMBER_LIMIT));
    }
    return number;
  }

  private Optional<Integer> confidence() {
    Optional<BigDecimal> number = body.optionalNumber("confidence");
    boolean wrong = number.filter(given -> !confident(given)).isPresent();
    if (wrong) {
      problem("confidence", Message.of("bearings.coach.error.confidence"));
    }
    return wrong ? Optional.empty() : number.map(BigDecimal::intValue);
  }

  private static boolean confident(BigDecimal number) {
    return number.signum() >= 0
        && number.compareTo(BigDecimal.TEN) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }

  private void problem(String name, Message problem) {
    problems.put(path + name, problem);
  }
}
