package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * What the guides say, in the demonstration company: each page shows it, and its picture is taken.
 */
public class GuideIT {
  private static final LocatorAssertions.IsVisibleOptions WITHIN_TWO_MINUTES =
      new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

  private static final String MOBILE = "Mobile";
  private static final String SPEED = "Mobile users choose us for how fast it feels";
  private static final String CONFIDENCE = "Ship with confidence, twice as often";

  private static RunningHost host;
  private static Browser browser;
  private static Okrs admin;
  private static long company;
  private static long mobile;
  private static JsonNode now;
  private static JsonNode next;

  @BeforeClass
  public static void theDemonstrationCompanyInTheMiddleOfItsQuarter() {
    host = RunningHost.start(HostOptions.fresh("guide").demo());
    browser = Browser.start();
    admin = new Okrs(host.as("admin"));
    JsonNode units = admin.get("units").json(200).path("units");
    company = named(units, "Papermill").path("id").asLong();
    mobile = named(units, MOBILE).path("id").asLong();
    JsonNode cycles = admin.get("cycles?unit=" + company).json(200).path("cycles");
    now = cycle(cycles, "ACTIVE");
    next = cycle(cycles, "PLANNING");
  }

  @AfterClass
  public static void close() {
    browser.close();
    host.close();
  }

  private static JsonNode named(JsonNode all, String name) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(each -> each.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode cycle(JsonNode cycles, String state) {
    return StreamSupport.stream(cycles.spliterator(), false)
        .filter(each -> each.path("length").asText().equals("QUARTER"))
        .filter(each -> each.path("state").asText().equals(state))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode objective(String title) {
    String path = "workspace?unit=" + mobile + "&cycle=" + now.path("id").asLong();
    for (JsonNode each : admin.get(path).json(200).path("objectives")) {
      if (each.path("title").asText().equals(title)) {
        return each;
      }
    }
    throw new AssertionError("There is no objective " + title);
  }

  private static String keyOfResult(String objective, int place) {
    return objective(objective).path("keyResults").path(place).path("key").asText();
  }

  // The pages

  @Test
  public void workspace() {
    try (Window window = browser.window("guide-workspace", 1280, 860)) {
      Page page = logIn(window, "lead");
      open(page, mobile, "#" + keyOfResult(SPEED, 0));
      assertThat(page.locator(".bearings-panel")).containsText("First load goes from 4 s to 1.5 s");
      assertThat(page.locator(".bearings-row")).hasCount(2);
      window.illustrate("workspace");

      open(page, mobile, "");
      checkIn(page, keyOfResult(SPEED, 0));
      window.illustrate("check-in");

      open(page, mobile, "#" + keyOfResult(CONFIDENCE, 0));
      talk(page);
      window.illustrate("conversation");

      open(page, mobile, "#new");
      page.getByLabel("Objective", exactly()).fill("Migrate the app to the new framework");
      page.getByLabel("Why", exactly()).click();
      assertThat(page.locator(".bearings-finding").first()).isVisible();
      window.illustrate("coach");
      finish(window);
    }
  }

  private static void checkIn(Page page, String key) {
    Locator row = page.locator("#bearings-row-" + key);
    row.getByRole(AriaRole.BUTTON).first().click();
    Locator form = row.locator(".bearings-check-in");
    form.getByLabel("Value", inside()).fill("2.2");
    form.locator(".bearings-confidence label").nth(8).click();
    form.getByLabel("Comment", inside()).fill("Images come last now");
    assertThat(form).containsText("How sure");
  }

  private static void talk(Page page) {
    Locator panel = page.locator(".bearings-panel");
    panel.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Conversation")).click();
    for (String remark :
        List.of(
            "Thirteen is still far from three. What stands in the way?",
            "Could we pair on the tests of payment next week?")) {
      panel.getByLabel("Write a remark", inside()).fill(remark);
      panel.getByRole(AriaRole.BUTTON, button("Send")).click();
      assertThat(panel.locator(".bearings-remark").last()).containsText(remark);
    }
  }

  @Test
  public void mapAndGrid() {
    try (Window window = browser.window("guide-map", 1280, 860)) {
      Page page = logIn(window, "lead");
      open(page, company, "&view=map&branch=all");
      assertThat(page.locator(".bearings-map-node").first()).isVisible();
      assertThat(page.locator(".bearings-map-table")).containsText(SPEED);
      window.illustrate("map");

      open(page, mobile, "&view=grid");
      assertThat(page.locator(".bearings-grid tbody tr").first()).isVisible();
      window.illustrate("grid");
      finish(window);
    }
  }

  @Test
  public void importAndHealth() {
    try (Window window = browser.window("guide-import", 1280, 860)) {
      Page page = logIn(window, "lead");
      open(page, mobile, "&view=import");
      assertThat(page.locator(".bearings-workspace-content")).containsText("What the file holds");
      window.illustrate("import");

      open(page, mobile, "&view=health");
      assertThat(page.locator(".bearings-workspace-content")).containsText("What the Coach says");
      window.illustrate("health-report");
      finish(window);
    }
  }

  @Test
  public void effort() {
    try (Window window = browser.window("guide-effort", 1280, 1120)) {
      Page page = logIn(window, "lead");
      open(page, company, "&view=effort&period=weeks");
      assertThat(page.locator(".bearings-effort-sentence"))
          .containsText("of what was finished served an objective");
      assertThat(page.locator(".bearings-effort-unlinked li").first()).isVisible();
      window.illustrate("effort");
      finish(window);
    }
  }

  @Test
  public void kpis() {
    try (Window window = browser.window("guide-kpis", 1280, 1240)) {
      Page page = logIn(window, "lead");
      open(page, mobile, "&view=kpis");
      assertThat(page.locator(".bearings-kpi-card").first()).containsText("Breach");
      // The past of the project is read in the background, beginning within a minute.
      assertThat(page.locator(".bearings-velocity-bars")).isVisible(WITHIN_TWO_MINUTES);
      window.illustrate("kpis");

      page.locator(".bearings-kpi-card .bearings-kpi-name a").first().click();
      assertThat(page.locator(".bearings-kpi-breach-entry").first()).containsText("Open breach");
      assertThat(page.locator(".bearings-timeline-picture svg")).isVisible();
      window.illustrate("kpi-page");
      finish(window);
    }
  }

  @Test
  public void projectPage() {
    try (Window window = browser.window("guide-project", 1280, 860)) {
      Page page = logIn(window, "lead");
      page.navigate(host.base() + "/projects/DEMO?selectedItem=io.bearings:project-page-item");
      assertThat(page.locator(".bearings-objective").first()).isVisible();
      window.illustrate("project-page");
      finish(window);
    }
  }

  @Test
  public void createObjective() {
    try (Window window = browser.window("guide-create", 1280, 1040)) {
      logIn(window, "lead");
      Page page = window.page();
      new JiraPages(host, page).openObjectives("DEMO");
      page.getByRole(AriaRole.BUTTON, named("Create objective")).first().click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog
          .getByLabel("Objective", inside())
          .fill("Earn the trust of people who never read manuals");
      dialog
          .getByLabel("Why", inside())
          .fill(
              "Every second question to support is answered in the guide. We want nobody to need"
                  + " it.");
      dialog
          .getByLabel("Key result", inside())
          .fill("Questions that the guide answers go from 90 to 30");
      window.illustrate("create-objective");
      finish(window);
    }
  }

  @Test
  public void issuePanel() {
    try (Window window = browser.window("guide-issue", 1280, 1140)) {
      logIn(window, "lead");
      new JiraPages(host, window.page()).openIssue("DEMO-13");
      Locator panel = window.page().locator(".bearings-issue-panel");
      assertThat(panel).containsText("First load goes from 4 s to 1.5 s");
      panel.getByRole(AriaRole.BUTTON, button("Attach to a key result")).click();
      panel.getByRole(AriaRole.COMBOBOX, button("Key result")).fill("goes from");
      assertThat(panel.getByRole(AriaRole.OPTION).first()).isVisible();
      window.illustrate("issue-panel");
      finish(window);
    }
  }

  @Test
  public void linkedWork() {
    linkSprintAndQuery(objective(CONFIDENCE).at("/keyResults/0/id").asLong());
    try (Window window = browser.window("guide-linked-work", 1280, 860)) {
      Page page = logIn(window, "lead");
      open(page, mobile, "#" + keyOfResult(CONFIDENCE, 0) + ".issues");
      Locator work =
          page.locator(".bearings-panel details")
              .filter(new Locator.FilterOptions().setHasText("Linked work"));
      assertThat(work).containsText("project = DEMO AND issuetype = Bug");
      page.evaluate("window.scrollTo(0, 0)");
      window.illustrate("linked-work");
      finish(window);
    }
  }

  private static void linkSprintAndQuery(long keyResult) {
    Okrs lead = new Okrs(host.as("lead"));
    String path = "key-results/" + keyResult + "/work";
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

  @Test
  public void dashboard() {
    try (Window window = browser.window("guide-dashboard", 1280, 860)) {
      logIn(window, "lead");
      JiraPages jira = new JiraPages(host, window.page());
      jira.openDashboard();
      jira.addGadget("OKR progress");
      Locator gadget = window.page().locator(".dashboard-item-frame").first();
      gadget.getByLabel("Project").selectOption("DEMO");
      gadget.getByRole(AriaRole.BUTTON, button("Save")).click();
      assertThat(gadget.locator(".bearings-card").first()).isVisible();
      window.illustrate("dashboard");
      finish(window);
    }
  }

  @Test
  public void kickoff() {
    try (Window window = browser.window("guide-kickoff", 1280, 860)) {
      Page page = logIn(window, "lead");
      page.navigate(
          host.base()
              + "/secure/BearingsKickoff.jspa?unit="
              + mobile
              + "&cycle="
              + next.path("id").asLong());
      Locator writer = page.locator(".bearings-writer");
      writer.getByLabel("Why", inside()).fill("Half of our new customers leave within a week.");
      writer.getByLabel("Objective", inside()).fill("Make the first week with us feel effortless");
      Locator result = writer.locator(".bearings-write-row").first();
      result
          .getByLabel("Metric, or the whole sentence", inside())
          .fill("Share of sign-ups that finish onboarding");
      result.getByLabel("Unit of measure", inside()).selectOption("PERCENT");
      result.getByLabel("Now", inside()).fill("60");
      result.getByLabel("Target", inside()).fill("82");
      assertThat(result)
          .containsText("Share of sign-ups that finish onboarding will go from 60 % to 82 %");
      page.setViewportSize(1280, 1240);
      page.evaluate("window.scrollTo(0, 0)");
      window.illustrate("kickoff");
      page.setViewportSize(1280, 860);
      page.evaluate("document.querySelector('#readiness').scrollIntoView()");
      assertThat(page.locator("#readiness")).containsText("9 of 16 checks are met");
      window.illustrate("readiness");
      finish(window);
    }
  }

  @Test
  public void unitsAndCycles() {
    try (Window window = browser.window("guide-units", 1280, 860)) {
      Page page = logIn(window, "admin");
      page.navigate(host.base() + "/secure/admin/BearingsUnits!default.jspa");
      assertThat(page.locator(".bearings-tree").first()).containsText("Papermill");
      window.illustrate("units");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(MOBILE)).click();
      assertThat(page.locator(".bearings-cycle").first()).isVisible();
      window.illustrate("unit");
      finish(window);
    }
  }

  @Test
  public void settingsAndHealth() {
    try (Window window = browser.window("guide-administration", 1280, 1180)) {
      Page page = logIn(window, "admin");
      page.navigate(host.base() + "/secure/admin/BearingsSettings!default.jspa");
      assertThat(page.getByLabel("Credit for work in progress")).hasValue("0");
      window.illustrate("settings");
      page.setViewportSize(1280, 720);
      page.navigate(host.base() + "/secure/admin/BearingsOutgoing!default.jspa");
      page.getByLabel("Allowed hosts").fill("hooks.example.internal\n10.0.0.7");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
      assertThat(page.locator("body")).containsText("This is in force now.");
      window.illustrate("outgoing");
      page.setViewportSize(1280, 860);
      page.navigate(host.base() + "/secure/admin/BearingsHealth!default.jspa");
      assertThat(page.locator("body"))
          .containsText("Nothing: every class and method that Bearings calls is there.");
      window.illustrate("health");
      finish(window);
    }
  }

  private static Page logIn(Window window, String user) {
    new JiraPages(host, window.page()).logIn(user);
    return window.page();
  }

  private static void open(Page page, long unit, String more) {
    // Another panel alone would not load the page again, and what was typed would stay.
    page.navigate("about:blank");
    page.navigate(
        host.base()
            + "/secure/BearingsWorkspace.jspa?unit="
            + unit
            + "&cycle="
            + now.path("id").asLong()
            + more);
    assertThat(page.locator(".bearings-workspace-header")).isVisible();
  }

  private static void finish(Window window) {
    assertThat(window.complaints()).isEmpty();
    window.passed();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.GetByLabelOptions inside() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static Locator.GetByRoleOptions button(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
