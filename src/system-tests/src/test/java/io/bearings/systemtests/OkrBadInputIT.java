package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * What people get wrong about objectives, key results, cycles and check-ins: each gets a clear
 * answer at the field, nothing is half written, and nothing is lost.
 */
@RunWith(Parameterized.class)
public class OkrBadInputIT {
  private static final String REST = "/rest/bearings/1.0/";
  private static final Map<Cell, Place> PLACES = new ConcurrentHashMap<>();
  private static final Map<Cell, RunningHost> HOSTS = new ConcurrentHashMap<>();
  private static final int TWO_MEGABYTES = 2 * 1024 * 1024;
  private static final int MOST_ROWS = 5_000;

  /** Values that are no number of ours, as a request holds them. */
  private static final List<String> NO_NUMBERS =
      List.of("\"NaN\"", "1e308", "-1e308", "1e999999999", "\"12,5\"", "\"1e308\"", "true", "[1]");

  /** The same in a file. */
  private static final List<String> NO_NUMBERS_OF_A_FILE =
      List.of("NaN", "1e308", "-1e308", "\"12,5\"", "1e999999999", "Infinity", "=1+1");

  private static final String HOSTILE =
      "\"'><script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">{{7*7}}$a&lt;";

  /** What stands in a page where somebody forgot to escape it. */
  private static final List<String> RUNNING =
      List.of("<script>window.hacked", "<img src=x onerror", "onerror=\"window.hacked");

  /** Emoji with modifiers, Hebrew and Arabic with marks of direction, an accent of its own. */
  private static final String FOREIGN =
      "\uD83D\uDE80\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB \u05E9\u05DC\u05D5\u05DD"
          + " \u200F\u0645\u0631\u062D\u0628\u0627\u200E e\u0301 \u4F60\u597D";

  private final RunningHost host;
  private final Okrs admin;
  private final Okrs lead;
  private final Place place;
  private JsonNode rowsBefore;

  /**
   * Where the tests of one host work.
   *
   * @param keyResult one that is worked on, from 0 to 10
   * @param frozen one whose cycle is closed
   * @param frozenOn a day of that cycle
   */
  private record Place(
      long team, long cycle, long objective, long keyResult, long frozen, LocalDate frozenOn) {}

  /** Hosts of its own: a hostile title in a project would stand in the way of other tests. */
  private static RunningHost start(Cell cell) {
    return RunningHost.start(
        HostOptions.fresh("okr-bad-input-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper())
            .importing(World.file()));
  }

  @AfterClass
  public static void closeHosts() {
    HOSTS.values().forEach(RunningHost::close);
    HOSTS.clear();
    PLACES.clear();
  }

  public OkrBadInputIT(Cell cell) {
    host = HOSTS.computeIfAbsent(cell, OkrBadInputIT::start);
    admin = new Okrs(host.as("admin"));
    lead = new Okrs(host.as("lead"));
    place = PLACES.computeIfAbsent(cell, any -> prepare());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  private Place prepare() {
    Organisation organisation = new Organisation(admin);
    long team = organisation.team("Bad input", "lead");
    long cycle = organisation.cycle(team, "Now");
    JsonNode objective = published(team, cycle, "Solid ground");
    LocalDate then = LocalDate.now().minusDays(150);
    long past =
        admin
            .post("cycles", cycle(team, "Then", then.minusDays(30), then.plusDays(30)))
            .json(201)
            .path("id")
            .asLong();
    step(past, "ACTIVE");
    JsonNode over = published(team, past, "Long over");
    step(past, "REVIEW");
    step(past, "CLOSED");
    return new Place(
        team,
        cycle,
        objective.path("id").asLong(),
        Okrs.keyResultId(objective, 0),
        Okrs.keyResultId(over, 0),
        then);
  }

  private void step(long cycle, String state) {
    int version = admin.get("cycles/" + cycle).json(200).path("version").asInt();
    admin.post("cycles/" + cycle + "/state", Map.of("version", version, "state", state)).json(200);
  }

  private static Map<String, Object> cycle(
      long unit, String name, LocalDate first, LocalDate last) {
    Map<String, Object> cycle = new LinkedHashMap<>();
    cycle.put("unitId", unit);
    cycle.put("name", name);
    cycle.put("first", first.toString());
    cycle.put("last", last.toString());
    cycle.put("kind", "CALENDAR");
    cycle.put("length", "CUSTOM");
    return cycle;
  }

  private JsonNode published(long team, long cycle, String title) {
    JsonNode made = draft(team, cycle, title);
    return lead.post(
            "objectives/" + made.path("id").asLong() + "/publish",
            Map.of("version", made.path("version").asInt(), "confidence", 5))
        .json(200);
  }

  private JsonNode draft(long team, long cycle, String title) {
    return lead.post("objectives", objective(team, cycle, title)).json(201);
  }

  private static Map<String, Object> objective(long team, long cycle, String title) {
    return Map.of(
        "unitId",
        team,
        "cycleId",
        cycle,
        "title",
        title,
        "why",
        "Because it matters",
        "keyResults",
        List.of(Map.of("title", "From 0 to 10", "baseline", 0, "target", 10)));
  }

  @Before
  public void countRows() {
    rowsBefore = rows();
  }

  /** Tests that first make something valid count again after that. */
  private void afterPreparation() {
    rowsBefore = rows();
  }

  @After
  public void nothingIsHalfWrittenAndNothingFailed() {
    assertThat(rows()).as("rows of the add-on's tables").isEqualTo(rowsBefore);
    AddOnLog.assertNoWarnings(host);
  }

  /** What jobs remember is not written by requests. */
  private JsonNode rows() {
    ObjectNode tables = (ObjectNode) admin.get("health").json(200).path("tables");
    tables.remove("UPKEEP");
    return tables;
  }

  @Test
  public void objectivesThatContributeToThemselves() {
    long a = draft(place.team, place.cycle, "First of three").path("id").asLong();
    long b = draft(place.team, place.cycle, "Second of three").path("id").asLong();
    long c = draft(place.team, place.cycle, "Third of three").path("id").asLong();
    lead.post("objectives/" + a + "/alignments", contribution(b)).json(201);
    lead.post("objectives/" + b + "/alignments", contribution(c)).json(201);
    afterPreparation();
    assertRefused(
        lead.post("objectives/" + c + "/alignments", contribution(a)),
        "toObjectiveId",
        "O-" + a,
        "O-" + b,
        "O-" + c);
    assertRefused(lead.post("objectives/" + a + "/alignments", contribution(a)), "toObjectiveId");
    assertRefused(lead.post("objectives/" + a + "/alignments", contribution(b)), "toObjectiveId");
  }

  private static Map<String, Object> contribution(long to) {
    return Map.of("kind", "CONTRIBUTES", "toObjectiveId", to);
  }

  @Test
  public void cyclesThatOverlap() {
    LocalDate today = LocalDate.now();
    assertRefused(
        admin.post("cycles", cycle(place.team, "Too", today, today.plusDays(10))), "first", "Now");
    assertRefused(
        admin.post("cycles", cycle(place.team, "Around", today.minusDays(90), today.plusDays(90))),
        "first",
        "Now");
    assertRefused(
        admin.post("cycles", cycle(place.team, "Backwards", today, today.minusDays(1))), "last");
  }

  @Test
  public void aBaselineThatIsTheTarget() {
    assertRefused(keyResult("\"baseline\":5,\"target\":5.0"), "target", "5");
    assertRefused(change("\"baseline\":10"), "target", "10");
    assertThat(keyResult().path("baseline").asInt()).isZero();
  }

  @Test
  public void aTargetInTheWrongUnit() {
    assertRefused(
        keyResult("\"measure\":{\"kind\":\"PERCENT\"},\"baseline\":0,\"target\":250"),
        "target",
        "100");
    assertRefused(
        keyResult("\"measure\":{\"kind\":\"RATING\",\"of\":5},\"baseline\":1,\"target\":7"),
        "target",
        "5");
    assertRefused(
        keyResult("\"measure\":{\"kind\":\"DURATION\"},\"baseline\":8,\"target\":-1"), "target");
    assertRefused(
        keyResult("\"measure\":{\"kind\":\"CURRENCY\"},\"baseline\":0,\"target\":7"),
        "measure.currency");
    assertRefused(
        keyResult("\"measure\":{\"kind\":\"PARROTS\"},\"baseline\":0,\"target\":7"),
        "measure.kind");
    assertRefused(change("\"measure\":{\"kind\":\"RATING\",\"of\":5}"), "target", "5");
  }

  @Test
  public void numbersThatAreNone() {
    for (String number : NO_NUMBERS) {
      assertRefused(keyResult("\"baseline\":" + number + ",\"target\":1"), "baseline");
      assertRefused(keyResult("\"baseline\":0,\"target\":" + number), "target");
      assertRefused(keyResult("\"weight\":" + number), "weight");
      assertRefused(keyResult("\"lagWeeks\":" + number), "lagWeeks");
      assertRefused(keyResult("\"bounds\":{\"low\":" + number + "}"), "bounds.low");
      assertRefused(keyResult("\"marks\":{\"stretch\":" + number + "}"), "marks.stretch");
      assertRefused(change("\"target\":" + number), "target");
      assertRefused(change("\"weight\":" + number), "weight");
      assertRefused(checkIn(place.keyResult, "\"value\":" + number + ",\"confidence\":5"), "value");
      assertRefused(checkIn(place.keyResult, "\"value\":1,\"confidence\":" + number), "confidence");
      assertRefused(
          lead.post(
              "objectives/" + place.objective + "/alignments",
              "{\"kind\":\"DEPENDS\",\"toObjectiveId\":"
                  + place.objective
                  + ",\"weight\":"
                  + number
                  + "}"),
          "weight");
    }
    assertRefused(keyResult("\"baseline\":1e999999999,\"target\":1e999999999"), "baseline");
    assertThat(lead.get("key-results/" + place.keyResult).json(200).path("current").isNull())
        .isTrue();
  }

  @Test
  public void numbersThatAreNoJson() {
    for (String number : List.of("NaN", "Infinity", "12,5", "0x10", "1".repeat(5_000))) {
      Answer answer = keyResult("\"baseline\":" + number + ",\"target\":1");
      assertThat(answer.json(400).path("errorMessages").path(0).asText()).as(number).isNotBlank();
      assertHarmless(answer);
    }
  }

  @Test
  public void numbersOfAFileThatAreNone() {
    for (String number : NO_NUMBERS_OF_A_FILE) {
      for (String column : List.of("baseline", "target", "weight")) {
        String csv =
            "type,title,why,"
                + column
                + "\nOBJECTIVE,From a file,Because,\nKEY_RESULT,Result,,"
                + number
                + "\n";
        JsonNode report = imported(csv, true).json(200);
        assertThat(report.path("wrong").asInt()).as(report.toString()).isEqualTo(1);
        assertThat(report.at("/rows/1/errors").has(column)).as(report.toString()).isTrue();
        assertRefused(imported(csv, false), "rows[3]." + column);
      }
      String checkIn =
          "type,title,why,state,confidence,baseline,target,value\n"
              + "OBJECTIVE,From a file,Because,ACTIVE,5,,,\nKEY_RESULT,Result,,,,0,10,\n"
              + "CHECK_IN,,,,5,,,"
              + number
              + "\n";
      assertRefused(imported(checkIn, false), "rows[4].value");
    }
  }

  private Answer imported(String csv, boolean dryRun) {
    return lead.session()
        .raw(
            "POST",
            REST + "import?unit=" + place.team + "&cycle=" + place.cycle + "&dryRun=" + dryRun,
            csv,
            Map.of("Content-Type", "text/csv", "X-Atlassian-Token", "no-check"));
  }

  @Test
  public void twoCheckInsOfOneMoment() throws Exception {
    long keyResult =
        Okrs.keyResultId(published(place.team, place.cycle, "Two say something at once"), 0);
    String day = LocalDate.now().toString();
    ExecutorService people = Executors.newFixedThreadPool(2);
    List<Callable<Answer>> both = new ArrayList<>();
    for (int value : List.of(3, 4)) {
      Okrs somebody = new Okrs(host.as("lead"));
      both.add(
          () ->
              somebody.post(
                  "key-results/" + keyResult + "/check-ins",
                  Map.of("value", value, "confidence", value, "on", day)));
    }
    for (Future<Answer> each : people.invokeAll(both)) {
      each.get().json(201);
    }
    people.shutdown();
    afterPreparation();

    JsonNode kept = lead.get("key-results/" + keyResult + "/check-ins").json(200).path("checkIns");
    assertThat(kept).hasSize(2);
    assertThat(kept).extracting(it -> it.path("value").asInt()).containsExactlyInAnyOrder(3, 4);
    JsonNode last = kept.get(0);
    assertThat(last.path("id").asLong()).isGreaterThan(kept.get(1).path("id").asLong());
    JsonNode now = lead.keyResult(keyResult);
    assertThat(now.path("current").asInt()).isEqualTo(last.path("value").asInt());
    assertThat(now.path("confidence").asInt()).isEqualTo(last.path("confidence").asInt());
    assertThat(now.at("/lastCheckIn/id").asLong()).isEqualTo(last.path("id").asLong());
  }

  @Test
  public void twoMegabytesPastedIntoAField() {
    String paste = "Lorem ipsum \uD83D\uDE80 ".repeat(TWO_MEGABYTES / 16);
    assertRefused(
        lead.post("objectives", objective(place.team, place.cycle, paste)), "title", "255");
    assertRefused(
        lead.post(
            "objectives/" + place.objective + "/key-results",
            Map.of("title", paste, "baseline", 0, "target", 1)),
        "title");
    Map<String, Object> words = Map.of("value", 1, "confidence", 5, "comment", paste);
    assertRefused(lead.post("key-results/" + place.keyResult + "/check-ins", words), "comment");
    assertRefused(lead.post("threads/objective/" + place.objective, Map.of("text", paste)), "text");
    assertRefused(
        lead.post("annotations?on=objective:" + place.objective, Map.of("text", paste)), "text");
    assertRefused(
        lead.post("blockers", Map.of("objectiveId", place.objective, "text", paste)), "text");
    assertRefused(
        lead.post("decisions", Map.of("objectiveId", place.objective, "text", paste)), "text");
    Map<String, Object> litmus =
        Map.of(
            "unitId",
            place.team,
            "cycleId",
            place.cycle,
            "version",
            0,
            "whyItMatters",
            paste,
            "stillLose",
            "x");
    assertRefused(lead.put("kickoff/litmus", litmus), "whyItMatters");
    assertRefused(change("\"title\":\"" + paste + "\""), "title", "255");
  }

  @Test
  public void twoMegabytesPastedAsAFile() {
    String cell = "x".repeat(TWO_MEGABYTES);
    assertClear(imported("type,title,why\nOBJECTIVE," + cell + ",Because\n", false));
    assertClear(imported(cell, false));
    for (String blank : List.of("\n", ",")) {
      Answer nothing = imported("type,title\n" + blank.repeat(TWO_MEGABYTES), false);
      assertThat(nothing.status()).as(blank).isIn(200, 400);
      assertThat(nothing.json().path("objectives").asInt()).isZero();
      assertHarmless(nothing);
    }
    assertClear(imported("type,title\n\"" + cell, false));
    assertClear(imported("type,title\n" + "a,b\n".repeat(3 * TWO_MEGABYTES), false));
  }

  @Test
  public void fiveThousandRowsAreTheMost() {
    long bulk = new Organisation(admin).team("Five thousand rows", "lead");
    afterPreparation();
    String rows = rows(MOST_ROWS);
    Answer tooMany = file(bulk, rows + "KEY_RESULT,One more,,0,1\n");
    assertThat(tooMany.json(400).path("errors").path("file").asText()).contains("5,001");
    assertThat(rows()).isEqualTo(rowsBefore);

    JsonNode report = file(bulk, rows).json(200);
    assertThat(report.path("wrong").asInt()).isZero();
    assertThat(report.path("objectives").asInt()).isEqualTo(MOST_ROWS / 5);
    assertThat(report.path("keyResults").asInt()).isEqualTo(MOST_ROWS / 5 * 4);
    JsonNode all = rows();
    assertThat(all.path("OBJECTIVE").asInt() - rowsBefore.path("OBJECTIVE").asInt())
        .isEqualTo(MOST_ROWS / 5);
    assertThat(all.path("KEY_RESULT").asInt() - rowsBefore.path("KEY_RESULT").asInt())
        .isEqualTo(MOST_ROWS / 5 * 4);
    afterPreparation();
  }

  private static String rows(int count) {
    return "type,title,why,baseline,target\n"
        + IntStream.range(0, count)
            .mapToObj(
                n ->
                    n % 5 == 0
                        ? "OBJECTIVE,Objective of row " + n + ",Because,,"
                        : "KEY_RESULT,Result of row " + n + ",,0," + n)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private Answer file(long unit, String csv) {
    return lead.session()
        .raw(
            "POST",
            REST + "import?unit=" + unit + "&cycle=backlog&dryRun=false",
            csv,
            Map.of("Content-Type", "text/csv", "X-Atlassian-Token", "no-check"));
  }

  @Test
  public void everyScriptIsKeptAsItWasTyped() {
    Texts texts = write(FOREIGN);
    afterPreparation();
    JsonNode objective = lead.get("objectives/" + texts.objective).json(200);
    assertThat(objective.path("title").asText()).isEqualTo(FOREIGN);
    assertThat(objective.path("why").asText()).isEqualTo(FOREIGN);
    assertThat(objective.at("/keyResults/0/title").asText()).isEqualTo(FOREIGN);
    assertThat(objective.at("/labels/0").asText()).isEqualTo("\uD83D\uDE80\u05E9\u05DC");
    assertThat(objective.at("/fields/Theme").asText()).isEqualTo(FOREIGN);
    JsonNode checkIn =
        lead.get("key-results/" + texts.keyResult + "/check-ins").json(200).at("/checkIns/0");
    for (String field : List.of("comment", "plans", "progress", "problems")) {
      assertThat(checkIn.path(field).asText()).as(field).isEqualTo(FOREIGN);
    }
    assertThat(lead.get("threads/objective/" + texts.objective).json(200).at("/remarks/0/text"))
        .hasToString("\"" + FOREIGN + "\"");
    assertThat(admin.get("units/" + texts.team).json(200).path("name").asText()).isEqualTo(FOREIGN);
    JsonNode found =
        lead.get(
                "objectives?unit="
                    + texts.team
                    + "&q="
                    + Session.encode("\u05E9\u05DC\u05D5\u05DD"))
            .json(200)
            .path("objectives");
    assertThat(found).hasSize(1);
  }

  @Test
  public void markupIsShownAndNotRun() {
    Texts texts = write(HOSTILE);
    afterPreparation();
    String where = "?unit=" + texts.team + "&cycle=" + texts.cycle;
    for (String page :
        List.of(
            "/secure/BearingsWorkspace.jspa" + where,
            "/secure/BearingsWorkspace.jspa" + where + "&q=" + Session.encode(HOSTILE),
            "/secure/BearingsKickoff.jspa" + where,
            "/secure/BearingsUnits.jspa",
            "/secure/BearingsUnit.jspa?unit=" + texts.team,
            "/projects/SAFE?selectedItem=io.bearings:project-page-item",
            "/browse/SAFE-2")) {
      Okrs who = page.endsWith("BearingsUnits.jspa") ? admin : lead;
      Answer answer = who.session().get(page);
      assertThat(answer.status()).as(page).isEqualTo(200);
      assertThat(answer.body()).as(page).doesNotContain(RUNNING.toArray(String[]::new));
    }
    assertThat(lead.session().get("/browse/SAFE-2").body()).contains("&lt;script&gt;");
    for (String resource :
        List.of(
            "workspace" + where,
            "kickoff" + where,
            "map?cycle=" + texts.cycle + "&unit=" + texts.team,
            "objectives/" + texts.objective,
            "threads/objective/" + texts.objective,
            "inbox",
            "issues/SAFE-2/key-results")) {
      Answer answer = lead.get(resource);
      assertThat(answer.status()).as(resource).isEqualTo(200);
      assertThat(answer.contentType()).as(resource).startsWith("application/json");
    }
  }

  /** Where a text was written into every field that takes one. */
  private record Texts(long team, long cycle, long objective, long keyResult) {}

  private Texts write(String text) {
    Organisation organisation = new Organisation(admin);
    long team = organisation.team(text, "lead");
    long cycle = organisation.cycle(team, text);
    Map<String, Object> body = new LinkedHashMap<>(objective(team, cycle, text));
    body.put("why", text);
    body.put("labels", List.of(text.equals(FOREIGN) ? "\uD83D\uDE80\u05E9\u05DC" : "<img src=x>"));
    body.put("fields", Map.of("Theme", text));
    body.put("keyResults", List.of(Map.of("title", text, "baseline", 0, "target", 10)));
    JsonNode made = lead.post("objectives", body).json(201);
    long id = made.path("id").asLong();
    lead.post(
            "objectives/" + id + "/publish",
            Map.of("version", made.path("version").asInt(), "confidence", 5))
        .json(200);
    long keyResult = Okrs.keyResultId(made, 0);
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("value", 1);
    words.put("confidence", 5);
    for (String field : List.of("comment", "plans", "progress", "problems")) {
      words.put(field, text);
    }
    lead.post("key-results/" + keyResult + "/check-ins", words).json(201);
    JsonNode now = lead.keyResult(keyResult);
    lead.put(
            "key-results/" + keyResult,
            Map.of("version", now.path("version").asInt(), "target", 9, "reason", text))
        .json(200);
    lead.post("threads/objective/" + id, Map.of("text", text)).json(201);
    lead.post("annotations?on=objective:" + id, Map.of("text", text)).json(201);
    lead.post("blockers", Map.of("objectiveId", id, "text", text, "neededFrom", text)).json(201);
    lead.post("decisions", Map.of("objectiveId", id, "text", text, "reason", text)).json(201);
    lead.post("objectives/" + id + "/restatements", Map.of("text", text)).json(201);
    lead.put(
            "kickoff/litmus",
            Map.of(
                "unitId",
                team,
                "cycleId",
                cycle,
                "version",
                0,
                "whyItMatters",
                text,
                "stillLose",
                text))
        .json(200);
    if (text.equals(HOSTILE)) {
      servesAnIssue(text);
    }
    return new Texts(team, cycle, id, keyResult);
  }

  private void servesAnIssue(String text) {
    JsonNode served = lead.objective("SAFE", text, text);
    lead.attach(Okrs.keyResultId(served, 0), List.of("SAFE-2")).json(200);
  }

  @Test
  public void charactersThatNoDatabaseKeeps() {
    for (String text : List.of("a\\u0000b", "a\\ud83db", "a\\u0007b")) {
      assertRefused(
          lead.post(
              "objectives/" + place.objective + "/key-results", "{\"title\":\"" + text + "\"}"),
          "title");
      assertRefused(
          lead.post("threads/objective/" + place.objective, "{\"text\":\"" + text + "\"}"), "text");
      assertRefused(
          checkIn(place.keyResult, "\"value\":1,\"confidence\":5,\"comment\":\"" + text + "\""),
          "comment");
    }
  }

  @Test
  public void aVersionThatIsOld() {
    JsonNode objective = published(place.team, place.cycle, "Changed twice");
    long keyResult = Okrs.keyResultId(objective, 0);
    Organisation organisation = new Organisation(admin);
    long team = organisation.team("Changed twice", "lead");
    long cycle = organisation.cycle(team, "Changed twice");
    long blocker =
        lead.post("blockers", Map.of("keyResultId", keyResult, "text", "Stuck"))
            .json(201)
            .path("id")
            .asLong();
    afterPreparation();
    assertStale("objectives/" + objective.path("id").asLong(), Map.of("title", "Newer"));
    assertStale("key-results/" + keyResult, Map.of("title", "Newer"));
    assertStale("blockers/" + blocker, Map.of("text", "Newer"));
    JsonNode unit = admin.get("units/" + team).json(200);
    assertStale(
        "units/" + team,
        Map.of(
            "name",
            "Newer",
            "level",
            "TEAM",
            "parentId",
            unit.path("parentId").asLong(),
            "openness",
            "EVERYONE"));
    // The save that wins gives a new name and no lead; the one that is refused leaves no trace.
    int logged = rowsBefore.path("SETTING_CHANGE").asInt() + 2;
    ((ObjectNode) rowsBefore).put("SETTING_CHANGE", logged);
    JsonNode stored = admin.get("cycles/" + cycle).json(200);
    assertStale(
        "cycles/" + cycle,
        Map.of(
            "name",
            "Newer",
            "first",
            stored.path("first").asText(),
            "last",
            stored.path("last").asText(),
            "kind",
            "CALENDAR",
            "length",
            "CUSTOM"));
  }

  /** The first who saves wins; the second sees what is there now, and it stays. */
  private void assertStale(String path, Map<String, Object> change) {
    Map<String, Object> first = new LinkedHashMap<>(change);
    first.put("version", admin.get(path).json(200).path("version").asInt());
    admin.put(path, first).json(200);
    JsonNode stored = admin.get(path).json(200);
    JsonNode refused = admin.put(path, first).json(409);
    assertThat(refused.path("errorMessages").path(0).asText()).as(path).isNotBlank();
    assertThat(refused.path("current").path("version")).as(path).isEqualTo(stored.path("version"));
    Answer byHeader =
        admin
            .session()
            .raw(
                "PUT",
                REST + path,
                "{}",
                Map.of(
                    "Content-Type",
                    "application/json",
                    "X-Atlassian-Token",
                    "no-check",
                    "If-Match",
                    "\"" + first.get("version") + "\""));
    assertThat(byHeader.status()).as("%s", byHeader).isIn(400, 409, 412);
    assertThat(admin.get(path).json(200)).isEqualTo(stored);
  }

  @Test
  public void aCheckInOutsideAClosedCycle() {
    String inside = place.frozenOn.toString();
    for (String on : List.of(inside, LocalDate.now().toString(), "2001-01-01", "2999-01-01")) {
      JsonNode answer =
          checkIn(place.frozen, "\"value\":1,\"confidence\":5,\"on\":\"" + on + "\"").json(400);
      assertThat(answer.path("errors").path("on").asText()).contains("closed");
    }
    assertRefused(
        checkIn(place.keyResult, "\"value\":1,\"confidence\":5,\"on\":\"" + inside + "\""), "on");
    assertRefused(
        checkIn(place.keyResult, "\"value\":1,\"confidence\":5,\"on\":\"2026-02-30\""), "on");
    assertThat(lead.keyResult(place.frozen).path("current").isNull()).isTrue();
  }

  private Answer keyResult(String fields) {
    return lead.post(
        "objectives/" + place.objective + "/key-results",
        "{\"title\":\"Wrong\",\"source\":\"MANUAL\"," + fields + "}");
  }

  private JsonNode keyResult() {
    return lead.keyResult(place.keyResult);
  }

  private Answer change(String fields) {
    return lead.put(
        "key-results/" + place.keyResult,
        "{\"version\":" + keyResult().path("version").asInt() + "," + fields + "}");
  }

  private Answer checkIn(long keyResult, String fields) {
    return lead.post("key-results/" + keyResult + "/check-ins", "{" + fields + "}");
  }

  /** 400 with a message at the field that contains the words. */
  private static void assertRefused(Answer answer, String field, String... words) {
    JsonNode message = answer.json(400).path("errors").path(field);
    assertThat(message.asText()).as("%s in %s", field, answer).isNotBlank();
    for (String word : words) {
      assertThat(message.asText()).contains(word);
    }
    assertHarmless(answer);
  }

  /** Refused in words that somebody can act on. */
  private static void assertClear(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isIn(400, 413);
    JsonNode body = answer.json();
    assertThat(body.path("errorMessages").size() + body.path("errors").size()).isPositive();
    assertHarmless(answer);
  }

  private static void assertHarmless(Answer answer) {
    assertThat(answer.body()).doesNotContain("java.", "com.fasterxml", "Exception");
  }
}
