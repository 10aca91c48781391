package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** An area looks back at a quarter: its KPIs were green, and its objective did not move. */
public class RetrospectiveIT {
  private static final RunningHost HOST = SharedHosts.of(new Cell(Databases.H2, Temper.KIND));
  private static final Okrs ADMIN = new Okrs(HOST.as("admin"));
  private static final LocalDate FIRST_MONDAY = LocalDate.parse("2025-01-06");
  private static final int WEEKS = 12;

  private static Browser browser;
  private static long area;
  private static long cycle;
  private static JsonNode missed;

  @BeforeClass
  public static void aQuarterThatIsOver() {
    browser = Browser.start();
    // Its cycle is its own: other tests work on this host in other units.
    Organisation organisation = new Organisation(ADMIN);
    area = organisation.unit("Retrospective area", "AREA", organisation.company(), "admin");
    JsonNode planned =
        ADMIN
            .post(
                "cycles",
                Map.of(
                    "unitId", area,
                    "name", "Past quarter",
                    "first", "2025-01-01",
                    "last", "2025-03-31",
                    "kind", "CALENDAR",
                    "length", "QUARTER"))
            .json(201);
    cycle = planned.path("id").longValue();
    ADMIN
        .post(
            "cycles/" + cycle + "/state",
            Map.of("version", planned.path("version").intValue(), "state", "ACTIVE"))
        .json(200);
    missed = objective("Nights without a pager", 50, 0, 48);
    objective("Mornings without a queue", 40, 10, 12);
    kpi();
    ADMIN
        .post(
            "annotations?on=unit:" + area,
            Map.of("text", "Strike of the couriers", "from", "2025-02-03"))
        .json(201);
  }

  @AfterClass
  public static void closeBrowser() {
    browser.close();
  }

  private static JsonNode objective(String title, int baseline, int target, int reached) {
    JsonNode made =
        ADMIN
            .post(
                "objectives",
                Map.of(
                    "unitId",
                    area,
                    "cycleId",
                    cycle,
                    "title",
                    title,
                    "why",
                    "People sleep.",
                    "keyResults",
                    List.of(
                        Map.of(
                            "title",
                            "It goes from " + baseline + " to " + target,
                            "source",
                            "MANUAL",
                            "baseline",
                            baseline,
                            "target",
                            target))))
            .json(201);
    ADMIN
        .post(
            "objectives/" + made.path("id").asLong() + "/publish",
            Map.of("version", made.path("version").intValue(), "confidence", 6))
        .json(200);
    ADMIN
        .post(
            "key-results/" + Okrs.keyResultId(made, 0) + "/check-ins",
            Map.of("value", reached, "confidence", 4, "on", "2025-03-20"))
        .json(201);
    return made;
  }

  private static void kpi() {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("unitId", area);
    sheet.put("name", "Answered in time");
    sheet.put("category", "QUALITY");
    sheet.put("frequency", "WEEKLY");
    sheet.put("direction", "HIGHER");
    sheet.put("measure", Map.of("kind", "PERCENT"));
    sheet.put("target", Map.of("value", 95));
    sheet.put("critical", Map.of("value", 90));
    sheet.put("action", "Call the lead on duty");
    long kpi = ADMIN.post("kpis", sheet).json(201).path("id").asLong();
    for (int week = 0; week < WEEKS; week++) {
      ADMIN
          .post(
              "kpis/" + kpi + "/measurements",
              Map.of("on", FIRST_MONDAY.plusWeeks(week).toString(), "value", 97))
          .json(201);
    }
  }

  @Test
  public void theResourceSaysWhatTheCycleCameTo() {
    JsonNode whole = ADMIN.get("retrospectives/" + area + "/" + cycle).json(200);

    assertThat(whole.path("over").asBoolean()).isTrue();
    JsonNode first = whole.path("objectives").path(0);
    assertThat(first.path("key").asText()).isEqualTo(missed.path("key").asText());
    assertThat(first.path("quadrant").asText()).isEqualTo("EXECUTED_WELL_ON_THE_WRONG_THINGS");
    assertThat(first.path("score").asDouble()).isEqualTo(0.04);
    assertThat(first.path("causes").findValuesAsText("kind")).containsExactly("OUTSIDE_EVENT");
    assertThat(first.at("/causes/0/events/0/text").asText()).isEqualTo("Strike of the couriers");
    assertThat(first.path("tooFewData"))
        .extracting(JsonNode::asText)
        .containsExactly("NOT_EXECUTED", "EFFORT_ELSEWHERE", "INSENSITIVE_KPIS");
    assertThat(whole.at("/objectives/1/quadrant").asText()).isEqualTo("WORKED");
    assertThat(whole.at("/kpis/0/green").asInt()).isEqualTo(WEEKS);
  }

  @Test
  public void whoMayNotSeeTheUnitFindsNoRetrospective() {
    Map<String, Object> closed =
        Map.of("name", "Among us", "level", "TEAM", "parentId", area, "openness", "MEMBERS");
    long unit = ADMIN.post("units", closed).json(201).path("id").asLong();
    String path = "retrospectives/" + unit + "/" + cycle;
    ADMIN.get(path).json(200);
    assertThat(new Okrs(HOST.as("viewer")).get(path).status()).isEqualTo(404);
    assertThat(ADMIN.get("retrospectives/" + area + "/999999").status()).isEqualTo(404);
  }

  @Test
  public void thePageShowsTheMatrixAndEachCauseWithItsEvidence() {
    try (Window window = browser.window("retrospective")) {
      Page page = window.page();
      new JiraPages(HOST, page).logIn("admin");
      page.navigate(
          HOST.base() + "/secure/BearingsRetrospective.jspa?unit=" + area + "&cycle=" + cycle);
      assertThat(page.locator(".bearings-retro-EXECUTED_WELL_ON_THE_WRONG_THINGS"))
          .containsText("Nights without a pager");
      assertThat(page.locator(".bearings-retro-WORKED")).containsText("Mornings without a queue");
      Locator cause = page.locator(".bearings-retro-cause");
      assertThat(cause).hasCount(1);
      assertThat(cause).containsText("Something happened outside");
      assertThat(cause).containsText("Strike of the couriers");
      assertThat(cause).containsText("Refuted by");
      assertThat(page.locator(".bearings-retro")).containsText("12 of 12 observed periods green");
      assertNoViolations(page, "retrospective");
      window.photograph("01-matrix");
      page.setViewportSize(360, 800);
      // The host's header takes its narrow form when the page is opened.
      page.reload();
      assertThat(page.locator(".bearings-retro-cell").first()).isVisible();
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
          .isEqualTo(true);
      window.photograph("02-narrow");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  @Test
  public void aTeamGoesThroughItsRetrospective() {
    String meeting = "meetings/" + area + "/" + cycle;
    Okrs member = new Okrs(HOST.as("member"));
    grantMember();
    assertThat(member.put(meeting + "/step", Map.of("version", 0, "step", "LOOK")).status())
        .isEqualTo(403);
    assertThat(new Okrs(HOST.as("viewer")).post(meeting + "/notes", note("x")).status())
        .isEqualTo(403);
    assertThat(member.post(meeting + "/notes", note("Too early")).status()).isEqualTo(400);
    try (Window window = browser.window("retrospective-meeting");
        Window other = browser.window("retrospective-member")) {
      Page lead = opened(window, "admin");
      lead.getByText("Start the meeting").click();
      assertThat(lead.locator("[aria-current=step]")).containsText("Look");
      lead.getByText("Next: Write").click();
      assertThat(lead.getByRole(AriaRole.TIMER)).containsText("left");

      Page page = opened(other, "member");
      page.getByLabel("Note").fill("<b>Too many</b> alarms");
      page.getByText("Add note").click();
      assertThat(page.locator(".bearings-meeting-notes")).containsText("<b>Too many</b> alarms");
      assertThat(lead.locator(".bearings-meeting")).containsText("Notes of others: 1");
      assertThat(lead.locator(".bearings-meeting-notes")).hasCount(0);
      assertNoViolations(page, "writing in silence");

      lead.getByText("Next: Talk").click();
      assertThat(lead.locator(".bearings-meeting-notes")).containsText("<b>Too many</b> alarms");
      lead.getByText("Next: Vote").click();
      Locator vote = page.locator(".bearings-meeting-votes button").first();
      vote.click();
      assertThat(page.locator(".bearings-meeting")).containsText("left: 2 of 3");
      assertThat(ADMIN.get(meeting).json(200).path("votes"))
          .as("nobody sees how others vote")
          .isEmpty();
      lead.getByText("Next: Decide").click();
      assertThat(lead.locator(".bearings-meeting")).containsText("What mattered most");
      assertThat(lead.locator(".bearings-meeting")).containsText("votes: 1");
      assertNoViolations(lead, "deciding");
      window.photograph("01-decide");
      lead.setViewportSize(360, 800);
      lead.reload();
      assertThat(lead.locator(".bearings-meeting-notes")).isVisible();
      assertThat(
              lead.evaluate(
                  "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
          .isEqualTo(true);
      assertThat(window.complaints()).isEmpty();
      assertThat(other.complaints()).isEmpty();
      window.passed();
      other.passed();
    }
    assertThat(ADMIN.get(meeting).json(200).toString()).doesNotContain("member");
  }

  @Test
  public void whatItTaughtOpensTheNextKickoff() {
    JsonNode next =
        ADMIN
            .post(
                "cycles",
                Map.of(
                    "unitId", area,
                    "name", "After it",
                    "first", "2025-04-01",
                    "last", "2025-06-30",
                    "kind", "CALENDAR",
                    "length", "QUARTER"))
            .json(201);
    String verdict = "meetings/" + area + "/" + cycle + "/verdicts/" + missed.path("id").asLong();
    Map<String, Object> says = Map.of("version", 0, "decision", "CARRY", "learning", "x");
    assertThat(new Okrs(HOST.as("viewer")).put(verdict, says).status()).isEqualTo(403);
    try (Window window = browser.window("retrospective-learning")) {
      Page page = opened(window, "admin");
      Locator block = page.locator("#" + missed.path("key").asText() + " .bearings-verdict");
      block.getByText("Say what you learned and decide").click();
      block.getByLabel("Decision").selectOption("CHANGE");
      block.getByLabel("Learning").fill("Ask <b>those on call</b> first");
      assertNoViolations(page, "deciding about an objective");
      block.getByText("Save").click();
      assertThat(block).containsText("Ask <b>those on call</b> first");
      assertThat(ADMIN.put(verdict, says).status()).isEqualTo(409);
      page.locator(".bearings-undo").click();
      assertThat(block).containsText("Nobody has said yet");
      ADMIN
          .put(
              verdict,
              Map.of("version", 0, "decision", "CHANGE", "learning", "Ask <b>them</b> first"))
          .json(200);

      page.navigate(
          HOST.base()
              + "/secure/BearingsKickoff.jspa?unit="
              + area
              + "&cycle="
              + next.path("id").asLong());
      Locator learnings = page.locator("#learnings");
      assertThat(learnings).containsText("Ask <b>them</b> first");
      learnings.getByLabel("Reason").fill("It is what O-2 is about");
      learnings.getByText("Use it").click();
      assertThat(learnings).containsText("Used: It is what O-2 is about");
      assertNoViolations(page, "learning from the last cycle");
      window.photograph("01-learnings");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  private static Map<String, Object> note(String text) {
    return Map.of("text", text);
  }

  /** Lets the member contribute to the area. */
  private static void grantMember() {
    int version = ADMIN.get("units/" + area).json(200).path("version").intValue();
    Map<String, Object> role =
        Map.of(
            "role",
            "CONTRIBUTOR",
            "person",
            Map.of(
                "key", HOST.as("member").get("/rest/api/2/myself").json(200).path("key").asText()));
    ADMIN
        .put("units/" + area + "/roles", Map.of("version", version, "roles", List.of(role)))
        .json(200);
  }

  private static Page opened(Window window, String who) {
    Page page = window.page();
    new JiraPages(HOST, page).logIn(who);
    page.navigate(
        HOST.base() + "/secure/BearingsRetrospective.jspa?unit=" + area + "&cycle=" + cycle);
    return page;
  }
}
