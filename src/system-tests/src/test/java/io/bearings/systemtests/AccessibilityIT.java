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
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Every screen of the add-on with somebody's script in every text: axe finds nothing in what the
 * add-on renders, and the script shows as text and never runs.
 */
public class AccessibilityIT {
  private static final String SCRIPT =
      "\"'><script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">{{7*7}}$a&lt;";
  private static final String OBJECTIVE = "Objective " + SCRIPT;
  private static final String RESULT = "Result " + SCRIPT;

  private static final RunningHost HOST = SharedHosts.of(new Cell(Databases.H2, Temper.KIND));
  private static Browser browser;
  private static long keyResult;

  @BeforeClass
  public static void startBrowserAndWriteWhatIsHostile() {
    browser = Browser.start();
    Okrs member = new Okrs(HOST.as("member"));
    JsonNode objective =
        member
            .create("SAFE", OBJECTIVE, SCRIPT, Okrs.keyResults("ISSUES", RESULT, "Plain"))
            .json(201);
    assertThat(objective.path("title").asText()).isEqualTo(OBJECTIVE);
    keyResult = Okrs.keyResultId(objective, 0);
    assertThat(member.attach(keyResult, List.of("SAFE-1", "SAFE-2")).status()).isEqualTo(200);
  }

  @AfterClass
  public static void closeBrowser() {
    browser.close();
  }

  @Test
  public void projectPageAndItsDialogs() {
    try (Window window = browser.window("hostile-project")) {
      Page page = window.page();
      JiraPages jira = logIn(window, "member");
      jira.openObjectives("SAFE");
      Locator objective = page.locator(".bearings-objective");
      assertThat(objective.locator(".bearings-objective-title")).hasText(OBJECTIVE);
      assertNoViolations(page, "project page");
      window.photograph("01-project-page");

      Locator keyResult = page.locator(".bearings-key-result").first();
      keyResult.locator(".bearings-toggle").click();
      assertThat(keyResult.locator(".bearings-issue")).hasCount(2);
      assertThat(keyResult.locator(".bearings-issue").filter(having(SCRIPT))).hasCount(1);
      assertNoViolations(page, "project page with linked issues open");
      window.photograph("02-linked-issues");

      objective.locator("[data-bearings-action=edit-objective]").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog.locator("input").first()).hasValue(OBJECTIVE);
      assertNoViolations(page, "dialog to edit an objective");
      window.photograph("03-edit");
      dialog.locator("input").first().fill("");
      dialog.getByRole(AriaRole.BUTTON, inside("Save")).click();
      assertThat(dialog).containsText("This is required.");
      assertNoViolations(page, "dialog with an error");
      window.photograph("04-refused");
      dialog.getByRole(AriaRole.BUTTON, inside("Cancel")).click();

      page.getByRole(AriaRole.BUTTON, named("Create objective")).first().click();
      assertThat(dialog.getByLabel("Key result").first()).isVisible();
      assertNoViolations(page, "dialog to create an objective");
      window.photograph("05-create");
      finishAfterARefusal(window);
    }
  }

  @Test
  public void emptyProjectPage() {
    try (Window window = browser.window("empty-project")) {
      JiraPages jira = logIn(window, "member");
      jira.openObjectives("EMPTY");
      assertNoViolations(window.page(), "project page without objectives");
      window.photograph("01-project-page");
      finish(window);
    }
  }

  @Test
  public void issuePanelAndItsPicker() {
    try (Window window = browser.window("hostile-issue")) {
      Page page = window.page();
      JiraPages jira = logIn(window, "member");
      jira.openIssue("SAFE-1");
      Locator panel = page.locator(".bearings-issue-panel");
      assertThat(panel.locator(".bearings-served-links")).containsText(RESULT);
      assertThat(panel).containsText(OBJECTIVE);
      assertNoViolations(page, "issue panel");
      window.photograph("01-panel");

      panel.getByRole(AriaRole.BUTTON, inside("Attach to a key result")).click();
      assertThat(panel.getByRole(AriaRole.OPTION).filter(having(RESULT))).hasCount(1);
      assertNoViolations(page, "issue panel with its picker open");
      window.photograph("02-picker");
      panel.getByRole(AriaRole.COMBOBOX, inside("Key result")).fill(SCRIPT);
      assertThat(panel.getByRole(AriaRole.OPTION).filter(having(RESULT))).hasCount(1);
      panel.getByRole(AriaRole.COMBOBOX, inside("Key result")).fill("<b>nothing</b> like this");
      assertThat(panel).containsText("<b>nothing</b> like this");
      assertNoViolations(page, "picker that finds nothing");
      finish(window);
    }
  }

  @Test
  public void dashboardItemAndItsConfiguration() {
    try (Window window = browser.window("hostile-dashboard")) {
      Page page = window.page();
      JiraPages jira = logIn(window, "lead");
      jira.openDashboard();
      jira.addGadget("OKR progress");
      Locator gadget = page.locator(".dashboard-item-frame").first();
      // A new item opens where its project is chosen; leaving that says that none is.
      gadget.getByRole(AriaRole.BUTTON, inside("Cancel")).click();
      assertThat(gadget).containsText("No project is chosen yet.");
      assertNoViolations(page, "dashboard item without a project");
      gadget.locator("[data-action=configure]").click();
      gadget.getByLabel("Project").selectOption("SAFE");
      assertNoViolations(page, "configuration of the dashboard item");
      window.photograph("01-configuration");
      gadget.getByRole(AriaRole.BUTTON, inside("Save")).click();
      assertThat(gadget.locator(".bearings-card")).containsText(OBJECTIVE);
      assertThat(gadget.locator(".bearings-card")).containsText(RESULT);
      assertNoViolations(page, "dashboard item");
      window.photograph("02-item");
      finish(window);
    }
  }

  @Test
  public void settingsAndHealth() {
    try (Window window = browser.window("administration")) {
      Page page = window.page();
      logIn(window, "admin");
      page.navigate(HOST.base() + "/secure/admin/BearingsSettings!default.jspa");
      assertThat(page.getByLabel("Credit for work in progress")).hasValue("0");
      assertNoViolations(page, "settings");
      window.photograph("01-settings");

      page.getByLabel("Credit for work in progress").fill("150");
      page.getByRole(AriaRole.BUTTON, named("Save")).click();
      assertThat(page.locator("body")).containsText("From 0 to 100.");
      assertThat(page.getByLabel("Credit for work in progress")).hasValue("150");
      assertNoViolations(page, "settings with an error");
      window.photograph("02-settings-refused");

      page.navigate(HOST.base() + "/secure/admin/BearingsOutgoing!default.jspa");
      assertThat(page.locator("body")).containsText("Nothing was called.");
      assertNoViolations(page, "outgoing calls");
      window.photograph("03-outgoing");

      page.getByLabel("Allowed hosts").fill("http://hooks.intern");
      page.getByRole(AriaRole.BUTTON, named("Save")).click();
      assertThat(page.locator("#bearings-allowed-hosts-error"))
          .containsText("http://hooks.intern is neither the name of a host nor an address.");
      assertNoViolations(page, "outgoing calls with an error");
      page.getByLabel("Allowed hosts").fill("hooks.intern");
      page.getByLabel("Allowed hosts").press("Tab");
      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.locator("body")).containsText("This is in force now.");
      assertNoViolations(page, "outgoing calls after a change");
      page.setViewportSize(390, 800);
      window.photograph("04-outgoing-changed");
      page.getByRole(AriaRole.BUTTON, named("Undo this change")).press("Enter");
      assertThat(page.locator("body")).containsText("The change is taken back.");
      assertThat(page.getByLabel("Allowed hosts")).hasValue("");
      assertThat(page.getByLabel("Send mail as plain text and not as HTML")).not().isChecked();
      page.setViewportSize(1280, 800);

      page.navigate(HOST.base() + "/secure/admin/BearingsHealth!default.jspa");
      assertThat(page.locator("body"))
          .containsText("Nothing: every class and method that Bearings calls is there.");
      assertNoViolations(page, "health");
      window.photograph("05-health");
      finish(window);
    }
  }

  @Test
  public void thePostFunctionOfAWorkflow() {
    try (Window window = browser.window("post-function")) {
      Page page = window.page();
      logIn(window, "admin");
      page.navigate(HOST.base() + "/secure/admin/workflows/ListWorkflows.jspa");
      page.getByRole(AriaRole.BUTTON, named("Add to Reopen")).click();
      page.getByLabel("Key result").fill("KR-" + keyResult);
      assertNoViolations(page, "form of the post function");
      window.photograph("01-form");
      page.getByRole(AriaRole.BUTTON, named("Add")).click();
      Locator function = page.locator(".host-function");
      assertThat(function).containsText(RESULT);
      assertNoViolations(page, "post function on a transition");
      window.photograph("02-view");
      function.getByRole(AriaRole.BUTTON, inside("Delete")).click();
      assertThat(function).hasCount(0);
      finish(window);
    }
  }

  private static JiraPages logIn(Window window, String user) {
    JiraPages jira = new JiraPages(HOST, window.page());
    jira.logIn(user);
    return jira;
  }

  private static void finish(Window window) {
    assertNobodysScriptRan(window);
    assertThat(window.complaints()).isEmpty();
    window.passed();
  }

  /** The browser itself complains of each answer that refuses something. */
  private static void finishAfterARefusal(Window window) {
    assertNobodysScriptRan(window);
    assertThat(window.complaints()).hasSize(1).allMatch(text -> text.contains("status of 400"));
    window.passed();
  }

  private static void assertNobodysScriptRan(Window window) {
    assertThat(window.page().evaluate("window.hacked === undefined"))
        .as("nobody's script ran")
        .isEqualTo(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
