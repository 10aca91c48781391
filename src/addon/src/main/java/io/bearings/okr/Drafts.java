package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be written. A draft is laid over what there is, and the whole is then checked, so that
 * two fields that do not fit together are found whichever of them was changed. Each check names
 * every field that is wrong, so that a person corrects a form once.
 */
public final class Drafts {
  /** The longest title, in UTF-16 units, which is how a browser counts them. */
  public static final int TITLE_LENGTH = 255;

  /** The longest why, in UTF-16 units. */
  public static final int WHY_LENGTH = 2_000;

  /** The longest reason for a change, in UTF-16 units. */
  public static final int REASON_LENGTH = 255;

  /** The most key results that are created together with an objective. */
  public static final int KEY_RESULTS = 50;

  /** The largest weight of a key result or a contribution. */
  public static final BigDecimal WEIGHT_LIMIT = BigDecimal.valueOf(1_000_000);

  /** The most decimals of a weight. */
  public static final int WEIGHT_DECIMALS = 6;

  /** The most labels of an objective. */
  public static final int LABELS = 10;

  /** The longest label, in UTF-16 units. */
  public static final int LABEL_LENGTH = 30;

  /** The most custom fields of an objective. */
  public static final int CUSTOM_FIELDS = 20;

  /** The most projects, and the most contributing units. */
  public static final int PLACES = 20;

  private Drafts() {}

  /** The content of a new objective, not checked yet; its projects are looked up elsewhere. */
  static ObjectiveContent content(ObjectiveDraft draft, String writerKey) {
    return content(draft, ObjectiveContent.of("", "", draft.ownerKey().orElse(writerKey)));
  }

  /** A draft over what there is. */
  static ObjectiveContent content(ObjectiveDraft draft, ObjectiveContent before) {
    return new ObjectiveContent(
        draft.title().map(String::strip).orElse(before.title()),
        draft.why().map(String::strip).orElse(before.why()),
        draft.ownerKey().orElse(before.ownerKey()),
        draft.kind().orElse(before.kind()),
        draft.visibility().orElse(before.visibility()),
        draft.reviewOn().over(before.reviewOn()),
        draft.labels().map(Drafts::labels).orElse(before.labels()),
        draft.fields().orElse(before.fields()),
        before.projectIds(),
        draft.contributingUnitIds().orElse(before.contributingUnitIds()));
  }

  private static List<String> labels(List<String> given) {
    return given.stream().map(String::strip).distinct().toList();
  }

  /** What is wrong with the content of an objective, by field. */
  static Map<String, Message> problems(ObjectiveContent content) {
    Map<String, Message> problems = new LinkedHashMap<>();
    title(content.title()).ifPresent(problem -> problems.put("title", problem));
    Texts.problem(content.why(), WHY_LENGTH).ifPresent(problem -> problems.put("why", problem));
    labelProblem(content.labels()).ifPresent(problem -> problems.put("labels", problem));
    problems.putAll(fieldProblems(content.fields()));
    if (content.contributingUnitIds().size() > PLACES) {
      problems.put("contributingUnits", Message.of("bearings.error.tooMany", PLACES));
    }
    return problems;
  }

  private static Optional<Message> labelProblem(List<String> labels) {
    if (labels.size() > LABELS) {
      return Optional.of(Message.of("bearings.error.tooMany", LABELS));
    }
    return labels.stream().flatMap(label -> labelProblem(label).stream()).findFirst();
  }

  private static Optional<Message> labelProblem(String label) {
    if (label.isBlank()) {
      return Optional.of(Message.of("bearings.error.required"));
    }
    return label.indexOf('|') >= 0
        ? Optional.of(Message.of("bearings.error.character"))
        : Texts.lineProblem(label, LABEL_LENGTH);
  }

  /** Each custom field that is wrong is named with its own name, such as {@code fields.Theme}. */
  private static Map<String, Message> fieldProblems(Map<String, String> fields) {
    if (fields.size() > CUSTOM_FIELDS) {
      return Map.of("fields", Message.of("bearings.error.tooMany", CUSTOM_FIELDS));
    }
    Map<String, Message> problems = new LinkedHashMap<>();
    fields.forEach(
        (name, value) ->
            title(name)
                .or(() -> Texts.lineProblem(value, TITLE_LENGTH))
                .ifPresent(problem -> problems.put("fields." + name, problem)));
    return problems;
  }

  /** The content of a new key result, not checked yet. */
  static KeyResultContent content(KeyResultDraft draft, String ownerKey) {
    Source source = draft.source().orElseGet(() -> usualSource(draft.goal()));
    KeyResultContent usual =
        new KeyResultContent(
            "",
            ownerKey,
            source,
            source.usualNature(),
            Measure.NUMBER,
            usualGoal(source),
            source.usualWeight(),
            WeightBy.ISSUES);
    return content(draft, usual);
  }

  private static Source usualSource(GoalDraft goal) {
    return goal.baseline().value().isPresent() || goal.target().value().isPresent()
        ? Source.MANUAL
        : Source.ISSUES;
  }

  private static Goal usualGoal(Source source) {
    return switch (source) {
      case BINARY -> Goal.of(BigDecimal.ZERO, BigDecimal.ONE);
      case EVIDENCE ->
          new Goal(
              Optional.of(BigDecimal.ZERO),
              Optional.empty(),
              Optional.empty(),
              Goal.Marks.NONE,
              Optional.empty(),
              0,
              List.of());
      default -> Goal.NONE;
    };
  }

  /** A draft over what there is. */
  static KeyResultContent content(KeyResultDraft draft, KeyResultContent before) {
    Source source = draft.source().orElse(before.source());
    Nature natureBefore = source == before.source() ? before.nature() : source.usualNature();
    return new KeyResultContent(
        draft.title().map(String::strip).orElse(before.title()),
        draft.ownerKey().orElse(before.ownerKey()),
        source,
        draft.nature().orElse(natureBefore),
        draft.measure().orElse(before.measure()),
        goal(draft.goal(), before.goal()),
        draft.weight().orElse(before.weight()),
        draft.weightBy().orElse(before.weightBy()),
        draft.alignedShare().orElse(before.alignedShare()),
        draft.kpi().over(before.kpiId().filter(id -> source == Source.KPI)),
        draft
            .metric()
            .over(before.metric().filter(any -> source == Source.JQL))
            .map(String::strip)
            .filter(text -> !text.isEmpty()));
  }

  private static Goal goal(GoalDraft draft, Goal before) {
    Optional<BigDecimal> low = draft.low().over(before.bounds().flatMap(Bounds::lower));
    Optional<BigDecimal> high = draft.high().over(before.bounds().flatMap(Bounds::upper));
    return new Goal(
        draft.baseline().over(before.baseline()),
        draft.target().over(before.target()),
        bounds(low, high),
        new Goal.Marks(
            draft.commit().over(before.marks().commit()),
            draft.stretch().over(before.marks().stretch())),
        draft.due().over(before.due()),
        draft.lagWeeks().map(BigDecimal::intValue).orElse(before.lagWeeks()),
        draft.checkpoints().orElse(before.checkpoints()));
  }

  /** The bounds, if they can be: {@link #problems(KeyResultDraft, Goal)} says when not. */
  private static Optional<Bounds> bounds(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    boolean none = low.isEmpty() && high.isEmpty();
    boolean crossed = low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0;
    return none || crossed ? Optional.empty() : Optional.of(new Bounds(low, high));
  }

  /** What is wrong with a draft that cannot be laid over what there is. */
  static Map<String, Message> problems(KeyResultDraft draft, Goal before) {
    Map<String, Message> problems = new LinkedHashMap<>();
    Optional<BigDecimal> low = draft.goal().low().over(before.bounds().flatMap(Bounds::lower));
    Optional<BigDecimal> high = draft.goal().high().over(before.bounds().flatMap(Bounds::upper));
    if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0) {
      problems.put(
          "bounds.high", Message.of("bearings.error.notAbove", Message.of("bearings.form.low")));
    }
    draft
        .goal()
        .lagWeeks()
        .flatMap(KeyResultRules::lagProblem)
        .ifPresent(problem -> problems.put("lagWeeks", problem));
    return problems;
  }

  /** What is wrong with a reason. */
  static Map<String, Message> reasonProblems(Optional<String> reason) {
    Map<String, Message> problems = new LinkedHashMap<>();
    reason
        .flatMap(text -> Texts.lineProblem(text, REASON_LENGTH))
        .ifPresent(problem -> problems.put("reason", problem));
    return problems;
  }

  static Optional<Message> title(String title) {
    return title.isBlank()
        ? Optional.of(Message.of("bearings.error.required"))
        : Texts.lineProblem(title, TITLE_LENGTH);
  }

  /** What is wrong with a weight. */
  static Optional<Message> weight(BigDecimal weight) {
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

  /** What is wrong with a confidence; absent counts as missing. */
  static Optional<Message> confidence(Optional<BigDecimal> confidence) {
    if (confidence.isEmpty()) {
      return Optional.of(Message.of("bearings.error.required"));
    }
    BigDecimal value = confidence.get();
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    boolean inside = value.signum() >= 0 && value.compareTo(BigDecimal.TEN) <= 0;
    return whole && inside
        ? Optional.empty()
        : Optional.of(Message.of("bearings.error.confidence"));
  }

  /** What is wrong with the day on which an objective is looked at next. */
  static Optional<Message> day(LocalDate day) {
    return day.getYear() < 1900 || day.getYear() > 9999
        ? Optional.of(Message.of("bearings.error.noDay"))
        : Optional.empty();
  }
}
