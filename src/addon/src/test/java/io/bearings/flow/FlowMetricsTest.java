package io.bearings.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.okr.GoldenCases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.Test;

/** The golden cases of how work flows. */
public class FlowMetricsTest {
  @Test
  public void leadTime() {
    each(
        "leadTime",
        (id, given) ->
            durations(
                id,
                Durations.leadTime(
                    list(
                        given,
                        issue -> isOfType(issue, given),
                        issue ->
                            new Durations.Resolved(
                                instant(issue.get("created")).orElseThrow(),
                                isDone(issue),
                                instant(issue.get("resolved"))))),
                given));
  }

  @Test
  public void cycleTime() {
    each(
        "cycleTime",
        (id, given) ->
            durations(
                id, Durations.cycleTime(list(given, any -> true, FlowMetricsTest::steps)), given));
  }

  private static void durations(String id, Durations found, JsonNode given) {
    JsonNode expected = given.get("expect");
    assertThat(found.count()).as(id).isEqualTo(expected.get("count").asInt());
    assertThat(found.undefined()).as(id).isEqualTo(expected.get("undefined").asInt());
    GoldenCases.same(id + " mean", found.mean(), expected.get("mean"));
    GoldenCases.same(id + " median", found.median(), expected.get("median"));
    GoldenCases.same(id + " p85", found.p85(), expected.get("p85"));
  }

  @Test
  public void timeInStatus() {
    each(
        "timeInStatus",
        (id, given) -> {
          List<TimeInStatus.Step> steps = new ArrayList<>();
          given
              .get("events")
              .forEach(
                  step ->
                      steps.add(
                          new TimeInStatus.Step(
                              instant(step.get("at")).orElseThrow(), step.get("to").asText())));
          TimeInStatus found =
              TimeInStatus.of(
                  instant(given.get("created")).orElseThrow(),
                  given.get("status").asText(),
                  steps,
                  instant(given.get("resolved")),
                  instant(given.get("asOf")).orElse(Instant.MAX));
          Map<String, Double> hours = new HashMap<>();
          found.hours().forEach((name, value) -> hours.put(name, value.doubleValue()));
          Map<String, Double> expected = new HashMap<>();
          Map<String, Integer> entered = new HashMap<>();
          given
              .get("expect")
              .get("hours")
              .fields()
              .forEachRemaining(field -> expected.put(field.getKey(), field.getValue().asDouble()));
          given
              .get("expect")
              .get("entered")
              .fields()
              .forEachRemaining(field -> entered.put(field.getKey(), field.getValue().asInt()));
          assertThat(hours).as(id).isEqualTo(expected);
          assertThat(found.entered()).as(id).isEqualTo(entered);
        });
  }

  @Test
  public void onTime() {
    each(
        "onTime",
        (id, given) -> {
          JsonNode expected = given.get("expect");
          OnTime found =
              OnTime.of(
                  list(
                      given,
                      any -> true,
                      issue ->
                          new OnTime.Due(
                              day(issue.get("due")),
                              isDone(issue),
                              instant(issue.get("resolved")))),
                  period(given),
                  day(given.get("asOf")).orElseThrow());
          assertThat(found.onTime()).as(id).isEqualTo(expected.get("onTime").asInt());
          assertThat(found.late()).as(id).isEqualTo(expected.get("late").asInt());
          assertThat(found.undefined()).as(id).isEqualTo(expected.get("undefined").asInt());
          assertThat(found.notYetDue()).as(id).isEqualTo(expected.get("notYetDue").asInt());
          GoldenCases.same(id, found.rate(), expected.get("rate"));
        });
  }

  @Test
  public void delay() {
    each(
        "delay",
        (id, given) -> {
          JsonNode expected = given.get("expect");
          Optional<Delay> found =
              Delay.of(
                  day(given.get("due")),
                  day(given.get("releaseDate")),
                  instant(given.get("resolved")).orElseThrow(),
                  ZoneId.of("UTC"));
          assertThat(found.map(each -> each.basis().name()))
              .as(id)
              .isEqualTo(text(expected.get("basis")));
          GoldenCases.same(
              id, found.map(each -> BigDecimal.valueOf(each.daysLate())), expected.get("daysLate"));
        });
  }

  @Test
  public void reopenRate() {
    each(
        "reopenRate",
        (id, given) -> {
          ReopenRate found =
              ReopenRate.of(list(given, any -> true, FlowMetricsTest::steps), period(given));
          assertThat(found.entered()).as(id).isEqualTo(given.get("expect").get("entered").asInt());
          assertThat(found.left()).as(id).isEqualTo(given.get("expect").get("left").asInt());
          GoldenCases.same(id, found.rate(), given.get("expect").get("rate"));
        });
  }

  @Test
  public void throughput() {
    each(
        "throughput",
        (id, given) -> {
          JsonNode expected = given.get("expect");
          Throughput found =
              Throughput.of(
                  list(
                      given,
                      any -> true,
                      issue ->
                          new Throughput.Finished(
                              isDone(issue),
                              instant(issue.get("resolved")),
                              text(issue.get("resolution")))),
                  period(given),
                  Set.of("Won't Do"));
          assertThat(found)
              .as(id)
              .isEqualTo(
                  new Throughput(
                      expected.get("throughput").asInt(),
                      expected.get("outOfScope").asInt(),
                      expected.get("undefined").asInt()));
        });
  }

  @Test
  public void effort() {
    for (JsonNode each : GoldenCases.of("effort", any -> true)) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      List<EffortShares.Weighed> done =
          EffortShares.done(
              list(
                  given,
                  any -> true,
                  issue ->
                      new EffortShares.Work(
                          0,
                          isDone(issue),
                          instant(issue.get("resolved")),
                          text(issue.get("resolution")),
                          GoldenCases.number(issue.get("weight")),
                          issue.get("servesObjective").asBoolean(),
                          issue.get("restoresKpi").asBoolean())),
              period(given),
              Set.of("Won't Do"),
              !given.path("weightBy").asText().equals("ONE"));
      EffortShares found = EffortShares.of(done);
      JsonNode expected = each.get("expect");
      same(id + " objective", found, found.objective(), expected.get("objective"));
      same(id + " kpi", found, found.kpi(), expected.get("kpi"));
      same(id + " neither", found, found.neither(), expected.get("neither"));
      assertThat(found.issues()).as(id).isEqualTo(done.size());
      GoldenCases.same(id + " weight", Optional.of(found.weight()), expected.get("weight"));
      assertThat(found.imputed()).as(id).isEqualTo(expected.get("imputed").asInt());
    }
  }

  private static void same(
      String id, EffortShares found, EffortShares.Part part, JsonNode expected) {
    GoldenCases.same(id, found.share(part), expected);
  }

  /** Each case of a kind, with what is expected beside what is given. */
  private static void each(String kind, BiConsumer<String, JsonNode> test) {
    for (JsonNode each : GoldenCases.of("flow", one -> one.get("kind").asText().equals(kind))) {
      ObjectNode given = each.get("given").deepCopy();
      given.set("expect", each.get("expect"));
      test.accept(each.get("id").asText(), given);
    }
  }

  private static <T> List<T> list(
      JsonNode given, Predicate<JsonNode> wanted, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    given
        .get("issues")
        .forEach(
            each -> {
              if (wanted.test(each)) {
                all.add(read.apply(each));
              }
            });
    return all;
  }

  private static boolean isOfType(JsonNode issue, JsonNode given) {
    if (!given.has("types")) {
      return true;
    }
    boolean found = false;
    for (JsonNode each : given.get("types")) {
      found |= each.asText().equals(issue.path("type").asText());
    }
    return found;
  }

  private static CategorySteps steps(JsonNode issue) {
    List<CategorySteps.Step> steps = new ArrayList<>();
    issue
        .get("events")
        .forEach(
            each ->
                steps.add(
                    new CategorySteps.Step(
                        instant(each.get("at")).orElseThrow(),
                        StatusCategory.valueOf(each.get("to").asText()))));
    return new CategorySteps(
        instant(issue.get("created")).orElse(Instant.EPOCH),
        StatusCategory.valueOf(issue.get("category").asText()),
        steps);
  }

  private static boolean isDone(JsonNode issue) {
    return issue.get("category").asText().equals("DONE");
  }

  private static Period period(JsonNode given) {
    return new Period(
        day(given.get("period").get("start")).orElseThrow(),
        day(given.get("period").get("end")).orElseThrow(),
        ZoneId.of(given.path("zone").asText("UTC")));
  }

  private static Optional<Instant> instant(JsonNode node) {
    return text(node).map(Instant::parse);
  }

  private static Optional<LocalDate> day(JsonNode node) {
    return text(node).map(LocalDate::parse);
  }

  private static Optional<String> text(JsonNode node) {
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node.asText());
  }
}
