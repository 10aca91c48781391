package io.bearings.systemtests.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/**
 * The demonstration company on one and the same day, in the middle of its quarter, with what people
 * said and linked that its screens show.
 */
public final class DemoCompany implements AutoCloseable {
  /** When the tour takes place. */
  public static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-05-27T09:30+02:00[Europe/Berlin]");

  static final String SPEED = "Mobile users choose us for how fast it feels";
  static final String CONFIDENCE = "Ship with confidence, twice as often";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 500;

  private final RunningHost host;
  private final Okrs admin;
  private final Okrs lead;
  private final JsonNode units;
  private final JsonNode cycles;

  private DemoCompany(RunningHost host) {
    this.host = host;
    this.admin = new Okrs(host.as("admin"));
    this.lead = new Okrs(host.as("lead"));
    this.units = admin.get("units").json(200).path("units");
    this.cycles = admin.get("cycles?unit=" + company()).json(200).path("cycles");
  }

  /** Starts a host whose people read this language, and waits until what runs behind is done. */
  public static DemoCompany start(String language) {
    DemoCompany demo =
        new DemoCompany(
            RunningHost.start(
                HostOptions.fresh("tour-" + language)
                    .demo()
                    .with("--clock", NOW.toString(), "--language", tag(language))));
    demo.talk();
    demo.linkSprintAndQuery();
    demo.allowHosts();
    demo.settle();
    return demo;
  }

  private static String tag(String language) {
    return language.equals("en") ? "en-GB" : language;
  }

  /** Where it runs. */
  public RunningHost host() {
    return host;
  }

  /** The number of the company itself. */
  public long company() {
    return unit("Papermill");
  }

  /** The number of the team of which most is shown. */
  public long mobile() {
    return unit("Mobile");
  }

  /** The number of a unit. */
  public long unit(String name) {
    return StreamSupport.stream(units.spliterator(), false)
        .filter(each -> each.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no unit " + name))
        .path("id")
        .asLong();
  }

  /** The number of the quarter in this state: {@code ACTIVE}, {@code PLANNING} and so on. */
  public long quarter(String state) {
    return StreamSupport.stream(cycles.spliterator(), false)
        .filter(each -> each.path("length").asText().equals("QUARTER"))
        .filter(each -> each.path("state").asText().equals(state))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no quarter " + state))
        .path("id")
        .asLong();
  }

  /** The address of the workspace of a unit in the active quarter. */
  public String workspace(long unit, String more) {
    return "/secure/BearingsWorkspace.jspa?unit=" + unit + "&cycle=" + quarter("ACTIVE") + more;
  }

  /** The mobile team's objective with a title. */
  public JsonNode objective(String title) {
    String path = "workspace?unit=" + mobile() + "&cycle=" + quarter("ACTIVE");
    for (JsonNode each : admin.get(path).json(200).path("objectives")) {
      if (each.path("title").asText().equals(title)) {
        return each;
      }
    }
    throw new AssertionError("There is no objective " + title);
  }

  /** The first key result of an objective of the mobile team. */
  public JsonNode firstResult(String objective) {
    return objective(objective).path("keyResults").path(0);
  }

  /** The number of the board of the mobile team's project. */
  public long board() {
    return lead.session()
        .get("/rest/agile/1.0/board?projectKeyOrId=DEMO")
        .json(200)
        .at("/values/0/id")
        .asLong();
  }

  /** The key of the mobile team's KPI that is out of bounds. */
  public String brokenKpi() {
    JsonNode breaches = lead.get("breaches?unit=" + mobile()).json(200).path("breaches");
    return StreamSupport.stream(breaches.spliterator(), false)
        .filter(each -> each.path("open").asBoolean())
        .map(each -> each.path("kpiKey").asText())
        .sorted()
        .findFirst()
        .orElseThrow(() -> new AssertionError("Every KPI is within bounds"));
  }

  private void talk() {
    String thread = "threads/key-result/" + firstResult(CONFIDENCE).path("id").asLong();
    for (String remark :
        List.of(
            "Thirteen is still far from three. What stands in the way?",
            "Could we pair on the tests of payment next week?")) {
      if (lead.post(thread, Map.of("text", remark)).status() >= 300) {
        throw new AssertionError("Nobody can talk about " + thread);
      }
    }
  }

  private void linkSprintAndQuery() {
    String path = "key-results/" + firstResult(CONFIDENCE).path("id").asLong() + "/work";
    String sprint =
        lead.get(path + "/places?kind=SPRINT&query=4").json(200).at("/places/0/key").asText();
    lead.post(
            path,
            Map.of(
                "kind", "SPRINT", "target", sprint, "sentence", "Releases no longer wait for us"))
        .json(200);
    lead.post(
            path,
            Map.of(
                "kind",
                "JQL",
                "query",
                "project = DEMO AND issuetype = Bug",
                "sentence",
                "Nobody has to roll back a release"))
        .json(200);
  }

  private void allowHosts() {
    admin
        .put(
            "outgoing",
            Map.of(
                "allowedHosts", List.of("hooks.example.internal", "10.0.0.7"), "plainMail", false))
        .json(200);
  }

  /**
   * The past of the project is read in the background, beginning within a minute; so do the other
   * jobs, which the health page tells of.
   */
  private void settle() {
    await(
        () -> !lead.get("velocity?unit=" + mobile()).json(200).path("sprints").isEmpty(),
        "The past of the mobile team is not known");
    await(
        () ->
            StreamSupport.stream(admin.get("health").json(200).path("jobs").spliterator(), false)
                .noneMatch(each -> each.path("result").asText().equals("NEVER")),
        "Not every job has run");
  }

  private static void await(BooleanSupplier done, String otherwise) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(otherwise + " after " + PATIENCE);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    host.close();
  }
}
