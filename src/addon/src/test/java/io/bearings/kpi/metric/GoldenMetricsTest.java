package io.bearings.kpi.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.flow.DoneColumn;
import io.bearings.flow.Period;
import io.bearings.flow.Release;
import io.bearings.flow.Releases;
import io.bearings.flow.Sprint;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.GoldenCases;
import io.bearings.okr.WeightBy;
import io.bearings.okr.WorkingDays;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.Test;

/** The golden cases of flow, sprints and effort, as metrics count them. */
public class GoldenMetricsTest {
  private static final Instant LATER = Instant.parse("2026-12-31T00:00:00Z");

  /** All that happened in the cases. */
  private static final Period ALWAYS =
      new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 30), ZoneId.of("UTC"));

  @Test
  public void leadTime() {
    each(
        "flow",
        "leadTime",
        (id, given) -> {
          Reach reach =
              given.has("types") ? Reach.ALL.ofTypes(words(given.get("types"))) : Reach.ALL;
          durations(id, new Span.Lead(), reach, given, finished(given));
        });
  }

  @Test
  public void cycleTime() {
    each(
        "flow",
        "cycleTime",
        (id, given) -> durations(id, new Span.Cycle(), Reach.ALL, given, steps(given)));
  }

  private static void durations(
      String id, Span span, Reach reach, JsonNode given, List<IssueFacts> issues) {
    JsonNode expected = given.get("expect");
    Map<Statistic, String> names =
        Map.of(Statistic.MEAN, "mean", Statistic.MEDIAN, "median", Statistic.P85, "p85");
    names.forEach(
        (statistic, name) -> {
          MetricResult found =
              count(
                  site(given),
                  reach,
                  new Metric.TimeTaken(span, statistic, Timing.CALENDAR_HOURS),
                  Inputs.NONE,
                  ALWAYS,
                  LATER,
                  issues);
          assertThat(found.beside().issues()).as(id).isEqualTo(expected.get("count").asInt());
          assertThat(found.beside().undefined())
              .as(id)
              .isEqualTo(expected.get("undefined").asInt());
          GoldenCases.same(id + " " + name, found.value(), expected.get(name));
        });
  }

  @Test
  public void timeInStatus() {
    each(
        "flow",
        "timeInStatus",
        (id, given) -> {
          if (text(given.get("resolved")).isEmpty()) {
            return;
          }
          Life life = Life.of(1, given.get("created").asText());
          String resolved = given.get("resolved").asText();
          life.to(given.get("status").asText(), StatusCategory.TO_DO);
          boolean closed = false;
          for (JsonNode step : given.get("events")) {
            if (!closed && step.get("at").asText().compareTo(resolved) > 0) {
              life.on(resolved).resolve("Done");
              closed = true;
            }
            life.on(step.get("at").asText()).to(step.get("to").asText(), StatusCategory.TO_DO);
            if (step.get("at").asText().equals(resolved)) {
              life.resolve("Done");
              closed = true;
            }
          }
          if (!closed) {
            life.on(resolved).resolve("Done");
          }
          IssueFacts facts = life.facts();
          given
              .get("expect")
              .get("hours")
              .fields()
              .forEachRemaining(
                  field ->
                      GoldenCases.same(
                          id,
                          one(
                              new Metric.TimeTaken(
                                  new Span.InStatuses(Set.of(field.getKey())),
                                  Statistic.MEAN,
                                  Timing.CALENDAR_HOURS),
                              facts),
                          field.getValue()));
          given
              .get("expect")
              .get("entered")
              .fields()
              .forEachRemaining(
                  field ->
                      GoldenCases.same(
                          id,
                          one(new Metric.Entries(Set.of(field.getKey()), Statistic.SUM), facts),
                          field.getValue()));
        });
  }

  private static Optional<BigDecimal> one(Metric metric, IssueFacts issue) {
    return count(Counting.SITE, Reach.ALL, metric, Inputs.NONE, ALWAYS, LATER, List.of(issue))
        .value();
  }

  @Test
  public void onTime() {
    each(
        "flow",
        "onTime",
        (id, given) -> {
          JsonNode expected = given.get("expect");
          Site site = site(given);
          MetricResult found =
              count(
                  site,
                  Reach.ALL,
                  new Metric.OnTimeDelivery(),
                  Inputs.NONE,
                  period(given),
                  site.startOf(LocalDate.parse(given.get("asOf").asText())),
                  finished(given));
          GoldenCases.same(id, found.value(), expected.get("rate"));
          assertThat(found.beside())
              .as(id)
              .isEqualTo(
                  new MetricResult.Beside(
                      expected.get("onTime").asInt() + expected.get("late").asInt(),
                      expected.get("undefined").asInt(),
                      0,
                      expected.get("notYetDue").asInt(),
                      0));
        });
  }

  @Test
  public void delay() {
    each(
        "flow",
        "delay",
        (id, given) -> {
          Life life = Life.of(1, "2026-02-01");
          text(given.get("due")).ifPresent(life::due);
          IssueFacts facts = life.versions(4L).on(given.get("resolved").asText()).done().facts();
          Site site =
              new Site(
                  ZoneId.of("UTC"),
                  WorkingDays.NO_HOLIDAYS,
                  Set.of(),
                  new Releases(
                      List.of(
                          new Release(
                              4, 10, text(given.get("releaseDate")).map(LocalDate::parse), true))));
          GoldenCases.same(
              id,
              count(
                      site,
                      Reach.ALL,
                      new Metric.ScheduleDelay(Statistic.MEAN),
                      Inputs.NONE,
                      ALWAYS,
                      LATER,
                      List.of(facts))
                  .value(),
              given.get("expect").get("daysLate"));
        });
  }

  @Test
  public void reopenRate() {
    each(
        "flow",
        "reopenRate",
        (id, given) ->
            GoldenCases.same(
                id,
                count(
                        site(given),
                        Reach.ALL,
                        new Metric.ReopenedShare(),
                        Inputs.NONE,
                        period(given),
                        LATER,
                        steps(given))
                    .value(),
                given.get("expect").get("rate")));
  }

  @Test
  public void throughput() {
    each(
        "flow",
        "throughput",
        (id, given) -> {
          JsonNode expected = given.get("expect");
          MetricResult found =
              count(
                  site(given),
                  Reach.ALL,
                  new Metric.Count(Placed.RESOLVED),
                  Inputs.NONE,
                  period(given),
                  LATER,
                  finished(given));
          GoldenCases.same(id, found.value(), expected.get("throughput"));
          assertThat(found.beside().outOfScope())
              .as(id)
              .isEqualTo(expected.get("outOfScope").asInt());
          assertThat(found.beside().undefined())
              .as(id)
              .isEqualTo(expected.get("undefined").asInt());
          GoldenCases.same(
              id,
              count(
                      site(given),
                      Reach.ALL,
                      new Metric.Count(Placed.OUT_OF_SCOPE),
                      Inputs.NONE,
                      period(given),
                      LATER,
                      finished(given))
                  .value(),
              expected.get("outOfScope"));
        });
  }

  @Test
  public void effort() {
    each(
        "effort",
        "shares",
        (id, given) -> {
          JsonNode expected = given.get("expect");
          Set<Long> serving = new HashSet<>();
          Set<Long> restoring = new HashSet<>();
          List<IssueFacts> issues = finished(given);
          for (int i = 0; i < issues.size(); i++) {
            JsonNode issue = given.get("issues").get(i);
            if (issue.get("servesObjective").asBoolean()) {
              serving.add((long) i);
            }
            if (issue.get("restoresKpi").asBoolean()) {
              restoring.add((long) i);
            }
          }
          WeightBy by =
              given.path("weightBy").asText().equals("ONE") ? WeightBy.ISSUES : WeightBy.POINTS;
          Inputs inputs =
              new Inputs(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(serving::contains),
                  restoring::contains);
          Map<Metric.Effort.Part, String> names =
              Map.of(
                  Metric.Effort.Part.OBJECTIVE, "objective",
                  Metric.Effort.Part.KPI, "kpi",
                  Metric.Effort.Part.NEITHER, "neither");
          names.forEach(
              (part, name) -> {
                MetricResult found =
                    count(
                        site(given),
                        Reach.ALL,
                        new Metric.Effort(part, by),
                        inputs,
                        period(given),
                        LATER,
                        issues);
                GoldenCases.same(id + " " + name, found.value(), expected.get(name));
                assertThat(found.beside().imputed())
                    .as(id)
                    .isEqualTo(expected.get("imputed").asInt());
              });
        });
  }

  @Test
  public void sprints() {
    each(
        "sprint",
        "report",
        (id, given) -> {
          JsonNode expected = given.get("expect");
          JsonNode sprint = given.get("sprint");
          MetricWindow window =
              new MetricWindow.InSprint(
                  new Sprint(
                      sprint.get("id").asLong(),
                      Instant.parse(sprint.get("start").asText()),
                      text(sprint.get("complete")).map(Instant::parse)),
                  given.has("rightmost")
                      ? DoneColumn.of(words(given.get("rightmost")))
                      : DoneColumn.UNREADABLE);
          Map<Metric.OfSprint.Sum, String> names = new LinkedHashMap<>();
          names.put(Metric.OfSprint.Sum.VELOCITY, "velocity");
          names.put(Metric.OfSprint.Sum.COMMITMENT, "commitment");
          names.put(Metric.OfSprint.Sum.ADDED, "added");
          names.put(Metric.OfSprint.Sum.REMOVED, "removed");
          names.put(Metric.OfSprint.Sum.NOT_COMPLETED, "notCompleted");
          names.put(Metric.OfSprint.Sum.COMPLETED_ELSEWHERE, "completedElsewhere");
          names.put(Metric.OfSprint.Sum.SAY_DO, "sayDo");
          Instant asOf = text(given.get("asOf")).map(Instant::parse).orElse(LATER);
          names.forEach(
              (sum, name) -> {
                MetricRun run =
                    new MetricRun(
                        List.of(
                            Wanted.of(
                                new Metric.OfSprint(sum, true),
                                Reach.ALL,
                                List.of(window),
                                AsOf.at(asOf)),
                            Wanted.of(
                                new Metric.OfSprint(sum, false),
                                Reach.ALL,
                                List.of(window),
                                AsOf.at(asOf))),
                        Counting.SITE);
                sprintIssues(given).forEach(run::take);
                List<List<MetricResult>> found = run.results();
                GoldenCases.same(id + " " + name, found.get(0).get(0).value(), expected.get(name));
                String counted =
                    Map.of("velocity", "completed", "commitment", "committed")
                        .getOrDefault(name, name);
                JsonNode count = expected.get("counts").get(counted);
                if (count != null) {
                  GoldenCases.same(id + " " + counted, found.get(1).get(0).value(), count);
                }
              });
        });
  }

  private static List<IssueFacts> sprintIssues(JsonNode given) {
    List<IssueFacts> issues = new ArrayList<>();
    for (JsonNode issue : given.get("issues")) {
      Life life = Life.of(issues.size(), issue.get("created").asText());
      status(life, issue.get("status"), given);
      estimate(life, issue.get("estimate"));
      life.sprints(ids(issue.get("sprints")));
      if (issue.path("subtask").asBoolean()) {
        life.subTaskOf(1);
      }
      for (JsonNode event : issue.get("events")) {
        life.on(event.get("at").asText());
        switch (event.get("field").asText()) {
          case "status" -> status(life, event.get("to"), given);
          case "estimate" -> estimate(life, event.get("to"));
          default -> life.sprints(ids(event.get("to")));
        }
      }
      issues.add(life.facts());
    }
    return issues;
  }

  private static void status(Life life, JsonNode status, JsonNode given) {
    life.to(
        status.asText(),
        StatusCategory.valueOf(given.get("categories").get(status.asText()).asText()));
  }

  private static void estimate(Life life, JsonNode estimate) {
    GoldenCases.number(estimate).ifPresentOrElse(life::points, life::withoutPoints);
  }

  private static Long[] ids(JsonNode list) {
    List<Long> ids = new ArrayList<>();
    list.forEach(each -> ids.add(each.asLong()));
    return ids.toArray(Long[]::new);
  }

  private static MetricResult count(
      Site site,
      Reach reach,
      Metric metric,
      Inputs inputs,
      Period period,
      Instant asOf,
      List<IssueFacts> issues) {
    MetricRun run =
        new MetricRun(
            List.of(
                new Wanted(
                    metric,
                    reach,
                    inputs,
                    List.of(new MetricWindow.Days(period)),
                    AsOf.at(asOf),
                    false)),
            site);
    issues.forEach(run::take);
    return run.results().get(0).get(0);
  }

  private static void each(String area, String kind, BiConsumer<String, JsonNode> test) {
    for (JsonNode each : GoldenCases.of(area, one -> one.get("kind").asText().equals(kind))) {
      ObjectNode given = each.get("given").deepCopy();
      given.set("expect", each.get("expect"));
      test.accept(each.get("id").asText(), given);
    }
  }

  /** Issues of which only the end is told; one that ends before it begins has it from Jira. */
  private static List<IssueFacts> finished(JsonNode given) {
    List<IssueFacts> issues = new ArrayList<>();
    for (JsonNode issue : given.get("issues")) {
      String created = text(issue.get("created")).orElse("2026-03-01T00:00:00Z");
      Optional<String> resolved = text(issue.get("resolved"));
      boolean backwards = resolved.filter(at -> at.compareTo(created) < 0).isPresent();
      Life life = Life.of(issues.size(), created);
      life.type(issue.path("type").asText());
      text(issue.get("due")).ifPresent(life::due);
      GoldenCases.number(issue.get("weight")).ifPresent(life::points);
      if (issue.get("category").asText().equals("DONE")) {
        life.on(backwards ? created : resolved.orElse(created)).done();
        resolved.ifPresentOrElse(
            at -> life.resolve(text(issue.get("resolution")).orElse("Done")), life::unresolve);
        if (backwards) {
          life.resolvedInJira(Instant.parse(resolved.get()));
        }
      }
      issues.add(life.facts());
    }
    return issues;
  }

  private static List<IssueFacts> steps(JsonNode given) {
    List<IssueFacts> issues = new ArrayList<>();
    for (JsonNode issue : given.get("issues")) {
      Life life = Life.of(issues.size(), text(issue.get("created")).orElse("2026-02-01T00:00:00Z"));
      Map<String, Integer> inCategory = new HashMap<>();
      life.to("0", StatusCategory.valueOf(issue.get("category").asText()));
      for (JsonNode step : issue.get("events")) {
        String to = step.get("to").asText();
        life.on(step.get("at").asText())
            .to(to + inCategory.merge(to, 1, Integer::sum), StatusCategory.valueOf(to));
      }
      issues.add(life.facts());
    }
    return issues;
  }

  private static Site site(JsonNode given) {
    return new Site(
        ZoneId.of(given.path("zone").asText("UTC")),
        WorkingDays.NO_HOLIDAYS,
        Set.of("Won't Do"),
        Releases.NONE);
  }

  private static Period period(JsonNode given) {
    return Counting.period(
        given.get("period").get("start").asText(),
        given.get("period").get("end").asText(),
        ZoneId.of(given.path("zone").asText("UTC")));
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new HashSet<>();
    list.forEach(each -> words.add(each.asText()));
    return words;
  }

  private static Optional<String> text(JsonNode node) {
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node.asText());
  }
}
