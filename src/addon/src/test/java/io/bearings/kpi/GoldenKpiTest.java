package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.GoldenCases;
import io.bearings.okr.Measure;
import io.bearings.okr.Window;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.Test;

/** The golden cases of KPIs. */
public class GoldenKpiTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @Test
  public void status() {
    for (JsonNode each : cases("status")) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      JsonNode expected = each.get("expect");
      Verdict found =
          Verdict.of(
              new Yardstick(
                  Direction.valueOf(given.get("direction").asText()),
                  Measure.NUMBER,
                  Targets.always(levels(given))),
              new Rhythm(
                  Frequency.valueOf(given.path("frequency").asText("WEEKLY")),
                  Aggregation.LAST,
                  given.path("accumulating").asBoolean(),
                  given.path("graceDays").asInt()),
              Period.of(day(given.get("period").get("start")), day(given.get("period").get("end"))),
              GoldenCases.number(given.get("value")),
              Moment.endOf(day(given.get("asOf"))));
      assertThat(found.status().name()).as(id).isEqualTo(expected.get("status").asText());
      assertThat(found.provisional()).as(id).isEqualTo(expected.get("provisional").asBoolean());
      assertThat(found.earlyWarning()).as(id).isEqualTo(expected.get("earlyWarning").asBoolean());
      GoldenCases.same(id + " attainment", found.attainment(), expected.get("attainment"));
      if (expected.has("compareWith")) {
        GoldenCases.same(
            id + " compared with",
            found.against().target().map(level -> level.numbers().get(0)),
            expected.get("compareWith"));
      }
    }
  }

  @Test
  public void aggregate() {
    for (JsonNode each : cases("aggregate")) {
      JsonNode given = each.get("given");
      Aggregation how = Aggregation.valueOf(given.get("how").asText().toUpperCase());
      List<Aggregation.Part> parts =
          given.has("parts")
              ? list(given.get("parts")).stream()
                  .map(
                      part ->
                          new Aggregation.Part(
                              part.get("count").decimalValue(), GoldenCases.number(part.get("of"))))
                  .toList()
              : numbers(given.get("values")).stream().map(Aggregation.Part::of).toList();
      GoldenCases.same(each.get("id").asText(), how.of(parts), each.get("expect").get("value"));
    }
  }

  @Test
  public void target() {
    for (JsonNode each : cases("target")) {
      JsonNode given = each.get("given");
      List<Targets.From> changes =
          list(given.get("targets")).stream()
              .map(
                  change ->
                      new Targets.From(
                          month(change.get("from")).first(),
                          Kpis.levels(level(change.get("target")), null, null)))
              .toList();
      Levels found = new Targets(Levels.NONE, changes).of(month(given.get("period")));
      GoldenCases.same(
          each.get("id").asText(),
          found.target().map(level -> level.numbers().get(0)),
          each.get("expect").get("target"));
    }
  }

  @Test
  public void breaches() {
    Map<String, String> values = Map.of("GREEN", "60", "AMBER", "45", "RED", "30");
    for (JsonNode each : cases("breaches")) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      Frequency frequency = Frequency.valueOf(given.get("frequency").asText());
      KpiContent content = Kpis.velocity().with(Rhythm.DEFAULT.at(frequency));
      List<String> statuses =
          new ArrayList<>(list(given.get("closed")).stream().map(JsonNode::asText).toList());
      Optional<String> open = Optional.ofNullable(given.get("open")).map(JsonNode::asText);
      open.ifPresent(statuses::add);
      Periods calendar = Periods.calendar(frequency, DayOfWeek.MONDAY, Kpis.MONDAY);
      List<Period> periods = calendar.between(Kpis.MONDAY, Kpis.MONDAY.plusYears(1));
      Period last = periods.get(statuses.size() - 1);
      Moment at = Moment.endOf(open.isPresent() ? last.last() : last.last().plusDays(1));
      List<Judged> judged = new ArrayList<>();
      for (int i = 0; i < statuses.size(); i++) {
        Optional<BigDecimal> value =
            Optional.ofNullable(values.get(statuses.get(i))).map(BigDecimal::new);
        judged.add(
            Judged.of(new PeriodValue(periods.get(i), value, List.of(), false), content, at));
      }
      ActionState action = ActionState.valueOf(given.get("action").asText());
      List<Breach> found =
          Breaches.of(List.of(), judged, Optional.empty(), NOW).all().stream()
              .map(breach -> breach.acting(doing(action), "anna", NOW))
              .toList();
      JsonNode expected = each.get("expect");
      assertThat(found).as(id).hasSize(expected.get("breaches").size());
      for (int i = 0; i < found.size(); i++) {
        JsonNode wanted = expected.get("breaches").get(i);
        Breach breach = found.get(i);
        assertThat(periods.indexOf(breach.opened()))
            .as(id)
            .isEqualTo(wanted.get("openedAt").asInt());
        assertThat(breach.closed().map(periods::indexOf).map(String::valueOf).orElse("null"))
            .as(id)
            .isEqualTo(wanted.get("closedAt").asText());
        assertThat(breach.closing().map(Enum::name).orElse("null"))
            .as(id)
            .isEqualTo(wanted.get("closedAs").asText());
      }
      assertThat(judged.get(judged.size() - 1).verdict().earlyWarning())
          .as(id)
          .isEqualTo(expected.get("earlyWarning").asBoolean());
    }
  }

  private static ActionDraft doing(ActionState action) {
    return new ActionDraft(Optional.of(action), Optional.empty(), Optional.empty());
  }

  @Test
  public void breachWeek() {
    for (JsonNode each : cases("breachWeek")) {
      JsonNode cycle = each.get("given").get("cycle");
      Optional<CycleWeek> found =
          CycleWeek.of(
              new Window(day(cycle.get("start")), day(cycle.get("end"))),
              day(each.get("given").get("asOf")));
      assertThat(found)
          .as(each.get("id").asText())
          .contains(
              new CycleWeek(
                  each.get("expect").get("week").asInt(), each.get("expect").get("of").asInt()));
    }
  }

  @Test
  public void drift() {
    for (JsonNode each : cases("drift")) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      List<BigDecimal> values = numbers(given.get("values"));
      List<BigDecimal> reference =
          given.has("reference") ? numbers(given.get("reference")) : List.of();
      Drift found =
          Drift.of(
              Direction.valueOf(given.get("direction").asText()),
              levels(given),
              DriftTest.points(values),
              reference,
              values);
      Set<String> expected =
          list(each.get("expect").get("rules")).stream()
              .map(JsonNode::asText)
              .collect(Collectors.toSet());
      assertThat(found.rules()).extracting(Enum::name).as(id).hasSameElementsAs(expected);
      assertThat(found.isFound()).as(id).isEqualTo(each.get("expect").get("drift").asBoolean());
    }
  }

  @Test
  public void anomaly() {
    for (JsonNode each : cases("anomaly")) {
      String id = each.get("id").asText();
      Anomaly found =
          Anomaly.of(
              each.get("given").get("value").decimalValue(),
              numbers(each.get("given").get("earlier")));
      JsonNode expected = each.get("expect");
      assertThat(found.found().map(String::valueOf).orElse("null"))
          .as(id)
          .isEqualTo(expected.get("anomaly").asText());
      GoldenCases.same(id + " median", found.median(), expected.get("median"));
      GoldenCases.same(id + " deviation", found.deviation(), expected.get("mad"));
    }
  }

  @Test
  public void noCaseIsLeftOut() {
    assertThat(GoldenCases.of("kpi", any -> true))
        .extracting(each -> each.get("kind").asText())
        .containsOnly(
            "status", "aggregate", "target", "breaches", "breachWeek", "drift", "anomaly");
  }

  private static List<JsonNode> cases(String kind) {
    return GoldenCases.of("kpi", each -> each.get("kind").asText().equals(kind));
  }

  private static Levels levels(JsonNode given) {
    return Kpis.levels(
        level(given.get("target")), level(given.get("warning")), level(given.get("critical")));
  }

  private static Level level(JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    return node.isArray()
        ? Level.between(node.get(0).decimalValue(), node.get(1).decimalValue())
        : Level.at(node.decimalValue());
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static List<BigDecimal> numbers(JsonNode array) {
    return list(array).stream().map(JsonNode::decimalValue).toList();
  }

  private static LocalDate day(JsonNode node) {
    return LocalDate.parse(node.asText());
  }

  private static Period month(JsonNode node) {
    YearMonth month = YearMonth.parse(node.asText());
    return Period.of(month.atDay(1), month.atEndOfMonth());
  }
}
