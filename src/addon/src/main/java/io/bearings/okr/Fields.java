package io.bearings.okr;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of objectives and key results as texts, by their names in the API: what a change
 * touched is what differs in them.
 */
final class Fields {
  /** Fields whose change moves a score, or when it is due. */
  private static final Set<String> MOVING =
      Set.of(
          "kind",
          "cycle",
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
          "checkpoints",
          "objective");

  private Fields() {}

  static Map<String, Optional<String>> of(Objective objective) {
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    fields.put("title", Optional.of(objective.title()));
    fields.put("why", Optional.of(objective.why()));
    fields.put("owner", Optional.of(objective.ownerKey()));
    fields.put("unit", Optional.of(String.valueOf(objective.unitId())));
    fields.put("cycle", objective.cycleId().map(String::valueOf));
    fields.put("kind", Optional.of(objective.kind().name()));
    fields.put("visibility", Optional.of(objective.visibility().name()));
    fields.put("reviewOn", objective.reviewOn().map(LocalDate::toString));
    fields.put("labels", listed(objective.labels()));
    fields.put("fields", Optional.of(objective.fields().toString()));
    fields.put("projects", listed(objective.projectIds()));
    fields.put("contributingUnits", listed(objective.contributingUnitIds()));
    fields.put("state", Optional.of(objective.state().name()));
    fields.put("archived", Optional.of(String.valueOf(objective.archived())));
    return fields;
  }

  static Map<String, Optional<String>> of(KeyResult keyResult) {
    Goal goal = keyResult.goal();
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    fields.put("title", Optional.of(keyResult.title()));
    fields.put("owner", Optional.of(keyResult.ownerKey()));
    fields.put("objective", Optional.of(Objective.keyOf(keyResult.objectiveId())));
    fields.put("source", Optional.of(keyResult.source().name()));
    fields.put("nature", Optional.of(keyResult.nature().name()));
    fields.put("measure", Optional.of(measured(keyResult.measure())));
    fields.put("baseline", goal.baseline().map(Fields::plain));
    fields.put("target", goal.target().map(Fields::plain));
    fields.put("bounds.low", goal.bounds().flatMap(Bounds::lower).map(Fields::plain));
    fields.put("bounds.high", goal.bounds().flatMap(Bounds::upper).map(Fields::plain));
    fields.put("marks.commit", goal.marks().commit().map(Fields::plain));
    fields.put("marks.stretch", goal.marks().stretch().map(Fields::plain));
    fields.put("weight", Optional.of(plain(keyResult.weight())));
    fields.put("weightBy", Optional.of(keyResult.weightBy().name()));
    fields.put("alignedShare", Optional.of(String.valueOf(keyResult.content().alignedShare())));
    fields.put("kpi", keyResult.content().kpiId().map(id -> Rewinding.KPI + "-" + id));
    fields.put("metric", keyResult.content().metric());
    fields.put("due", goal.due().map(LocalDate::toString));
    fields.put("lagWeeks", Optional.of(String.valueOf(goal.lagWeeks())));
    fields.put("checkpoints", planned(goal.checkpoints()));
    fields.put("state", Optional.of(keyResult.state().name()));
    fields.put("archived", Optional.of(String.valueOf(keyResult.archived())));
    return fields;
  }

  private static String measured(Measure measure) {
    return measure.kind()
        + measure.of().map(of -> " " + plain(of)).orElse("")
        + measure.currency().map(code -> " " + code).orElse("");
  }

  private static Optional<String> planned(List<Milestone> milestones) {
    return listed(
        milestones.stream().map(each -> each.on() + " = " + plain(each.value())).toList());
  }

  private static Optional<String> listed(List<?> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().map(String::valueOf).collect(joining(", ")));
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** The names of the fields that differ. */
  static Set<String> differing(
      Map<String, Optional<String>> before, Map<String, Optional<String>> after) {
    Set<String> differing = new LinkedHashSet<>();
    before.forEach(
        (name, value) -> {
          if (!value.equals(after.get(name))) {
            differing.add(name);
          }
        });
    return differing;
  }

  /** Whether a change of a field moves a score, or when it is due. */
  static boolean isMoving(String name) {
    return MOVING.contains(name);
  }
}
