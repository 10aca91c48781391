package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.ImportFile.Work;
import io.bearings.systemtests.harness.Measurements;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * A key result whose value is a metric of the work in Jira: what is wrong with the metric is said
 * at its field, its past is read by itself, what happens to an issue moves it within seconds, a
 * past day has the value of that day, and nobody meets it among the KPIs.
 */
@RunWith(Parameterized.class)
public class KeyResultMetricsIT {
  /** The job that reads the past comes each minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private static final Duration PROMISED = Duration.ofSeconds(5);
  private static final int ISSUES = 12;
  private static final Map<String, Object> FIXED = Map.of("resolution", Map.of("id", "10000"));

  private final Cell cell;
  private final HostOptions options;

  public KeyResultMetricsIT(Cell cell) {
    this.cell = cell;
    options =
        HostOptions.fresh("key-result-metrics-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper())
            .importing(world(cell));
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  private static Path world(Cell cell) {
    List<Work> all =
        IntStream.rangeClosed(1, ISSUES)
            .mapToObj(
                number ->
                    new Work(
                        "Blocker " + number,
                        "To Do",
                        Optional.empty(),
                        Optional.of(1),
                        Optional.empty()))
            .toList();
    return new ImportFile()
        .people()
        .project("FEWER", "Open ones are to become fewer", all)
        .write("key-result-metrics-" + cell);
  }

  @Test
  public void aKeyResultFollowsTheWorkInJira() {
    try (RunningHost host = RunningHost.start(options)) {
      Okrs lead = new Okrs(host.as("lead"));
      long unit = unit(host);
      clock(host, Duration.ofDays(3));
      resolve(lead.session(), "FEWER-1");
      resolve(lead.session(), "FEWER-2");
      clock(host, Duration.ZERO);

      long objective = objective(lead, unit);
      refused(lead, objective);
      JsonNode made = lead.post("objectives/" + objective + "/key-results", open(20)).json(201);
      long id = made.path("id").asLong();
      assertThat(made.path("source").asText()).isEqualTo("JQL");
      assertThat(made.path("metric").asText()).isEqualTo("count(\"project = FEWER\", open)");
      publish(lead, objective);
      filled(lead, id);
      until(PROMISED, () -> current(lead, id) == ISSUES - 2);
      assertThat(lead.get("key-results/" + id + "/metric").json(200).path("noDataBecause").size())
          .isZero();

      Instant begun = Instant.now();
      resolve(lead.session(), "FEWER-3");
      until(PROMISED, () -> current(lead, id) == ISSUES - 3);
      Measurements.note(
          cell + ": a key result follows an issue", Duration.between(begun, Instant.now()));

      pastDays(lead, unit, id);
      hidden(host, lead, unit);
      otherMetric(lead, id);
      AddOnLog.assertNoWarnings(host);
    }
  }

  private static long unit(RunningHost host) {
    Okrs admin = new Okrs(host.as("admin"));
    long unit = new Organisation(admin).team("Fewer", "lead");
    JsonNode made = admin.get("units/" + unit).json(200);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", made.path("version").asInt());
    body.put("name", "Fewer");
    body.put("parentId", made.path("parentId").asLong());
    body.put("lead", Map.of("key", made.at("/lead/key").asText()));
    body.put("openness", "EVERYONE");
    body.put("projects", List.of(Map.of("key", "FEWER")));
    // Whoever gives a unit a project has to see it, and administrators see none of these.
    new Okrs(host.as("lead")).put("units/" + unit, body).json(200);
    return unit;
  }

  private static long objective(Okrs lead, long unit) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("unitId", unit);
    body.put("title", "Nothing stops anybody");
    body.put("why", "People wait for each other.");
    return lead.post("objectives", body).json(201).path("id").asLong();
  }

  private static Map<String, Object> open(int baseline) {
    return reading("count(\"project = FEWER\", open)", baseline);
  }

  private static Map<String, Object> reading(String metric, int baseline) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", "Open blockers become fewer");
    body.put("source", "JQL");
    body.put("metric", metric);
    body.put("baseline", baseline);
    body.put("target", 0);
    return body;
  }

  private static void refused(Okrs lead, long objective) {
    assertThat(refused(lead, objective, "cuont(\"project = FEWER\")")).contains("cuont");
    assertThat(refused(lead, objective, "count(\"projekt = FEWER\", open)")).contains("projekt");
    assertThat(refused(lead, objective, "count(project(\"NONE\"), \"type = Bug\")"))
        .contains("NONE");
    assertThat(refused(lead, objective, "throughput")).contains("rolling");
    assertThat(refused(lead, objective, "velocity / 2")).isNotEmpty();
    assertThat(refused(lead, objective, "")).isNotEmpty();
  }

  private static String refused(Okrs lead, long objective, String metric) {
    return lead.post("objectives/" + objective + "/key-results", reading(metric, 20))
        .json(400)
        .at("/errors/metric")
        .asText();
  }

  private static void publish(Okrs lead, long objective) {
    int version = lead.get("objectives/" + objective).json(200).path("version").asInt();
    lead.post("objectives/" + objective + "/publish", Map.of("version", version, "confidence", 7))
        .json(200);
  }

  /** Two were done three days ago, and one today; before that all were open. */
  private static void pastDays(Okrs lead, long unit, long id) {
    assertThat(on(lead, unit, id, 1)).isEqualTo(ISSUES - 2);
    assertThat(on(lead, unit, id, 2)).isEqualTo(ISSUES - 2);
    assertThat(on(lead, unit, id, 4)).isEqualTo(ISSUES);
    assertThat(on(lead, unit, id, 0)).isEqualTo(ISSUES - 3);
  }

  private static double on(Okrs lead, long unit, long id, int daysAgo) {
    LocalDate day = LocalDate.now().minusDays(daysAgo);
    JsonNode then = lead.get("workspace?unit=" + unit + "&cycle=backlog&asOf=" + day).json(200);
    for (JsonNode objective : then.path("objectives")) {
      for (JsonNode keyResult : objective.path("keyResults")) {
        if (keyResult.path("id").asLong() == id) {
          return keyResult.path("current").asDouble(-1);
        }
      }
    }
    throw new AssertionError("KR-" + id + " is not in " + then);
  }

  private static void hidden(RunningHost host, Okrs lead, long unit) {
    assertThat(lead.get("kpis?unit=" + unit + "&archived=true").json(200).path("kpis").size())
        .isZero();
    assertThat(lead.get("kpi-choices?unit=" + unit).json(200).path("kpis").size()).isZero();
    for (int kpi = 1; kpi <= 3; kpi++) {
      assertThat(lead.get("kpis/" + kpi).status()).as("KPI-" + kpi).isEqualTo(404);
    }
    assertThat(host.as("admin").get("/rest/bearings/1.0/kpis/1").status()).isEqualTo(404);
  }

  private static void otherMetric(Okrs lead, long id) {
    JsonNode before = lead.keyResult(id);
    Map<String, Object> body =
        reading("count(\"project = FEWER\", resolved, rolling(\"30d\"))", 20);
    body.put("version", before.path("version").asInt());
    lead.put("key-results/" + id, body).json(200);
    until(PROMISED, () -> current(lead, id) == 3);
    JsonNode changes = lead.get("key-results/" + id + "/history").json(200).path("changes");
    assertThat(changes.findValuesAsText("field")).contains("metric");
  }

  private static void clock(RunningHost host, Duration ago) {
    Map<String, String> headers =
        Map.of("Content-Type", "text/plain", "X-Atlassian-Token", "no-check");
    String offset = "-PT" + ago.toMinutes() + "M";
    assertThat(host.anonymous().raw("POST", "/host/clock", offset, headers).status())
        .isEqualTo(204);
  }

  private static void resolve(Session session, String issue) {
    Map<String, Object> done = Map.of("transition", Map.of("id", "51"), "fields", FIXED);
    assertThat(session.post("/rest/api/2/issue/" + issue + "/transitions", done).status())
        .as(issue)
        .isEqualTo(204);
  }

  private static void filled(Okrs lead, long id) {
    until(
        PATIENCE,
        () -> {
          JsonNode now = lead.get("key-results/" + id + "/metric").json(200).path("backfill");
          assertThat(now.path("state").asText()).as("%s", now).isNotIn("FAILED", "NONE");
          return now.path("state").asText().equals("DONE");
        });
  }

  private static double current(Okrs lead, long id) {
    return lead.keyResult(id).path("current").asDouble(-1);
  }

  private static void until(Duration limit, BooleanSupplier hope) {
    Instant end = Instant.now().plus(limit);
    while (!hope.getAsBoolean() && Instant.now().isBefore(end)) {
      pause();
    }
    assertThat(hope.getAsBoolean()).isTrue();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
