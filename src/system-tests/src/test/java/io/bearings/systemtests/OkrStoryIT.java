package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.World;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * The story that part 1 is for, in a browser: somebody plans, links work, finishes a third of it
 * and sees that everywhere; somebody else, who may not, sees none of it anywhere.
 */
@RunWith(Parameterized.class)
public class OkrStoryIT {
  private static final String OBJECTIVE = "Make the first week with us feel effortless";
  private static final String WHY = "Half of our new customers leave within seven days";
  private static final String FIRST = "Every new customer finds help in a minute";
  private static final String SECOND = "Nobody has to type an address twice";
  private static final List<String> SECRETS = List.of(OBJECTIVE, WHY, FIRST, SECOND);
  private static final String CONFIDENTIAL = "Confidential: the breach of May";

  private static Browser browser;

  private final Cell cell;
  private final RunningHost host;

  public OkrStoryIT(Cell cell) {
    this.cell = cell;
    host = SharedHosts.of(cell);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.all();
  }

  @BeforeClass
  public static void startBrowser() {
    browser = Browser.start();
  }

  @AfterClass
  public static void closeBrowser() {
    browser.close();
  }

  @Test
  public void aThirdOfTheWorkIsDoneAndShowsOnlyToThoseWhoMaySee() {
    try (Window window = browser.window("story-" + cell)) {
      JiraPages jira = new JiraPages(host, window.page());
      jira.logIn("member");
      window.photograph("01-logged-in");
      plan(window, jira);
      linkWork(window, jira);
      finishOne(window, jira);
      seeOnTheProjectPage(window, jira);
      seeOnTheDashboard(window, jira);
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
    nothingLeaksInTheBrowser();
    nothingLeaksOverHttp();
    anIssueWithASecurityLevelIsOnlyOneMore();
    AddOnLog.assertNoWarnings(host);
  }

  private void plan(Window window, JiraPages jira) {
    Page page = window.page();
    jira.openObjectives("APP");
    assertThat(page.getByText("No objectives yet")).isVisible();
    window.photograph("02-no-objectives-yet");

    page.getByRole(AriaRole.BUTTON, named("Create objective")).first().click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Objective", exactly()).fill(OBJECTIVE);
    dialog.getByLabel("Why", exactly()).fill(WHY);
    dialog.getByLabel("Key result", exactly()).fill(FIRST);
    dialog
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add another key result"))
        .click();
    dialog.getByLabel("Key result", exactly()).nth(1).fill(SECOND);
    window.photograph("03-dialog");
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create").setExact(true))
        .click();

    assertThat(page.getByRole(AriaRole.HEADING, named(OBJECTIVE))).isVisible();
    assertThat(dialog).isHidden();
    assertThat(page.locator(".bearings-key-result")).hasCount(2);
    assertThat(page.getByText("No issue attached")).hasCount(2);
    assertThat(score(page)).hasText("No data");
    window.photograph("04-objective-created");
  }

  private void linkWork(Window window, JiraPages jira) {
    Page page = window.page();
    for (int number = 1; number <= 3; number++) {
      jira.openIssue("APP-" + number);
      Locator panel = page.locator(".bearings-issue-panel");
      assertThat(panel).containsText("This issue serves no key result.");
      panel.getByRole(AriaRole.BUTTON, inside("Attach to a key result")).click();
      panel.getByRole(AriaRole.COMBOBOX, inside("Key result")).fill("in a minute");
      Locator options = panel.getByRole(AriaRole.OPTION);
      assertThat(options).hasCount(1);
      assertThat(options).containsText(FIRST);
      if (number == 1) {
        window.photograph("05-picker");
      }
      options.click();
      assertThat(panel.locator(".bearings-served-links")).containsText(FIRST);
      assertThat(panel).containsText("0 of " + (number == 1 ? "1 issue" : number + " issues"));
    }
    window.photograph("06-attached");
  }

  private void finishOne(Window window, JiraPages jira) {
    jira.openIssue("APP-2");
    window.page().locator("#action_id_51").click();
    assertThat(window.page().locator("#status-val")).hasText("Done");
    assertThat(window.page().locator(".bearings-issue-panel")).containsText("1 of 3 issues done");
    assertThat(window.page().locator(".bearings-issue-panel")).containsText("33 %");
    window.photograph("07-one-done");
  }

  private void seeOnTheProjectPage(Window window, JiraPages jira) {
    Page page = window.page();
    jira.openObjectives("APP");
    Locator first = page.locator(".bearings-key-result").filter(having(FIRST));
    assertThat(first.locator(".bearings-done")).hasText("1 of 3 issues done");
    assertThat(first.locator(".bearings-percent")).hasText("33 %");
    Locator second = page.locator(".bearings-key-result").filter(having(SECOND));
    assertThat(second).containsText("No issue attached");
    assertThat(score(page)).hasText("33 %");
    window.photograph("08-project-page");

    first.getByRole(AriaRole.BUTTON).first().click();
    assertThat(first.locator(".bearings-issue")).hasCount(3);
    assertThat(first.locator(".bearings-issue").filter(having("APP-2"))).containsText("Done");
    window.photograph("09-linked-issues");
  }

  private void seeOnTheDashboard(Window window, JiraPages jira) {
    Page page = window.page();
    jira.openDashboard();
    jira.addGadget("OKR progress");
    Locator gadget = page.locator(".dashboard-item-frame").first();
    // A new item opens where its project is chosen.
    assertThat(gadget.getByLabel("Project")).isVisible();
    window.photograph("10-gadget-added");
    gadget.getByLabel("Project").selectOption("APP");
    window.photograph("11-gadget-configuration");
    gadget.getByRole(AriaRole.BUTTON, inside("Save")).click();

    assertThat(gadget.locator(".bearings-card")).hasCount(1);
    assertThat(gadget.locator(".bearings-card")).containsText(OBJECTIVE);
    assertThat(gadget.locator(".bearings-score-value")).hasText("33 %");
    assertThat(gadget).containsText("1 of 3 issues done");
    window.photograph("12-dashboard");

    page.reload();
    assertThat(page.locator(".bearings-score-value")).hasText("33 %");
  }

  private void nothingLeaksInTheBrowser() {
    try (Window window = browser.window("stranger-" + cell)) {
      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      jira.logIn("stranger");
      for (String path :
          List.of(
              "/projects/APP",
              "/projects/APP?selectedItem=io.bearings:project-page-item",
              "/browse/APP-1")) {
        page.navigate(host.base() + path);
        assertNothingShown(page);
        assertThat(page.locator(".bearings-issue-panel, .bearings-project-page")).hasCount(0);
      }
      window.photograph("01-issue");

      // Whoever writes the key of a hidden project into the gadget's settings learns nothing.
      jira.openDashboard();
      jira.addGadget("OKR progress");
      Locator gadget = page.locator(".dashboard-item-frame").first();
      jira.saveGadgetPreferences(
          gadget.getAttribute("data-id"), Map.of("project", "APP", "isConfigured", "true"));
      page.reload();
      assertThat(gadget).containsText("There is no project APP, or you may not see it.");
      assertNothingShown(page);
      window.photograph("02-dashboard");
      window.passed();
    }
    try (Window window = browser.window("viewer-" + cell)) {
      JiraPages jira = new JiraPages(host, window.page());
      jira.logIn("viewer");
      jira.openObjectives("APP");
      assertThat(score(window.page())).hasText("33 %");
      assertThat(window.page().getByRole(AriaRole.BUTTON, named("Create objective"))).hasCount(0);
      assertThat(window.page().locator("[data-bearings-action^=edit]")).hasCount(0);
      window.photograph("01-project-page");
      jira.openIssue("APP-1");
      assertThat(window.page().locator(".bearings-issue-panel")).containsText(FIRST);
      assertThat(window.page().locator(".bearings-issue-panel").getByRole(AriaRole.BUTTON))
          .hasCount(0);
      window.photograph("02-issue");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  private void nothingLeaksOverHttp() {
    JsonNode objective = new Okrs(host.as("member")).of("APP").at("/objectives/0");
    long id = objective.path("id").asLong();
    long keyResult = Okrs.keyResultId(objective, 0);
    Session stranger = host.as("stranger");
    String rest = "/rest/bearings/1.0/";
    for (String path :
        List.of(
            rest + "objectives?project=APP",
            rest + "objectives/" + id,
            rest + "key-results/" + keyResult,
            rest + "key-results/" + keyResult + "/links",
            rest + "issues/APP-1/key-results",
            rest + "key-results?issue=APP-1&query=minute",
            "/browse/APP-1",
            "/projects/APP?selectedItem=io.bearings:project-page-item")) {
      Answer answer = stranger.get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).doesNotContain(SECRETS);
    }
    JsonNode viewersPicker =
        host.as("viewer").get(rest + "key-results?query=minute&issue=APP-1&limit=100").json(200);
    assertThat(viewersPicker.path("keyResults")).as("may look, but not attach").isEmpty();
  }

  private void anIssueWithASecurityLevelIsOnlyOneMore() {
    Okrs lead = new Okrs(host.as("lead"));
    JsonNode objective = lead.of("APP").at("/objectives/0");
    long keyResult = Okrs.keyResultId(objective, 0);
    String hidden = "APP-" + World.CONFIDENTIAL;
    assertThat(lead.attach(keyResult, List.of(hidden)).json(200).path("attached")).hasSize(1);
    assertThat(lead.get("key-results/" + keyResult + "/links").json(200).path("links")).hasSize(4);

    Okrs member = new Okrs(host.as("member"));
    JsonNode links = member.get("key-results/" + keyResult + "/links").json(200);
    assertThat(links.path("hidden").asInt()).isEqualTo(1);
    assertThat(links.path("links")).hasSize(3);
    assertThat(links.path("keyResult").path("issues").asInt()).isEqualTo(4);
    assertThat(links.toString()).doesNotContain(CONFIDENTIAL, hidden);

    try (Window window = browser.window("hidden-" + cell)) {
      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      jira.logIn("member");
      jira.openObjectives("APP");
      Locator first = page.locator(".bearings-key-result").filter(having(FIRST));
      assertThat(first.locator(".bearings-done")).hasText("1 of 4 issues done");
      first.getByRole(AriaRole.BUTTON).first().click();
      assertThat(first).containsText("and 1 more that you may not see");
      assertThat(first.locator(".bearings-issue")).hasCount(3);
      assertThat(page.content()).doesNotContain(CONFIDENTIAL, hidden);
      window.photograph("01-one-more");
      window.passed();
    }
  }

  private static void assertNothingShown(Page page) {
    assertThat(page.content()).doesNotContain(SECRETS).doesNotContain("Story 1");
  }

  private static Locator score(Page page) {
    return page.locator(".bearings-objective .bearings-score-value");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
