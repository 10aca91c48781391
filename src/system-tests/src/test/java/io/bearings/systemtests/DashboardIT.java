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
import io.bearings.systemtests.harness.Measurements;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** The dashboard items: how one configures them, what they show, and what they cost. */
public class DashboardIT {
  private static final String GADGETS = "/rest/dashboards/1.0/gadget";
  private static final long ITEM_LIMIT = 6;

  /** An item in the narrowest column: the host's frame around it takes the rest. */
  private static final int NARROWEST = 292;

  private static final int FULL = 880;
  private static final String SCRIPT = "<script>window.hacked = 1</script>";
  private static final String WIDE = SCRIPT + "w".repeat(200);
  private static final String RIGHT_TO_LEFT =
      "\u05E9\u05DC\u05D5\u05DD <b>\u05E2\u05D5\u05DC\u05DD</b>";

  private static Browser browser;

  private final RunningHost host = SharedHosts.of(new Cell(Databases.H2, Temper.KIND));
  private final Session lead = host.as("lead");
  private final Okrs okrs = new Okrs(lead);
  private final Organisation organisation = new Organisation(new Okrs(host.as("admin")));

  @BeforeClass
  public static void startBrowser() {
    browser = Browser.start();
  }

  @AfterClass
  public static void closeBrowser() {
    browser.close();
  }

  /** Other tests look at the first item of a dashboard. */
  @Before
  @After
  public void clearDashboards() {
    for (String person : List.of("lead", "stranger")) {
      Session session = host.as(person);
      for (JsonNode item : session.get(GADGETS).json(200)) {
        assertThat(session.delete(GADGETS + "/" + item.path("id").asLong()).status())
            .isEqualTo(204);
      }
    }
  }

  private static void place(Session who, String item, Map<String, String> preferences) {
    long id =
        who.post(GADGETS, Map.of("completeKey", "io.bearings:" + item, "column", 0))
            .json(201)
            .path("id")
            .asLong();
    Map<String, String> all = new HashMap<>(preferences);
    all.put("isConfigured", "true");
    assertThat(who.put(GADGETS + "/" + id + "/prefs", all).status()).isEqualTo(204);
  }

  /** A unit with objectives, KPIs, and check-ins that are due. */
  private final class Place {
    final long unit;
    final List<Long> objectives = new ArrayList<>();
    final List<Long> kpis = new ArrayList<>();

    Place(String name, String title, int size) {
      unit = organisation.team(name, "lead");
      long cycle = organisation.cycle(unit, "Cycle of " + unit);
      for (int number = 1; number <= size; number++) {
        objectives.add(objective(cycle, title + " " + number));
        kpis.add(kpi(title + " " + number));
      }
    }

    private long objective(long cycle, String title) {
      JsonNode made =
          okrs.post(
                  "objectives",
                  Map.of(
                      "unitId",
                      unit,
                      "cycleId",
                      cycle,
                      "title",
                      title,
                      "why",
                      title,
                      "keyResults",
                      IntStream.rangeClosed(1, 3)
                          .mapToObj(n -> Map.of("title", title, "baseline", 0, "target", n))
                          .toList()))
              .json(201);
      long id = made.path("id").asLong();
      okrs.post(
              "objectives/" + id + "/publish",
              Map.of("version", made.path("version").asInt(), "confidence", 5))
          .json(200);
      return id;
    }

    private long kpi(String name) {
      Map<String, Object> sheet = new HashMap<>();
      sheet.put("unitId", unit);
      sheet.put("name", name);
      sheet.put("category", "QUALITY");
      sheet.put("frequency", "DAILY");
      sheet.put("direction", "HIGHER");
      sheet.put("measure", Map.of("kind", "NUMBER"));
      sheet.put("target", Map.of("value", 8));
      sheet.put("critical", Map.of("value", 4));
      long id = okrs.post("kpis", sheet).json(201).path("id").asLong();
      StringBuilder values = new StringBuilder("date;value\n");
      for (int ago = 20; ago > 0; ago--) {
        values.append(LocalDate.now().minusDays(ago)).append(ago % 3 == 1 ? ";1\n" : ";9\n");
      }
      Map<String, String> csv = Map.of("Content-Type", "text/csv", "X-Atlassian-Token", "no-check");
      String file = "/rest/bearings/1.0/kpis/" + id + "/measurements/import";
      assertThat(lead.raw("POST", file, values.toString(), csv).status()).isEqualTo(200);
      return id;
    }

    /** Each item with what it is to show of this unit. */
    Map<String, Map<String, String>> items() {
      Map<String, String> ofUnit = Map.of("unit", String.valueOf(unit));
      Map<String, Map<String, String>> items = new LinkedHashMap<>();
      items.put("objective-detail", Map.of("objective", objectives.get(0).toString()));
      items.put("kpi-tiles", Map.of("unit", String.valueOf(unit), "below", "true"));
      items.put("kpi-chart", Map.of("kpi", kpis.get(0).toString()));
      items.put("team-velocity", ofUnit);
      items.put("alignment-map", ofUnit);
      items.put("check-ins-due", Map.of("unit", String.valueOf(unit), "whose", "unit"));
      items.put("attention", Map.of("unit", String.valueOf(unit), "below", "true"));
      items.put("effort", ofUnit);
      return items;
    }

    /** What each item asks for. */
    Map<String, String> requests() {
      Map<String, String> requests = new LinkedHashMap<>();
      requests.put("objective-detail", "objectives/" + objectives.get(0));
      requests.put("kpi-tiles", "kpis?unit=" + unit + "&below=true");
      requests.put("kpi-chart", "kpis/" + kpis.get(0) + "/picture");
      requests.put("team-velocity", "velocity?unit=" + unit + "&objectives=true");
      requests.put("alignment-map", "map?unit=" + unit);
      requests.put("check-ins-due", "check-ins-due?unit=" + unit);
      requests.put("my check-ins-due", "check-ins-due?mine=true");
      requests.put("attention", "attention?unit=" + unit + "&below=true&limit=10");
      requests.put("effort", "units/" + unit + "/effort");
      return requests;
    }
  }

  @Test
  public void anItemCostsTheSameForManyAsForFew() {
    Map<String, String> few = new Place("Dashboard of few", "Few", 2).requests();
    Map<String, String> many = new Place("Dashboard of many", "Many", 20).requests();
    for (String item : few.keySet()) {
      // What is read once, such as settings, is no part of what an item costs.
      okrs.get(few.get(item)).json(200);
      okrs.get(many.get(item)).json(200);
      Answer small = okrs.get(few.get(item));
      Answer large = okrs.get(many.get(item));
      Measurements.note("dashboard item " + item, large.statements(), "statements");
      assertThat(large.statements())
          .as(item)
          .isEqualTo(small.statements())
          .isBetween(1L, ITEM_LIMIT);
    }
  }

  @Test
  public void eightItemsAskOnceEachAndAllAtOnce() {
    Place place = new Place("Dashboard of eight", "Eight", 3);
    try (Window window = browser.window("dashboard-eight", 1280, 900)) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      place.items().forEach((item, preferences) -> place(lead, item, preferences));
      List<String> events = new ArrayList<>();
      List<Long> statements = new ArrayList<>();
      page.onRequest(
          request -> {
            if (request.url().contains("/rest/bearings/")) {
              events.add("started " + request.url());
            }
          });
      page.onRequestFinished(
          request -> {
            if (request.url().contains("/rest/bearings/")) {
              events.add("ended " + request.url());
              statements.add(Long.valueOf(request.response().headers().get("x-host-statements")));
            }
          });
      new JiraPages(host, page).openDashboard();
      assertThat(page.locator(".bearings-dashboard-body[aria-busy]")).hasCount(0);
      assertThat(page.locator(".bearings-item-picture svg").first()).isVisible();
      page.waitForTimeout(500);

      List<String> started = events.stream().filter(event -> event.startsWith("started")).toList();
      assertThat(started).hasSize(8).doesNotHaveDuplicates();
      assertThat(events.subList(0, 8)).as("all are asked for at once").isEqualTo(started);
      assertThat(statements).hasSize(8);
      assertThat(statements.stream().mapToLong(Long::longValue).sum())
          .isLessThanOrEqualTo(8 * ITEM_LIMIT);
      assertThat(
              page.locator("script[src*='dashboard-items']").count()
                  + page.locator("script[src*='workspace-timeline']").count())
          .as("scripts are loaded once")
          .isLessThanOrEqualTo(2);
      assertNoViolations(page, "a dashboard of eight items");
      window.photograph("01-eight");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  @Test
  public void anItemIsAddedConfiguredAndRefreshed() {
    Place place = new Place("Dashboard to configure", "Configured", 2);
    try (Window window = browser.window("dashboard-configure", 1280, 900)) {
      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      jira.logIn("lead");
      jira.openDashboard();
      jira.addGadget("One objective");
      Locator item = page.locator(".dashboard-item-frame").first();
      Locator objective = item.getByRole(AriaRole.COMBOBOX, named("Objective"));
      objective.fill("Configured 2");
      Locator option = item.getByRole(AriaRole.OPTION).filter(having("Configured 2"));
      assertThat(option).hasCount(1);
      assertNoViolations(page, "configuration of an item");
      window.photograph("01-search");
      objective.press("Enter");
      item.getByRole(AriaRole.BUTTON, named("Save")).click();
      assertThat(item.locator(".bearings-card-title")).hasText("Configured 2");
      assertThat(item.locator(".bearings-item-rows > li")).hasCount(3);
      assertThat(item.locator(".dashboard-item-title"))
          .hasText("One objective: O-" + place.objectives.get(1));

      // Somebody else changes it; whoever presses Refresh sees that.
      JsonNode stored = okrs.get("objectives/" + place.objectives.get(1)).json(200);
      okrs.put(
              "objectives/" + place.objectives.get(1),
              Map.of("version", stored.path("version").asInt(), "title", "Renamed meanwhile"))
          .json(200);
      item.locator("[data-action=refresh]").click();
      assertThat(item.locator(".bearings-card-title")).hasText("Renamed meanwhile");
      page.reload();
      assertThat(item.locator(".bearings-card-title")).hasText("Renamed meanwhile");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  @Test
  public void aCheckInIsOnePressAway() {
    Place place = new Place("Dashboard to check in", "Due", 1);
    Answer due = okrs.get("check-ins-due?unit=" + place.unit);
    assertThat(due.json(200).path("unit").path("name").asText()).isEqualTo("Dashboard to check in");
    try (Window window = browser.window("dashboard-check-in", 1280, 900)) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      long keyResult =
          okrs.get("objectives/" + place.objectives.get(0))
              .json(200)
              .at("/keyResults/0/id")
              .asLong();
      page.navigate(
          host.base()
              + "/secure/BearingsWorkspace.jspa?unit="
              + place.unit
              + "#KR-"
              + keyResult
              + ".check-in");
      assertThat(page.locator(".bearings-check-in").first()).isVisible();
      window.photograph("01-form");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  @Test
  public void whatOneMayNotSeeIsNotShown() {
    Place place = new Place("Dashboard of a secret", "Secret plan", 1);
    Okrs admin = organisation.admin();
    JsonNode unit = admin.get("units/" + place.unit).json(200);
    admin
        .put(
            "units/" + place.unit,
            Map.of(
                "version",
                unit.path("version").asInt(),
                "name",
                unit.path("name").asText(),
                "level",
                unit.path("level").asText(),
                "parentId",
                unit.path("parentId").asLong(),
                "lead",
                Map.of("key", unit.at("/lead/key").asText()),
                "openness",
                "MEMBERS"))
        .json(200);
    Session stranger = host.as("stranger");
    assertThat(new Okrs(stranger).get("kpis?unit=" + place.unit).status()).isEqualTo(404);
    place.items().forEach((item, preferences) -> place(stranger, item, preferences));
    try (Window window = browser.window("dashboard-stranger", 1280, 900)) {
      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      jira.logIn("stranger");
      jira.openDashboard();
      assertThat(page.locator(".bearings-dashboard .aui-message-warning")).hasCount(8);
      assertThat(page.locator("#dashboard")).not().containsText("Secret plan");
      assertThat(page.locator("#dashboard")).not().containsText("Dashboard of a secret");
      window.photograph("01-nothing");
      window.passed();
    }
  }

  @Test
  public void hostileNamesAreTextInAnyColumn() {
    for (String name : List.of(WIDE, RIGHT_TO_LEFT)) {
      clearDashboards();
      Place place = new Place(name.substring(0, Math.min(80, name.length())) + " unit", name, 2);
      place.items().forEach((item, preferences) -> place(lead, item, preferences));
      for (int width : List.of(NARROWEST, FULL)) {
        try (Window window = browser.window("dashboard-hostile-" + width, width, 900)) {
          Page page = window.page();
          JiraPages jira = new JiraPages(host, page);
          jira.logIn("lead");
          jira.openDashboard();
          assertThat(page.locator(".bearings-dashboard-body[aria-busy]")).hasCount(0);
          assertThat(page.locator(".bearings-item-picture svg").first()).isVisible();
          assertThat(page.evaluate("window.hacked")).isNull();
          assertThat(page.locator(".bearings-dashboard script")).hasCount(0);
          assertThat(page.locator(".bearings-card-title").first()).hasText(name + " 1");
          assertThat(
                  page.evaluate(
                      "Array.from(document.querySelectorAll('.bearings-dashboard'))"
                          + ".filter((item) => item.scrollWidth > item.clientWidth + 1).length"))
              .as("items that are wider than their column of " + width)
              .isEqualTo(0);
          assertNoViolations(page, "hostile names at " + width);
          window.photograph(name.equals(WIDE) ? "wide" : "rtl");
          assertThat(window.complaints()).isEmpty();
          window.passed();
        }
      }
    }
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
