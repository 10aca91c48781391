package io.bearings.rest;

import io.bearings.okr.Field;
import io.bearings.okr.GoalDraft;
import io.bearings.okr.KeyResultDraft;
import io.bearings.okr.Measure;
import io.bearings.okr.Milestone;
import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveDraft;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Source;
import io.bearings.okr.Visibility;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objectives and key results as requests describe them. */
final class DraftBodies {
  private DraftBodies() {}

  /**
   * An objective.
   *
   * @param keyResults the key results that come with it
   */
  static ObjectiveDraft objective(Body body, List<KeyResultDraft> keyResults) {
    return new ObjectiveDraft(
        body.optionalText("title"),
        body.optionalText("why"),
        body.optionalText("ownerKey"),
        body.optionalWord("kind", ObjectiveKind.class),
        body.optionalWord("visibility", Visibility.class),
        body.dayField("reviewOn"),
        body.optionalTexts("labels"),
        body.optionalTextMap("fields"),
        body.optionalTexts("projects"),
        body.optionalIds("contributingUnits"),
        keyResults,
        body.optionalText("reason"));
  }

  /** The key results that a new objective comes with. */
  static List<KeyResultDraft> keyResults(Body body) {
    return body.objects("keyResults").stream().map(DraftBodies::keyResult).toList();
  }

  /** A key result. */
  static KeyResultDraft keyResult(Body body) {
    return new KeyResultDraft(
        body.optionalText("title"),
        body.optionalText("ownerKey"),
        body.optionalWord("source", Source.class),
        body.optionalWord("nature", Nature.class),
        measure(body),
        goal(body),
        body.optionalNumber("weight"),
        body.optionalWeightBy("weightBy"),
        body.optionalFlag("alignedShare"),
        body.idField("kpi"),
        body.textField("metric"),
        body.optionalText("reason"));
  }

  private static Optional<Measure> measure(Body body) {
    return body.optionalObject("measure")
        .map(
            measure ->
                new Measure(
                    measure.optionalWord("kind", Measure.Kind.class).orElse(Measure.Kind.NUMBER),
                    measure.optionalNumber("of"),
                    measure.optionalText("currency")));
  }

  private static GoalDraft goal(Body body) {
    Optional<Body> bounds = body.optionalObject("bounds");
    Optional<Body> marks = body.optionalObject("marks");
    boolean noBounds = body.isEmptied("bounds");
    boolean noMarks = body.isEmptied("marks");
    return new GoalDraft(
        body.numberField("baseline"),
        body.numberField("target"),
        part(bounds, noBounds, "low"),
        part(bounds, noBounds, "high"),
        part(marks, noMarks, "commit"),
        part(marks, noMarks, "stretch"),
        body.dayField("due"),
        body.optionalNumber("lagWeeks"),
        checkpoints(body));
  }

  /** A number within an object; without the object it is left out, or emptied with it. */
  private static Field<BigDecimal> part(Optional<Body> object, boolean emptied, String name) {
    return object
        .map(it -> it.numberField(name))
        .orElseGet(() -> emptied ? Field.emptied() : Field.absent());
  }

  private static Optional<List<Milestone>> checkpoints(Body body) {
    if (!body.has("checkpoints")) {
      return Optional.empty();
    }
    List<Milestone> milestones = new ArrayList<>();
    for (Body each : body.objects("checkpoints")) {
      LocalDate on = each.day("on");
      milestones.add(new Milestone(on, each.number("value")));
    }
    return Optional.of(milestones);
  }
}
