package io.bearings.rest;

import io.bearings.kpi.ActionDraft;
import io.bearings.kpi.ActionState;
import io.bearings.kpi.Aggregation;
import io.bearings.kpi.AutomaticAction;
import io.bearings.kpi.Category;
import io.bearings.kpi.Dimension;
import io.bearings.kpi.Direction;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Grounds;
import io.bearings.kpi.KpiDraft;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.kpi.MeasurementDraft;
import io.bearings.kpi.Segment;
import io.bearings.kpi.Served;
import io.bearings.kpi.Targets;
import io.bearings.okr.Field;
import io.bearings.okr.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** KPIs, their values and what is done about their breaches as requests describe them. */
final class KpiBodies {
  private KpiBodies() {}

  /** Where a source comes from, as a word. */
  enum SourceWord {
    MANUAL,
    PUSHED,
    FORMULA,
    METRIC;

    /** The word of a source. */
    static SourceWord of(KpiSource source) {
      if (source instanceof KpiSource.Manual) {
        return MANUAL;
      }
      if (source instanceof KpiSource.Pushed) {
        return PUSHED;
      }
      return source instanceof KpiSource.Formula ? FORMULA : METRIC;
    }
  }

  /** What is done by itself, as a word. */
  enum AutomaticWord {
    NOTIFY,
    COMMENT,
    CREATE_ISSUE,
    WEBHOOK
  }

  /** A sheet; what is left out is not changed. */
  static KpiDraft kpi(Body body) {
    return new KpiDraft(
        body.optionalText("name"),
        body.optionalText("measures"),
        category(body),
        owner(body),
        source(body),
        new KpiDraft.OfRhythm(
            body.optionalWord("frequency", Frequency.class),
            body.optionalWord("aggregation", Aggregation.class),
            body.optionalFlag("accumulating"),
            body.optionalNumber("graceDays")),
        new KpiDraft.OfYardstick(
            body.optionalWord("direction", Direction.class),
            measure(body),
            level(body, "target"),
            level(body, "warning"),
            level(body, "critical"),
            changes(body)),
        body.optionalText("action"),
        automatic(body),
        purpose(body),
        dimensions(body));
  }

  private static Optional<Category> category(Body body) {
    Optional<String> own = body.optionalText("ownCategory");
    return body.optionalWord("category", Category.Kind.class).map(kind -> new Category(kind, own));
  }

  /** The owner as an answer of ours has it; only the key counts. */
  private static Optional<String> owner(Body body) {
    return body.optionalObject("owner")
        .map(
            person -> {
              person.ignore("name");
              return person.text("key");
            });
  }

  private static Optional<KpiSource> source(Body body) {
    String formula = body.text("formula");
    String metric = body.text("metric");
    return body.optionalWord("source", SourceWord.class)
        .map(
            word ->
                switch (word) {
                  case MANUAL -> new KpiSource.Manual();
                  case PUSHED -> new KpiSource.Pushed();
                  case FORMULA -> new KpiSource.Formula(formula);
                  case METRIC -> new KpiSource.Metric(metric);
                });
  }

  /** What numbers count; absent where it is left out. */
  static Optional<Measure> measure(Body body) {
    return body.optionalObject("measure")
        .map(
            measure ->
                new Measure(
                    measure.optionalWord("kind", Measure.Kind.class).orElse(Measure.Kind.NUMBER),
                    measure.optionalNumber("of"),
                    measure.optionalText("currency")));
  }

  private static Field<Level> level(Body body, String name) {
    if (body.isEmptied(name)) {
      return Field.emptied();
    }
    return body.optionalObject(name).map(it -> Field.of(level(it))).orElseGet(Field::absent);
  }

  private static Level level(Body body) {
    boolean band = body.gives("low") || body.gives("high");
    if (band) {
      body.ignore("value");
      return Level.between(body.number("low"), body.number("high"));
    }
    return Level.at(body.number("value"));
  }

  private static Optional<List<Targets.From>> changes(Body body) {
    if (!body.has("targets")) {
      return Optional.empty();
    }
    List<Targets.From> changes = new ArrayList<>();
    for (Body each : body.objects("targets")) {
      changes.add(
          new Targets.From(
              each.day("from"),
              new Levels(
                  level(each, "target").value(),
                  level(each, "warning").value(),
                  level(each, "critical").value())));
    }
    return Optional.of(changes);
  }

  private static Optional<List<AutomaticAction>> automatic(Body body) {
    if (!body.has("automatic")) {
      return Optional.empty();
    }
    return Optional.of(body.objects("automatic").stream().map(KpiBodies::action).toList());
  }

  private static AutomaticAction action(Body body) {
    body.ignore(
        "people", "issueKey", "text", "projectKey", "issueType", "summary", "description", "url");
    return switch (body.word("kind", AutomaticWord.class)) {
      case NOTIFY ->
          new AutomaticAction.Notify(
              body.objects("people").stream()
                  .map(
                      person -> {
                        person.ignore("name");
                        return person.text("key");
                      })
                  .toList());
      case COMMENT -> new AutomaticAction.Comment(body.text("issueKey"), body.text("text"));
      case CREATE_ISSUE ->
          new AutomaticAction.CreateIssue(
              body.text("projectKey"),
              body.text("issueType"),
              body.text("summary"),
              body.text("description"));
      case WEBHOOK -> new AutomaticAction.Webhook(body.text("url"));
    };
  }

  private static KpiDraft.OfPurpose purpose(Body body) {
    Field<Grounds> grounds =
        new Field<>(body.has("grounds"), body.optionalWord("grounds", Grounds.class));
    return new KpiDraft.OfPurpose(
        body.optionalText("why"),
        body.optionalText("decision"),
        body.numberField("benchmark"),
        body.optionalText("benchmarkSource"),
        body.dayField("reviewOn"),
        serves(body),
        grounds);
  }

  private static Optional<List<Served>> serves(Body body) {
    if (!body.has("serves")) {
      return Optional.empty();
    }
    List<Served> served = new ArrayList<>();
    for (Body each : body.objects("serves")) {
      each.ignore("key", "title");
      served.add(new Served(each.id("objectiveId"), each.word("part", Served.Part.class)));
    }
    return Optional.of(served);
  }

  private static Optional<List<Dimension>> dimensions(Body body) {
    if (!body.has("dimensions")) {
      return Optional.empty();
    }
    return Optional.of(
        body.objects("dimensions").stream()
            .map(each -> new Dimension(each.text("name"), each.texts("segments")))
            .toList());
  }

  /** A value. */
  static MeasurementDraft measurement(Body body) {
    Optional<BigDecimal> value = body.optionalNumber("value");
    return new MeasurementDraft(
        body.optionalDay("on"),
        body.optionalText("span"),
        body.optionalObject("segment")
            .map(each -> new Segment(each.text("dimension"), each.text("name"))),
        value,
        body.optionalNumber("of"));
  }

  /** What somebody says about the action of a breach. */
  static ActionDraft report(Body body) {
    return new ActionDraft(
        body.optionalWord("state", ActionState.class),
        body.optionalObject("person")
            .map(
                person -> {
                  person.ignore("name");
                  return person.text("key");
                }),
        body.optionalText("result"));
  }
}
