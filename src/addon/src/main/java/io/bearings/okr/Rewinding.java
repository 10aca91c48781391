package io.bearings.okr;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Objectives and key results as they were before changes that are remembered. Fields whose changes
 * move no score stay as they are now.
 */
public final class Rewinding {
  /** The fields, by their names in the API, that can be taken back. */
  static final List<String> FIELDS =
      List.of(
          "kind",
          "state",
          "archived",
          "source",
          "baseline",
          "target",
          "bounds.low",
          "bounds.high",
          "weight",
          "weightBy",
          "alignedShare",
          "kpi",
          "metric",
          "due",
          "lagWeeks",
          "checkpoints");

  /** How a text ends that was too long to be remembered whole; then the field stays as it is. */
  private static final String CUT = "\u2026";

  /** What stands before the dash in the key of a KPI. */
  static final String KPI = "KPI";

  private Rewinding() {}

  /** Whether a change is about whether something was worked on at all, and not about how. */
  public static boolean isAboutLife(String field) {
    return field.equals("state") || field.equals("archived");
  }

  /**
   * A key result before some of its changes.
   *
   * @param changes of this key result, in any order; those of others do no harm
   * @param fields which fields to take back
   */
  public static KeyResult before(
      KeyResult now, Collection<Change> changes, Predicate<String> fields) {
    Map<String, Optional<String>> then =
        first(
            changes.stream()
                .filter(each -> each.what().keyResultId().filter(id -> id == now.id()).isPresent())
                .toList(),
            fields);
    KeyResult rewound = now.with(content(now.content(), then));
    rewound = rewound.with(life(now.life(), then));
    return then.containsKey("archived") ? rewound.archived(isTrue(then.get("archived"))) : rewound;
  }

  /**
   * An objective before some of its changes.
   *
   * @param changes of this objective itself, in any order; those of others do no harm
   * @param fields which fields to take back
   */
  public static Objective before(
      Objective now, Collection<Change> changes, Predicate<String> fields) {
    Map<String, Optional<String>> then =
        first(
            changes.stream()
                .filter(each -> each.what().objectiveId() == now.id())
                .filter(each -> each.what().keyResultId().isEmpty())
                .toList(),
            fields);
    Objective rewound = now.with(life(now.life(), then));
    if (then.containsKey("archived")) {
      rewound = rewound.archived(isTrue(then.get("archived")));
    }
    return then.containsKey("kind")
        ? rewound.with(
            rewound.content().with(was(then, "kind", ObjectiveKind::valueOf, rewound.kind())))
        : rewound;
  }

  /** What each field was before the first of its changes. */
  private static Map<String, Optional<String>> first(
      List<Change> changes, Predicate<String> fields) {
    return changes.stream()
        .filter(each -> FIELDS.contains(each.what().field()) && fields.test(each.what().field()))
        .filter(each -> each.what().from().filter(text -> text.endsWith(CUT)).isEmpty())
        .sorted(Comparator.comparingLong(Change::id))
        .collect(
            toMap(
                each -> each.what().field(), each -> each.what().from(), (first, later) -> first));
  }

  private static Life life(Life now, Map<String, Optional<String>> then) {
    return Optional.ofNullable(then.get("state"))
        .flatMap(Function.identity())
        .map(ObjectiveState::valueOf)
        .map(state -> in(now, state))
        .orElse(now);
  }

  private static Life in(Life now, ObjectiveState state) {
    return switch (state) {
      case DRAFT -> Life.DRAFT;
      case ACTIVE ->
          new Life(
              state,
              Optional.empty(),
              now.confidence(),
              now.publishedAt(),
              now.activatedOn(),
              Optional.empty());
      case CLOSED, ABANDONED ->
          new Life(
              state,
              now.reason(),
              now.confidence(),
              now.publishedAt(),
              now.activatedOn(),
              now.finalScore());
    };
  }

  private static KeyResultContent content(
      KeyResultContent now, Map<String, Optional<String>> then) {
    return new KeyResultContent(
        now.title(),
        now.ownerKey(),
        was(then, "source", Source::valueOf, now.source()),
        now.nature(),
        now.measure(),
        goal(now.goal(), then),
        was(then, "weight", BigDecimal::new, now.weight()),
        was(then, "weightBy", WeightBy::valueOf, now.weightBy()),
        was(then, "alignedShare", Boolean::parseBoolean, now.alignedShare()),
        then.containsKey("kpi") ? then.get("kpi").flatMap(key -> Keys.idOf(key, KPI)) : now.kpiId(),
        mayBe(then, "metric", Function.identity(), now.metric()));
  }

  private static Goal goal(Goal now, Map<String, Optional<String>> then) {
    Optional<BigDecimal> low =
        mayBe(then, "bounds.low", BigDecimal::new, now.bounds().flatMap(Bounds::lower));
    Optional<BigDecimal> high =
        mayBe(then, "bounds.high", BigDecimal::new, now.bounds().flatMap(Bounds::upper));
    return new Goal(
        mayBe(then, "baseline", BigDecimal::new, now.baseline()),
        mayBe(then, "target", BigDecimal::new, now.target()),
        low.isEmpty() && high.isEmpty() ? Optional.empty() : Optional.of(new Bounds(low, high)),
        now.marks(),
        mayBe(then, "due", LocalDate::parse, now.due()),
        was(then, "lagWeeks", Integer::parseInt, now.lagWeeks()),
        then.containsKey("checkpoints")
            ? then.get("checkpoints").map(Rewinding::milestones).orElse(List.of())
            : now.checkpoints());
  }

  /** The opposite of how checkpoints are written down. */
  private static List<Milestone> milestones(String text) {
    return Arrays.stream(text.split(", "))
        .map(each -> each.split(" = "))
        .map(parts -> new Milestone(LocalDate.parse(parts[0]), new BigDecimal(parts[1])))
        .toList();
  }

  private static <T> T was(
      Map<String, Optional<String>> then, String field, Function<String, T> read, T now) {
    return then.getOrDefault(field, Optional.empty()).map(read).orElse(now);
  }

  private static <T> Optional<T> mayBe(
      Map<String, Optional<String>> then, String field, Function<String, T> read, Optional<T> now) {
    return then.containsKey(field) ? then.get(field).map(read) : now;
  }

  private static boolean isTrue(Optional<String> text) {
    return text.filter(Boolean::parseBoolean).isPresent();
  }
}
