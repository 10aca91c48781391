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
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.Temper;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.AfterParam;
import org.junit.runners.Parameterized.BeforeParam;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/**
 * KPIs that count the work in Jira: the weeks and sprints of the past are there as soon as that
 * past is read, and what happens to an issue is in the value of the week within seconds. What a
 * metric names and Jira knows no more is told, and nothing is lost for it. Who measures nothing
 * pays nothing.
 */
@RunWith(Parameterized.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class MetricKpisIT {
  /** The past is read as soon as somebody asks; nobody waits for the job that comes each minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PROMISED = Duration.ofSeconds(5);
  private static final long EVENT_LIMIT = 6;
  private static final Map<String, Object> FIXED = Map.of("resolution", Map.of("id", "10000"));

  private static RunningHost host;

  /** The combination that this run is about. */
  @Parameter public Cell cell;

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @BeforeParam
  public static void start(Cell cell) {
    host =
        RunningHost.start(
            HostOptions.fresh("metric-kpis-" + cell)
                .database(cell.database().fresh())
                .temper(cell.temper())
                .importing(world(cell)));
  }

  @AfterParam
  public static void stop() {
    host.close();
  }

  private static Path world(Cell cell) {
    return new ImportFile()
        .people()
        .project("TEMPO", "Counted week by week", estimated(20))
        .project("CALM", "Measured by nobody", estimated(6))
        .project("STAY", "Measured together with one that goes", estimated(20))
        .project("LEAVE", "Deleted while it is measured", estimated(3))
        .write("metric-kpis-" + cell);
  }

  private static List<Work> estimated(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                new Work(
                    "Work " + number,
                    "To Do",
                    Optional.empty(),
                    Optional.of(number % 3 + 1),
                    Optional.empty()))
        .toList();
  }

  @Test
  public void metricsCountTheWorkInJira() {
    Okrs lead = new Okrs(host.as("lead"));
    long tempo = unit(host, "Tempo", "TEMPO");
    long calm = unit(host, "Calm", "CALM");
    long linked = linked(lead);
    long before = events(lead, "CALM-1");
    pastWork(host, lead);

    long throughput = byWeek(lead, tempo);
    Instant begun = Instant.now();
    resolve(lead.session(), "TEMPO-12");
    until(PROMISED, () -> current(lead, throughput) == 1);
    Measurements.note(
        cell + ": a metric KPI follows an issue", Duration.between(begun, Instant.now()));
    moved(lead, throughput);
    sprints(lead, tempo);
    withoutSprints(lead, calm);
    asQueried(lead, tempo);

    assertThat(lead.keyResult(linked).path("issues").asInt()).isEqualTo(1);
    assertThat(events(lead, "CALM-1"))
        .as("what an event costs of a project that only velocity was looked at of")
        .isLessThanOrEqualTo(Math.max(before, EVENT_LIMIT));
    AddOnLog.assertNoWarnings(host);
  }

  @Test
  public void whatIsGoneFromJiraIsTold() {
    Okrs lead = new Okrs(host.as("lead"));
    long unit = unit(host, "Left", "STAY");
    assertThat(refused(lead, unit, "throughput(project(\"NONE\"))")).contains("NONE");
    assertThat(refused(lead, unit, "throughput(\"projekt = STAY\")")).contains("projekt");
    assertThat(refused(lead, unit, "sum(\"Happiness\", \"project = STAY\")")).contains("Happiness");

    long ofProject = metric(lead, unit, "Left", "throughput(project(\"LEAVE\"))");
    long ofQuery = metric(lead, unit, "Asked", "count(\"project in (STAY, LEAVE)\")");
    filled(lead, ofProject);
    filled(lead, ofQuery);
    resolve(lead.session(), "LEAVE-1");
    until(PROMISED, () -> current(lead, ofProject) == 1);
    double asked = current(lead, ofQuery);

    String site = "/secure/admin/ViewStatuses.jspa";
    Map<String, String> deletion = Map.of("command", "delete-project", "key", "LEAVE");
    assertThat(host.as("admin").formOf(site, site, deletion).status()).isEqualTo(200);
    resolve(lead.session(), "STAY-2");
    until(PATIENCE, () -> because(lead, ofProject).contains("LEAVE"));
    until(PATIENCE, () -> because(lead, ofQuery).contains("LEAVE"));
    assertThat(current(lead, ofProject)).isEqualTo(1);
    assertThat(current(lead, ofQuery)).isEqualTo(asked);
    JsonNode sheet = lead.get("kpis/" + ofProject).json(200);
    Map<String, Object> mended =
        Map.of(
            "version", sheet.path("version").asInt(), "metric", "throughput()", "source", "METRIC");
    lead.put("kpis/" + ofProject, mended).json(200);
    filled(lead, ofProject);
    assertThat(because(lead, ofProject)).isEmpty();
    AddOnLog.assertNoWarnings(host);
  }

  private static String refused(Okrs lead, long unit, String metric) {
    return lead.post("kpis", sheet(unit, "Refused", metric))
        .json(400)
        .at("/errors/metric")
        .asText();
  }

  /** A team with a project of its own. */
  private static long unit(RunningHost host, String name, String project) {
    Okrs admin = new Okrs(host.as("admin"));
    Organisation organisation = new Organisation(admin);
    long unit = organisation.team(name, "lead");
    JsonNode made = admin.get("units/" + unit).json(200);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", made.path("version").asInt());
    body.put("name", name);
    body.put("parentId", made.path("parentId").asLong());
    body.put("lead", Map.of("key", made.at("/lead/key").asText()));
    body.put("openness", "EVERYONE");
    body.put("projects", List.of(Map.of("key", project)));
    // Whoever gives a unit a project has to see it, and administrators see none of these.
    new Okrs(host.as("lead")).put("units/" + unit, body).json(200);
    return unit;
  }

  private static Map<String, Object> sheet(long unit, String name, String metric) {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("unitId", unit);
    sheet.put("name", name);
    sheet.put("category", "TEAM");
    sheet.put("source", "METRIC");
    sheet.put("metric", metric);
    sheet.put("frequency", "WEEKLY");
    sheet.put("direction", "HIGHER");
    sheet.put("measure", Map.of("kind", "NUMBER"));
    sheet.put("target", Map.of("value", 2));
    sheet.put("critical", Map.of("value", 1));
    return sheet;
  }

  private static long metric(Okrs lead, long unit, String name, String metric) {
    return lead.post("kpis", sheet(unit, name, metric)).json(201).path("id").asLong();
  }

  private static long linked(Okrs lead) {
    JsonNode objective = lead.objective("CALM", "Is followed", "One issue");
    long keyResult = Okrs.keyResultId(objective, 0);
    lead.attach(keyResult, List.of("CALM-1")).json(200);
    return keyResult;
  }

  /** What a change of status and its way back cost for each event, as the host counts it. */
  private long events(Okrs lead, String issue) {
    long statements = 0;
    for (int i = 0; i < 2; i++) {
      statements =
          move(lead.session(), issue, Map.of("transition", Map.of("id", "51"), "fields", FIXED))
              + move(lead.session(), issue, Map.of("transition", Map.of("id", "71")));
    }
    long nothing =
        move(lead.session(), "CALM-6", Map.of("transition", Map.of("id", "51"), "fields", FIXED))
            + move(lead.session(), "CALM-6", Map.of("transition", Map.of("id", "71")));
    int events = cell.temper() == Temper.HARSH ? 4 : 2;
    return (statements - nothing + events - 1) / events + 1;
  }

  private static long move(Session session, String issue, Map<String, Object> body) {
    Answer answer = session.post("/rest/api/2/issue/" + issue + "/transitions", body);
    assertThat(answer.status()).as(issue).isEqualTo(204);
    return answer.statements();
  }

  private static void resolve(Session session, String issue) {
    move(session, issue, Map.of("transition", Map.of("id", "51"), "fields", FIXED));
  }

  /** Three weeks of work with two sprints: 2 + 2 + 3 issues resolved. */
  private static void pastWork(RunningHost host, Okrs lead) {
    Session session = lead.session();
    clock(host, Duration.ofDays(21));
    resolve(session, "TEMPO-1");
    resolve(session, "TEMPO-2");
    long board =
        session
            .get("/rest/agile/1.0/board?projectKeyOrId=TEMPO")
            .json(200)
            .at("/values/0/id")
            .asLong();
    long first = sprint(session, board, "Sprint 1", List.of("TEMPO-6", "TEMPO-7"));
    long second = sprint(session, board, "Sprint 2", List.of("TEMPO-8"));
    clock(host, Duration.ofDays(20));
    state(session, first, "active");
    clock(host, Duration.ofDays(14));
    resolve(session, "TEMPO-3");
    resolve(session, "TEMPO-6");
    clock(host, Duration.ofDays(9));
    state(session, first, "closed");
    clock(host, Duration.ofDays(8));
    state(session, second, "active");
    clock(host, Duration.ofDays(7));
    resolve(session, "TEMPO-4");
    resolve(session, "TEMPO-5");
    resolve(session, "TEMPO-8");
    state(session, second, "closed");
    clock(host, Duration.ZERO);
  }

  private static long sprint(Session session, long board, String name, List<String> issues) {
    long sprint =
        session
            .post("/rest/agile/1.0/sprint", Map.of("name", name, "originBoardId", board))
            .json(201)
            .path("id")
            .asLong();
    assertThat(
            session
                .post("/rest/agile/1.0/sprint/" + sprint + "/issue", Map.of("issues", issues))
                .status())
        .isEqualTo(204);
    return sprint;
  }

  private static void state(Session session, long sprint, String state) {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("state", state));
    if (state.equals("active")) {
      body.put("endDate", Instant.now().plus(Duration.ofDays(7)).toString());
    }
    session.post("/rest/agile/1.0/sprint/" + sprint, body).json(200);
  }

  private static void clock(RunningHost host, Duration ago) {
    Map<String, String> headers =
        Map.of("Content-Type", "text/plain", "X-Atlassian-Token", "no-check");
    String offset = "-PT" + ago.toMinutes() + "M";
    assertThat(host.anonymous().raw("POST", "/host/clock", offset, headers).status())
        .isEqualTo(204);
  }

  /** The weeks of the past are counted as soon as they are read. */
  private static long byWeek(Okrs lead, long unit) {
    long kpi = metric(lead, unit, "Finished in a week", "throughput");
    JsonNode asked = lead.post("kpis/" + kpi + "/backfill", Map.of()).json(200);
    assertThat(asked.path("state").asText()).isIn("WAITING", "RUNNING", "DONE");
    JsonNode done = filled(lead, kpi);
    assertThat(done.path("done").asInt()).isEqualTo(20);
    assertThat(done.path("of").asInt()).isEqualTo(20);

    JsonNode series = lead.get("kpis/" + kpi + "/series").json(200);
    assertThat(value(series, 3)).isEqualTo(2);
    assertThat(value(series, 2)).isEqualTo(2);
    assertThat(value(series, 1)).isEqualTo(3);
    assertThat(value(series, 0)).isZero();
    assertThat(series.path("periods").size()).isGreaterThan(10);
    // Nothing was ever counted but what is true: nobody hears of a correction.
    for (JsonNode each : series.path("periods")) {
      assertThat(each.path("corrected").asBoolean()).as("%s", each).isFalse();
    }
    // The past of a project that is read already is there at once.
    long second = metric(lead, unit, "The same once more", "throughput");
    assertThat(lead.get("kpis/" + second + "/backfill").json(200).path("state").asText())
        .isEqualTo("DONE");
    assertThat(value(lead.get("kpis/" + second + "/series").json(200), 3)).isEqualTo(2);
    return kpi;
  }

  private static double value(JsonNode series, int weeksAgo) {
    LocalDate monday =
        LocalDate.now()
            .minusWeeks(weeksAgo)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (JsonNode each : series.path("periods")) {
      if (each.path("first").asText().equals(monday.toString())) {
        assertThat(each.path("value").isNumber()).as("%s", each).isTrue();
        return each.path("value").asDouble();
      }
    }
    throw new AssertionError("There is no week of " + monday + " in " + series);
  }

  private static void moved(Okrs lead, long kpi) {
    JsonNode moved = lead.get("kpis/" + kpi + "/moved?period=" + LocalDate.now()).json(200);
    assertThat(moved.path("value").asDouble()).isEqualTo(1);
    assertThat(moved.path("valueBefore").asDouble()).isEqualTo(3);
    assertThat(moved.path("issues").findValuesAsText("key"))
        .containsExactlyInAnyOrder("TEMPO-4", "TEMPO-5", "TEMPO-8", "TEMPO-12");
    assertThat(moved.path("hidden").asInt()).isZero();
  }

  private static void sprints(Okrs lead, long unit) {
    JsonNode velocity = lead.get("velocity?unit=" + unit).json(200);
    assertThat(velocity.path("points").asBoolean()).isTrue();
    assertThat(velocity.path("sprints").findValuesAsText("name"))
        .containsExactly("Sprint 1", "Sprint 2");
    JsonNode first = velocity.at("/sprints/0");
    assertThat(first.path("committed").asDouble()).isEqualTo(1 + 2);
    assertThat(first.path("completed").asDouble()).isEqualTo(1);
    assertThat(velocity.at("/sprints/1/completed").asDouble()).isEqualTo(3);
    assertThat(velocity.path("mean").asDouble()).isEqualTo(2);

    Map<String, Object> sheet = sheet(unit, "Velocity", "velocity");
    sheet.put("frequency", "PER_SPRINT");
    sheet.put("measure", Map.of("kind", "POINTS"));
    long kpi = lead.post("kpis", sheet).json(201).path("id").asLong();
    filled(lead, kpi);
    JsonNode periods = lead.get("kpis/" + kpi + "/series").json(200).path("periods");
    assertThat(periods.findValuesAsText("name")).containsExactly("Sprint 1", "Sprint 2");
    assertThat(periods.at("/0/value").asDouble()).isEqualTo(1);
    assertThat(periods.at("/1/value").asDouble()).isEqualTo(3);
  }

  private static void withoutSprints(Okrs lead, long unit) {
    JsonNode velocity = lead.get("velocity?unit=" + unit).json(200);
    assertThat(velocity.path("sprints").size()).isZero();
    assertThat(velocity.path("mean").isNull()).isTrue();

    Map<String, Object> sheet = sheet(unit, "Velocity of the calm", "velocity");
    sheet.put("frequency", "PER_SPRINT");
    sheet.put("measure", Map.of("kind", "POINTS"));
    JsonNode made = lead.post("kpis", sheet).json(201);
    assertThat(made.at("/standing/period").isNull()).isTrue();
    assertThat(made.at("/noDataBecause/0").asText()).contains("still being read");
    long kpi = made.path("id").asLong();
    until(PATIENCE, () -> because(lead, kpi).contains("No sprint"));
    int version = made.path("version").asInt();
    lead.post("kpis/" + kpi + "/archive", Map.of("version", version)).json(200);
  }

  /** A query says which of the issues count; the value follows as soon as the search does. */
  private static void asQueried(Okrs lead, long unit) {
    long kpi = metric(lead, unit, "With an estimate", "sum(\"Story Points\", \"key = TEMPO-13\")");
    filled(lead, kpi);
    until(PATIENCE, () -> current(lead, kpi) == 2);
  }

  private static JsonNode filled(Okrs lead, long kpi) {
    String backfill = "kpis/" + kpi + "/backfill";
    until(
        PATIENCE,
        () -> {
          JsonNode now = lead.get(backfill).json(200);
          assertThat(now.path("state").asText()).as("%s", now).isNotEqualTo("FAILED");
          assertThat(now.path("done").asInt()).isLessThanOrEqualTo(20);
          return now.path("state").asText().equals("DONE");
        });
    // What was read is counted by whoever read it, just after that.
    until(
        PROMISED, () -> lead.get("kpis/" + kpi).json(200).at("/standing/period/value").isNumber());
    return lead.get(backfill).json(200);
  }

  private static double current(Okrs lead, long kpi) {
    return lead.get("kpis/" + kpi).json(200).at("/standing/period/value").asDouble(-1);
  }

  private static String because(Okrs lead, long kpi) {
    StringBuilder all = new StringBuilder();
    lead.get("kpis/" + kpi)
        .json(200)
        .path("noDataBecause")
        .forEach(each -> all.append(each.asText()).append(' '));
    return all.toString();
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
