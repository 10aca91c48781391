package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.kpi.KpiStatus;
import io.bearings.okr.GoldenCases;
import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.Test;

/** The golden cases of the retrospective. */
public class GoldenRetrospectiveTest {
  private static final int WHOLE = 100;

  private static List<JsonNode> cases(String kind) {
    return GoldenCases.of("retrospective", each -> each.get("kind").asText().equals(kind));
  }

  private static String id(JsonNode node) {
    return node.get("id").asText();
  }

  private static Stream<String> words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }

  @Test
  public void healthOfAKpi() {
    for (JsonNode each : cases("kpiHealth")) {
      JsonNode expected = each.get("expect");
      KpiHealth found =
          KpiHealth.of(words(each.get("given").get("periods")).map(KpiStatus::valueOf).toList());
      assertThat(found.health().name()).as(id(each)).isEqualTo(expected.get("health").asText());
      assertThat(found.amberOnly()).as(id(each)).isEqualTo(expected.get("amberOnly").asBoolean());
      GoldenCases.same(id(each) + " observed", found.observedShare(), expected.get("observed"));
      GoldenCases.same(id(each) + " green", found.greenShare(), expected.get("green"));
    }
  }

  @Test
  public void healthOfKpisTogether() {
    for (JsonNode each : cases("kpisTogether")) {
      List<Health> kpis = words(each.get("given").get("kpis")).map(Health::valueOf).toList();
      List<Health> reversed = new ArrayList<>(kpis);
      Collections.reverse(reversed);
      String expected = each.get("expect").get("health").asText();
      assertThat(Health.together(kpis).name()).as(id(each)).isEqualTo(expected);
      assertThat(Health.together(reversed).name()).as(id(each)).isEqualTo(expected);
    }
  }

  @Test
  public void resultOfAnObjective() {
    for (JsonNode each : cases("objectiveResult")) {
      JsonNode given = each.get("given");
      List<ObjectiveResult.Part> parts = new ArrayList<>();
      for (JsonNode part : given.get("krs")) {
        parts.add(
            new ObjectiveResult.Part(
                part.get("id").asText(),
                GoldenCases.number(part.get("score")),
                part.get("weight").decimalValue(),
                Nature.valueOf(part.get("type").asText()),
                false));
      }
      ObjectiveResult.Ended found =
          ObjectiveResult.of(ObjectiveKind.valueOf(given.get("kind").asText()), parts);
      JsonNode expected = each.get("expect");
      assertThat(found.result().name()).as(id(each)).isEqualTo(expected.get("result").asText());
      GoldenCases.same(id(each), found.score().value(), expected.get("score"));
    }
  }

  @Test
  public void cellOfTheMatrix() {
    for (JsonNode each : cases("matrix")) {
      JsonNode given = each.get("given");
      JsonNode cell = each.get("expect").get("cell");
      assertThat(
              Quadrant.of(
                  Health.valueOf(given.get("kpis").asText()),
                  ObjectiveResult.valueOf(given.get("objective").asText())))
          .as(id(each))
          .isEqualTo(
              cell.isNull() ? Optional.empty() : Optional.of(Quadrant.valueOf(cell.asText())));
    }
  }

  @Test
  public void causes() {
    for (JsonNode each : cases("causes")) {
      JsonNode expected = each.get("expect");
      Diagnosis found = findings(each.get("given")).diagnosis();
      assertThat(found.causes().stream().map(it -> it.kind().name()))
          .as(id(each))
          .containsExactlyElementsOf(words(expected.get("causes")).toList());
      JsonNode first = expected.get("first");
      assertThat(found.first().map(it -> it.kind().name()))
          .as(id(each))
          .isEqualTo(first.isNull() ? Optional.empty() : Optional.of(first.asText()));
      assertThat(found.tooFewData().stream().map(CauseKind::name))
          .as(id(each))
          .containsExactlyElementsOf(words(expected.get("tooFewData")).toList());
    }
  }

  private static Findings findings(JsonNode given) {
    Findings findings = new Findings();
    findings.result = ObjectiveResult.valueOf(given.get("objective").asText());
    findings.kpis = Health.valueOf(given.get("kpis").asText());
    String score = given.path("krMoved").asBoolean() ? "0.6" : "0.1";
    findings.keyResults =
        List.of(
            Findings.gauge(1, Nature.OUTCOME, given.get("outcomeData").asBoolean() ? score : ""));
    findings.output =
        percent(given.get("output")).map(it -> new Output(it, WHOLE)).orElse(new Output(0, 0));
    Optional<Integer> plan = percent(given.get("effortPlan"));
    findings.effort =
        new Effort(
            percent(given.get("effortShare")).orElse(0),
            WHOLE,
            plan.orElse(0),
            plan.isPresent() ? WHOLE : 0);
    if (given.path("scopeChanged").asBoolean()) {
      findings.shifts = List.of(Findings.goalpost());
    }
    findings.events = Collections.nCopies(given.path("outsideEvents").asInt(), Findings.event());
    if (!given.path("lagOver").asBoolean(true)) {
      findings.lags = List.of(Findings.lag(Findings.END, 1));
    }
    if (given.path("driverMoved").asBoolean()) {
      findings.drivers = List.of(Findings.driver(DriverCourse.Movement.MOVED));
    }
    int green = given.path("cyclesAllGreen").asInt();
    if (green > 0) {
      findings.cycles = Collections.nCopies(green, Findings.green(3, 10, 10, 10));
    }
    return findings;
  }

  private static Optional<Integer> percent(JsonNode share) {
    return GoldenCases.number(share)
        .map(it -> it.multiply(BigDecimal.valueOf(WHOLE)).intValueExact());
  }
}
