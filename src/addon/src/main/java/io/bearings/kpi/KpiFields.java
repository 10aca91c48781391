package io.bearings.kpi;

import io.bearings.okr.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a sheet as texts, by their names in the API, to be compared and remembered. */
final class KpiFields {
  /** The name of the unit among the fields. */
  static final String UNIT = "unitId";

  /** The names of the fields of which one changed where a series breaks. */
  static final Set<String> SOURCES = Set.of("source", "formula", "metric");

  private final Map<String, String> fields = new LinkedHashMap<>();

  private KpiFields() {}

  /** All fields of a sheet; one that is empty is left out. */
  static Map<String, String> of(KpiSheet sheet) {
    KpiFields all = new KpiFields();
    KpiContent content = sheet.content();
    all.put(UNIT, String.valueOf(sheet.unitId()));
    all.put("name", content.name());
    all.put("measures", content.measures());
    all.put("category", content.category().kind().name());
    all.put("ownCategory", content.category().label().orElse(""));
    all.put("owner", content.ownerKey());
    all.source(content.source());
    all.rhythm(content.rhythm());
    all.yardstick(content.yardstick());
    all.put("action", content.response().text());
    all.put("automatic", lines(content.response().automatic()));
    all.purpose(content.purpose());
    all.put(
        "dimensions",
        content.dimensions().stream()
            .map(each -> each.name() + ": " + String.join(", ", each.segments()))
            .collect(Collectors.joining("\n")));
    all.put("archived", sheet.archived() ? "true" : "");
    return all.fields;
  }

  /** What differs between two states of a sheet, in the order of the form. */
  static List<NewKpiChange> changes(KpiSheet before, KpiSheet after, Optional<String> reason) {
    Map<String, String> old = of(before);
    Map<String, String> now = of(after);
    Map<String, String> names = new LinkedHashMap<>(old);
    names.putAll(now);
    List<NewKpiChange> changes = new ArrayList<>();
    for (String name : names.keySet()) {
      if (!Objects.equals(old.get(name), now.get(name))) {
        changes.add(
            new NewKpiChange(
                name,
                Optional.ofNullable(old.get(name)),
                Optional.ofNullable(now.get(name)),
                reason));
      }
    }
    return changes;
  }

  private void put(String name, String text) {
    if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }

  private void source(KpiSource source) {
    put("source", source.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    if (source instanceof KpiSource.Formula formula) {
      put("formula", formula.text());
    } else if (source instanceof KpiSource.Metric metric) {
      put("metric", metric.spec());
    }
  }

  private void rhythm(Rhythm rhythm) {
    put("frequency", rhythm.frequency().name());
    put("aggregation", rhythm.aggregation().name());
    put("accumulating", rhythm.accumulating() ? "true" : "");
    put("graceDays", String.valueOf(rhythm.graceDays()));
  }

  private void yardstick(Yardstick yardstick) {
    put("direction", yardstick.direction().name());
    put("measure", text(yardstick.measure()));
    Levels first = yardstick.targets().first();
    put("target", text(first.target()));
    put("warning", text(first.warning()));
    put("critical", text(first.critical()));
    put(
        "targets",
        yardstick.targets().changes().stream()
            .map(KpiFields::text)
            .collect(Collectors.joining("\n")));
  }

  private static String text(Targets.From from) {
    Levels levels = from.levels();
    return from.day()
        + ": "
        + text(levels.target())
        + " / "
        + text(levels.warning())
        + " / "
        + text(levels.critical());
  }

  private static String text(Measure measure) {
    return measure.kind().name()
        + measure.of().map(of -> "/" + of.toPlainString()).orElse("")
        + measure.currency().map(code -> " " + code).orElse("");
  }

  private static String text(Optional<Level> level) {
    return level
        .map(
            it ->
                it.numbers().stream()
                    .map(BigDecimal::stripTrailingZeros)
                    .map(BigDecimal::toPlainString)
                    .collect(Collectors.joining(" \u2013 ")))
        .orElse("");
  }

  private void purpose(Purpose purpose) {
    put("why", purpose.why());
    put("decision", purpose.decision());
    put(
        "benchmark",
        purpose.benchmark().value().map(it -> it.stripTrailingZeros().toPlainString()).orElse(""));
    put("benchmarkSource", purpose.benchmark().source());
    put("reviewOn", purpose.reviewOn().map(LocalDate::toString).orElse(""));
    put(
        "serves",
        purpose.serves().stream()
            .map(each -> each.part().name() + " " + each.objectiveId())
            .collect(Collectors.joining("\n")));
    put("grounds", purpose.grounds().map(Enum::name).orElse(""));
  }

  private static String lines(List<AutomaticAction> actions) {
    return actions.stream().map(KpiFields::line).collect(Collectors.joining("\n"));
  }

  private static String line(AutomaticAction action) {
    if (action instanceof AutomaticAction.Notify it) {
      return "NOTIFY " + String.join(", ", it.personKeys());
    }
    if (action instanceof AutomaticAction.Comment it) {
      return "COMMENT " + it.issueKey() + ": " + it.text();
    }
    if (action instanceof AutomaticAction.CreateIssue it) {
      return "CREATE_ISSUE "
          + it.projectKey()
          + ", "
          + it.issueType()
          + ": "
          + it.summary()
          + "\n"
          + it.description();
    }
    return "WEBHOOK " + ((AutomaticAction.Webhook) action).url();
  }
}
