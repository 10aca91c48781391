package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.World;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

/**
 * An administrator wants to bring the settings of one Jira to another, to know who changed what,
 * and to see at a glance whether all is well; and nobody else may.
 */
public class AdministrationIT {
  private static final String SETTINGS = "/secure/admin/BearingsSettings!default.jspa";
  private static final String CREDIT = "Credit for work in progress";
  private static final String FILE = "/rest/bearings/1.0/settings/file";

  private final RunningHost host =
      RunningHost.start(HostOptions.fresh("administration").importing(World.file()));

  @After
  public void stop() {
    host.close();
  }

  @Test
  public void theStoryOfAnAdministrator() {
    try (Browser browser = Browser.start()) {
      changesASettingAndSetsItBack(browser);
      secondOfTwoTabsSeesTheChangeOfTheFirst(browser);
      bringsAFile(browser);
      looksWhoChangedWhat(browser);
      looksWhetherAllIsWell(browser);
      bindsAProject(browser);
    }
    theInterfaceIsForAdministratorsAndSaysWhatIsWrong();
  }

  private Page open(Window window, String user, String path) {
    Page page = window.page();
    new JiraPages(host, page).logIn(user);
    page.navigate(host.base() + path);
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void finish(Window window) {
    assertThat(window.complaints()).isEmpty();
    window.passed();
  }

  private void changesASettingAndSetsItBack(Browser browser) {
    try (Window window = browser.window("administration-settings", 360, 800)) {
      Page page = open(window, "admin", SETTINGS);
      page.getByLabel(CREDIT).fill("25");
      page.getByLabel(CREDIT).press("Enter");
      assertThat(page.locator("[role=status]")).containsText("The settings are saved.");
      assertThat(page.getByLabel(CREDIT)).hasValue("25");
      Locator changed = page.locator(".field-group", new Page.LocatorOptions().setHasText(CREDIT));
      assertThat(changed).containsText("Default: 0");
      assertThat(changed).containsText("Changed from default");
      window.assertFits();
      assertNoViolations(page, "a setting that was changed");
      window.photograph("01-changed");

      button(page, "Undo this change").click();
      assertThat(page.locator("[role=status]")).containsText("The change is taken back.");
      assertThat(page.getByLabel(CREDIT)).hasValue("0");

      page.getByLabel(CREDIT).fill("40");
      button(page, "Save").click();
      button(page, "Set back to default " + CREDIT).click();
      assertThat(page.locator("[role=status]")).containsText("has its default again");
      assertThat(page.getByLabel(CREDIT)).hasValue("0");

      page.getByLabel(CREDIT).fill("101");
      page.getByLabel("Holidays").fill("Christmas");
      button(page, "Save").click();
      assertThat(page.locator("#bearings-inProgressCredit-error")).hasText("From 0 to 100.");
      assertThat(page.locator("#bearings-holidays-error")).containsText("Christmas is no day.");
      assertThat(page.getByLabel(CREDIT)).hasValue("101");
      assertNoViolations(page, "settings that are refused");
      finish(window);
    }
  }

  private void secondOfTwoTabsSeesTheChangeOfTheFirst(Browser browser) {
    try (Window window = browser.window("administration-two-tabs")) {
      Page first = open(window, "admin", SETTINGS);
      Page second = first.context().newPage();
      second.navigate(host.base() + SETTINGS);

      first.getByLabel(CREDIT).fill("30");
      button(first, "Save").click();
      assertThat(first.locator("[role=status]")).containsText("The settings are saved.");

      second.getByLabel("Most issues of a JQL function").fill("500");
      button(second, "Save").click();
      assertThat(second.locator("[role=alert]")).containsText(CREDIT + ": 0 \u2192 30");
      assertThat(second.getByLabel("Most issues of a JQL function")).hasValue("500");
      assertThat(second.getByLabel(CREDIT)).hasValue("30");
      assertThat(current("inProgressCredit").asInt()).isEqualTo(30);
      assertThat(current("functionLimit").asInt()).isEqualTo(10_000);
      button(second, "Save").click();
      assertThat(second.locator("[role=status]")).containsText("The settings are saved.");
      assertThat(current("functionLimit").asInt()).isEqualTo(500);
      assertThat(current("inProgressCredit").asInt()).isEqualTo(30);
      finish(window);
    }
  }

  private JsonNode current(String setting) {
    return host.as("admin").get(FILE).json(200).path("settings").path(setting);
  }

  private static FilePayload file(String settings) {
    return new FilePayload(
        "settings.json",
        "application/json",
        ("{\"format\":\"bearings-settings\",\"version\":1,\"settings\":{" + settings + "}}")
            .getBytes(StandardCharsets.UTF_8));
  }

  private void bringsAFile(Browser browser) {
    try (Window window = browser.window("administration-file")) {
      Page page = open(window, "admin", SETTINGS);
      Locator upload = page.getByLabel("Look at a file");
      Locator section = page.locator(".bearings-settings-file");

      upload.setInputFiles(file("\"inProgressCredit\": 101, \"nonsense\": 1"));
      assertThat(section.locator("[role=alert]"))
          .containsText("nonsense There is no such setting.");
      assertThat(current("inProgressCredit").asInt()).isEqualTo(30);

      upload.setInputFiles(
          file("\"inProgressCredit\": 60, \"allowedHosts\": [\"a.intern\"], \"plainMail\": true"));
      assertThat(section.locator("tbody tr")).hasCount(3);
      assertThat(section.locator("tbody tr").first()).containsText(CREDIT);
      assertThat(current("inProgressCredit").asInt()).isEqualTo(30);
      assertNoViolations(page, "what a file would change");
      window.photograph("01-preview");
      button(page, "Put the file in force").click();
      assertThat(section).containsText("The file is in force.");
      assertThat(current("inProgressCredit").asInt()).isEqualTo(60);
      assertThat(current("allowedHosts").get(0).asText()).isEqualTo("a.intern");
      button(page, "Undo this change").click();
      assertThat(section).containsText("The change is taken back.");
      assertThat(current("inProgressCredit").asInt()).isEqualTo(30);
      assertThat(current("allowedHosts")).isEmpty();
      button(page, "Show the settings").click();
      assertThat(page.getByLabel(CREDIT)).hasValue("30");
      assertThat(window.complaints()).hasSize(1).allMatch(text -> text.contains("status of 400"));
      window.passed();
    }
  }

  private void looksWhoChangedWhat(Browser browser) {
    try (Window window = browser.window("administration-changes", 360, 800)) {
      Page page = open(window, "admin", "/secure/admin/BearingsChanges!default.jspa");
      Locator rows = page.locator("tbody tr");
      assertThat(rows.first()).containsText("Send mail as plain text");
      assertThat(page.locator("tbody")).containsText("a.intern");
      window.assertFits();
      assertNoViolations(page, "changes of settings");
      window.photograph("01-changes");
      page.getByLabel("Settings of").selectOption("SITE");
      button(page, "Show").click();
      assertThat(page.locator("tbody")).not().containsText("a.intern");
      assertThat(rows.first()).containsText(CREDIT);
      page.getByLabel("Settings of").selectOption("ROLES");
      button(page, "Show").click();
      assertThat(page.locator("body")).containsText("Nothing of that kind was changed.");
      finish(window);
    }
  }

  private void looksWhetherAllIsWell(Browser browser) {
    try (Window window = browser.window("administration-health")) {
      Page page = open(window, "admin", "/secure/admin/BearingsHealth!default.jspa");
      assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("bearings-catch-up")))
          .isVisible();
      assertThat(page.locator("body")).containsText("Nothing failed since this node was started.");
      assertNoViolations(page, "health");
      window.photograph("01-health");
      finish(window);
    }
    JsonNode health = host.as("admin").get("/rest/bearings/1.0/health").json(200);
    assertThat(health.path("jobs").findValuesAsText("name"))
        .contains("bearings-catch-up", "bearings-kpis", "bearings-mail");
    assertThat(health.path("errors")).isEmpty();
  }

  private void bindsAProject(Browser browser) {
    new Organisation(new Okrs(host.as("admin"))).team("Harbour", "lead");
    try (Window window = browser.window("administration-project", 360, 800)) {
      Page page = open(window, "lead", "/secure/BearingsProject!default.jspa?projectKey=APP");
      assertThat(page.locator("body")).containsText("The project is bound to no unit");
      page.getByLabel("Bind it to").selectOption("Harbour");
      button(page, "Bind").click();
      assertThat(page.locator("[role=status]")).containsText("The project is bound to Harbour.");
      window.assertFits();
      assertNoViolations(page, "settings of a project");
      window.photograph("01-bound");
      button(page, "Undo this change").click();
      assertThat(page.locator("[role=status]")).containsText("no longer bound to Harbour");
      bindsABoard(window, page);
      finish(window);
    }
    assertThat(host.as("member").get("/secure/BearingsProject!default.jspa?projectKey=APP").body())
        .contains("You may see this, but not change it.")
        .doesNotContain("Bind it to");
  }

  /**
   * Without having the project: the unit shares it with others and has a board of its own there.
   */
  private void bindsABoard(Window window, Page page) {
    Locator boards = page.locator(".bearings-bound-boards");
    assertThat(boards).containsText("named by no unit");
    page.getByLabel("Unit", new Page.GetByLabelOptions().setExact(true)).selectOption("Harbour");
    button(page, "Bind board").click();
    assertThat(page.locator("[role=status]")).containsText("Harbour works on the board now.");
    assertThat(boards).containsText("Harbour");
    window.assertFits();
    assertNoViolations(page, "boards in the settings of a project");
    window.photograph("02-board");
    button(page, "Undo this change").click();
    assertThat(page.locator("[role=status]")).containsText("Harbour no longer names the board");
    assertThat(boards).not().containsText("Harbour");
  }

  private void theInterfaceIsForAdministratorsAndSaysWhatIsWrong() {
    Session member = host.as("member");
    assertThat(member.get(FILE).status()).isEqualTo(403);
    assertThat(member.post(FILE, Map.of()).status()).isEqualTo(403);
    assertThat(member.get("/rest/bearings/1.0/settings/changes").status()).isEqualTo(403);
    assertThat(member.get("/rest/bearings/1.0/health/file").status()).isEqualTo(403);
    assertThat(member.get(SETTINGS).body()).doesNotContain("bearings-settings-file");

    Session admin = host.as("admin");
    JsonNode wrong =
        admin
            .post(
                FILE,
                Map.of(
                    "format",
                    "bearings-settings",
                    "version",
                    1,
                    "settings",
                    Map.of("weekStart", "FREYDAY", "holidays", 7)))
            .json(400);
    assertThat(wrong.path("errors").path("holidays").asText()).contains("list of texts");
    assertThat(
            admin.post(FILE, Map.of("format", "other")).json(400).path("errorMessages").toString())
        .contains("no file of Bearings settings");
    JsonNode overtaken =
        admin
            .post(
                FILE + "?seen=1",
                Map.of(
                    "format",
                    "bearings-settings",
                    "version",
                    1,
                    "settings",
                    Map.of("inProgressCredit", 1)))
            .json(409);
    assertThat(overtaken.toString()).contains("inProgressCredit");
    assertThat(
            admin
                .get("/rest/bearings/1.0/settings/changes?subject=OUTGOING")
                .json(200)
                .path("changes")
                .findValuesAsText("setting"))
        .contains("allowedHosts", "plainMail");
  }
}
