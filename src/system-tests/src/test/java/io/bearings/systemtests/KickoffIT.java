package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** A team begins its cycle: from a template to a start that everybody understands the same. */
public class KickoffIT {
  private static final RunningHost HOST = SharedHosts.of(new Cell(Databases.H2, Temper.KIND));
  private static final String PARENT = "Earn the trust of teams who cannot afford downtime";

  private static final Okrs ADMIN = new Okrs(HOST.as("admin"));

  private static Browser browser;
  private static long company;
  private static long cycle;

  @BeforeClass
  public static void aCompanyPlansItsQuarter() {
    browser = Browser.start();
    company = unit("Kickoff company", "COMPANY", null);
    cycle =
        ADMIN
            .post(
                "cycles",
                Map.of(
                    "unitId", company,
                    "name", "Next quarter",
                    "first", "2031-01-01",
                    "last", "2031-03-31",
                    "kind", "CALENDAR",
                    "length", "QUARTER"))
            .json(201)
            .path("id")
            .longValue();
    publish(objective(company, PARENT));
  }

  @AfterClass
  public static void closeBrowser() {
    browser.close();
  }

  private static long unit(String name, String level, Long parent) {
    Map<String, Object> capacity = Map.of("members", 5, "hoursPerDay", 8, "focusShare", 0.5);
    Map<String, Object> body =
        parent == null
            ? Map.of("name", name, "level", level, "settings", Map.of("capacity", capacity))
            : Map.of(
                "name", name,
                "level", level,
                "parentId", parent,
                "openness", "EVERYONE",
                "settings", Map.of("capacity", capacity));
    return ADMIN.post("units", body).json(201).path("id").longValue();
  }

  /** A team that the lead leads, and in which the member contributes. */
  private static long team(String name) {
    long id = unit(name, "TEAM", company);
    int version = ADMIN.get("units/" + id).json(200).path("version").intValue();
    ADMIN
        .put(
            "units/" + id + "/roles",
            Map.of(
                "version",
                version,
                "roles",
                List.of(
                    Map.of("role", "LEAD", "person", Map.of("key", key("lead"))),
                    Map.of("role", "CONTRIBUTOR", "person", Map.of("key", key("member"))))))
        .json(200);
    return id;
  }

  /** The key that Jira gave to somebody. */
  private static String key(String user) {
    return HOST.as(user).get("/rest/api/2/myself").json(200).path("key").asText();
  }

  private static JsonNode objective(long unit, String title) {
    return ADMIN
        .post(
            "objectives",
            Map.of(
                "unitId",
                unit,
                "cycleId",
                cycle,
                "title",
                title,
                "why",
                "Clinics stand still when we do. They rely on us only when that is rare.",
                "keyResults",
                List.of(
                    keyResult("Hours of downtime in the quarter go from 9 to 2", 9, 2),
                    keyResult("Production bugs per release go from 15 to 3", 15, 3))))
        .json(201);
  }

  private static Map<String, Object> keyResult(String title, int baseline, int target) {
    return Map.of("title", title, "source", "MANUAL", "baseline", baseline, "target", target);
  }

  private static void publish(JsonNode objective) {
    ADMIN
        .post(
            "objectives/" + objective.path("id").asLong() + "/publish",
            Map.of("version", objective.path("version").intValue(), "confidence", 6))
        .json(200);
  }

  private static String page(long unit) {
    return HOST.base() + "/secure/BearingsKickoff.jspa?unit=" + unit + "&cycle=" + cycle;
  }

  @Test
  public void aTeamGoesFromATemplateToACheckListWithoutGaps() {
    long team = team("Kickoff mobile");
    try (Window window = browser.window("kickoff");
        Window members = browser.window("kickoff-member")) {
      Page page = window.page();
      new JiraPages(HOST, page).logIn("lead");
      page.navigate(page(team));
      assertThat(page.locator(".bearings-step > h2"))
          .hasText(
              new String[] {"Write objectives", "Say it in your own words", "Litmus", "Readiness"});
      assertNoViolations(page, "kickoff without objectives");
      window.photograph("01-empty");
      writeFromATemplate(window);
      restate(members, team);
      compare(window, team);
      answerTheLitmus(page);
      readTheCheckList(window);
      // The browser itself complains of the step that was refused.
      assertThat(window.complaints()).hasSize(1).allMatch(text -> text.contains("status of 400"));
      assertThat(members.complaints()).isEmpty();
      window.passed();
      members.passed();
    }
  }

  private static void writeFromATemplate(Window window) {
    Page page = window.page();
    Locator writer = page.locator(".bearings-writer");
    writer.getByText("Begin with a template").click();
    assertThat(writer.locator(".bearings-template")).hasCount(3);
    assertNoViolations(page, "kickoff with templates open");
    window.photograph("02-templates");
    writer.getByRole(AriaRole.BUTTON, inside("Use this template")).first().click();
    Locator objective =
        writer.getByLabel("Objective", new Locator.GetByLabelOptions().setExact(true));
    assertThat(objective).hasValue("Make the first week with us feel effortless");

    objective.fill("Launch the partner portal");
    assertThat(writer.locator(".bearings-finding").first()).isVisible();
    assertNoViolations(page, "kickoff with the Coach beside the text");
    window.photograph("03-coach");
    objective.fill("Make the first week with us feel effortless");
    assertThat(writer.locator(".bearings-finding-warning")).hasCount(0);

    writer.getByRole(AriaRole.COMBOBOX, named("Contributes to")).fill("Earn the trust");
    writer.locator(".bearings-option").filter(having(PARENT)).first().click();
    writer.getByRole(AriaRole.BUTTON, named("Publish")).click();
    assertThat(writer).containsText("Say how sure the owner is");
    writer.getByLabel("Confidence").selectOption("6");
    writer.getByRole(AriaRole.BUTTON, named("Publish")).click();
    assertThat(page.locator(".bearings-planned")).containsText("Published");
    assertThat(page.locator(".bearings-planned")).containsText("contributes to O-");
    page.locator("#write [data-state=DONE]").click();
    assertThat(page.locator("#write .bearings-step-mark")).containsText("Done");
  }

  private static void restate(Window window, long team) {
    Page page = window.page();
    new JiraPages(HOST, page).logIn("member");
    page.navigate(page(team));
    Locator words = page.locator("#restate");
    words.locator("form input").fill("Newcomers get something done without asking us");
    words.getByRole(AriaRole.BUTTON, named("Save my words")).click();
    assertThat(words.locator("blockquote"))
        .hasText("Newcomers get something done without asking us");
    assertThat(page.locator("[data-bearings-action=mark]")).hasCount(0);
  }

  private static void compare(Window window, long team) {
    Page page = window.page();
    page.navigate(page(team));
    page.locator("#restate [data-verdict=SAME]").click();
    assertThat(page.locator("#restate")).containsText("means the same, says");
    assertThat(page.locator("#restate [data-verdict=SAME]")).hasAttribute("aria-pressed", "true");
    window.photograph("04-restated");
  }

  private static void answerTheLitmus(Page page) {
    Locator litmus = page.locator("#litmus");
    litmus.locator("[data-state=DONE]").click();
    assertThat(page.locator(".aui-flag")).containsText("Not every question has an answer yet");
    litmus.getByLabel("Why does it matter?").fill("Newcomers pay for everything else");
    litmus.getByLabel("If we reach all of this").fill("A reason to come back next year");
    litmus.getByRole(AriaRole.BUTTON, named("Save the answers")).click();
    assertThat(page.locator(".aui-flag")).containsText(new String[] {"The answers are saved"});
    litmus.locator("[data-state=SKIPPED]").click();
    assertThat(litmus.locator(".bearings-step-mark")).containsText("Skipped");
  }

  private static void readTheCheckList(Window window) {
    Page page = window.page();
    Locator readiness = page.locator("#readiness");
    assertThat(readiness.locator(".bearings-readiness-summary")).hasText("8 of 16 checks are met");
    assertThat(readiness.locator(".bearings-skipped")).containsText("Litmus");
    assertThat(page.locator(".bearings-capacity-table")).containsText("Hours for objectives");
    assertThat(page.locator(".bearings-coverage-table")).containsText("8 of 8");
    assertNoViolations(page, "kickoff with everything");
    window.photograph("05-ready");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#write")).isHidden();
    assertThat(readiness.locator(".bearings-checks")).isVisible();
    window.photograph("06-printed");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  @Test
  public void theWhyAndTheConfidenceCannotBeSkipped() {
    long team = team("Kickoff strict");
    JsonNode draft =
        ADMIN
            .post("objectives", Map.of("unitId", team, "cycleId", cycle, "title", "Calm nights"))
            .json(201);
    for (String step : List.of("WRITE", "RESTATE", "LITMUS")) {
      ADMIN
          .post(
              "kickoff/steps/" + step, Map.of("unitId", team, "cycleId", cycle, "state", "SKIPPED"))
          .json(200);
    }
    Answer refused =
        ADMIN.post(
            "objectives/" + draft.path("id").asLong() + "/publish",
            Map.of("version", draft.path("version").intValue()));
    assertThat(refused.json(400).path("errors").fieldNames())
        .toIterable()
        .contains("why", "confidence");
    assertThat(
            ADMIN
                .post(
                    "kickoff/steps/READINESS",
                    Map.of("unitId", team, "cycleId", cycle, "state", "SKIPPED"))
                .status())
        .isEqualTo(400);
  }

  @Test
  public void aKickoffCostsNoMoreWhenThereIsMore() {
    long team = team("Kickoff large");
    objective(team, "Make the first week with us feel effortless");
    long small = statements(team);
    for (int i = 0; i < 12; i++) {
      objective(team, "Become the product that freelancers recommend " + i);
    }
    // The thirteenth asks for what the last retrospective taught.
    assertThat(statements(team)).isEqualTo(small).isLessThanOrEqualTo(13);
    long coverage = ADMIN.get("coverage?cycle=" + cycle).statements();
    for (int i = 0; i < 5; i++) {
      unit("Kickoff further " + i, "TEAM", company);
    }
    assertThat(ADMIN.get("coverage?cycle=" + cycle).statements())
        .isEqualTo(coverage)
        .isLessThanOrEqualTo(8);
  }

  private static long statements(long team) {
    Answer answer = ADMIN.get("kickoff?unit=" + team + "&cycle=" + cycle);
    assertThat(answer.status()).isEqualTo(200);
    return answer.statements();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
