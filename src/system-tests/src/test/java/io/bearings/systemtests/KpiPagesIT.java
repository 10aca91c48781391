package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * KPIs in a browser: from nothing to a breached one whose action created an issue, and how their
 * pages hold up narrow, on a wall and read out.
 */
public class KpiPagesIT {
  private static final LocatorAssertions.IsVisibleOptions WITHIN_TWO_MINUTES =
      new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

  private static final int NARROW = 390;
  private static final int HALF_A_SECOND = 500;
  private static final String NAME = "Tickets answered in time";
  private static final String SUMMARY = "Find out why tickets wait";

  private static Browser browser;

  private final RunningHost host = SharedHosts.of(new Cell(Databases.H2, Temper.KIND));
  private final Okrs lead = new Okrs(host.as("lead"));

  @BeforeClass
  public static void startBrowser() {
    browser = Browser.start();
  }

  @AfterClass
  public static void closeBrowser() {
    browser.close();
  }

  @Test
  public void fromNothingToABreachWhoseActionCreatedAnIssue() {
    Organisation organisation = new Organisation(new Okrs(host.as("admin")));
    long unit = organisation.team("Support in pictures", "lead");
    organisation.cycle(unit, "Quarter of support");
    try (Window window = browser.window("kpi-story")) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      page.navigate(host.base() + "/secure/BearingsWorkspace.jspa?view=kpis&unit=" + unit);
      assertThat(page.getByText("No KPI here yet")).isVisible();
      window.photograph("01-nothing");
      assertNoViolations(page, "the empty KPI board");

      create(window);
      enter(window);
      paste(window);
      look(window, unit);
      act(window);
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
    fits(unit);
  }

  private void create(Window window) {
    Page page = window.page();
    page.getByRole(AriaRole.LINK, named("New KPI")).first().click();
    Locator panel = page.locator(".bearings-panel");
    panel.getByLabel("Name", exactly()).fill(NAME);
    panel.getByLabel("How often").selectOption("DAILY");
    panel.getByLabel("Unit of measure").selectOption("PERCENT");
    panel.getByLabel("Target", exactly()).fill("95");
    panel.getByLabel("Critical", exactly()).fill("90");
    assertThat(panel.locator("[data-bearings-rule=kpi-no-action]")).isVisible();
    window.photograph("02-coach");
    panel.getByLabel("Action when it is past critical").fill("Ann calls the lead within a day");
    panel.locator("summary").filter(having("What then happens by itself")).click();
    panel.getByRole(AriaRole.BUTTON, inside("Create an issue")).click();
    panel.getByLabel("Key of the project").fill("APP");
    panel.getByLabel("Issue type").fill("Task");
    panel.getByLabel("Summary").fill(SUMMARY);
    assertNoViolations(page, "the form of a KPI");
    window.photograph("03-form");
    panel.getByRole(AriaRole.BUTTON, inside("Create KPI")).click();
    assertThat(page.locator(".bearings-kpi-card")).containsText(NAME);
    assertThat(panel).isHidden();
  }

  /** By the keyboard alone: the field has the focus, Enter saves. */
  private void enter(Window window) {
    Page page = window.page();
    page.locator(".bearings-kpi-card .bearings-kpi-actions a").click();
    assertThat(page.locator(".bearings-panel").getByLabel("Value", exactly())).isFocused();
    page.keyboard().type("96,5");
    window.photograph("04-value");
    page.keyboard().press("Enter");
    assertThat(page.locator(".bearings-kpi-card .bearings-kpi-value")).hasText("96.5 %");
    assertThat(page.locator(".bearings-kpi-card")).containsText("Healthy");
  }

  /** Yesterday was past critical: what is pasted is tried first, and opens a breach. */
  private void paste(Window window) {
    Page page = window.page();
    page.locator(".bearings-kpi-card .bearings-kpi-name a").click();
    assertThat(page.locator(".bearings-kpi-title")).hasText(NAME);
    page.getByRole(AriaRole.LINK, named("Paste values")).click();
    Locator panel = page.locator(".bearings-panel");
    Locator values = panel.getByLabel("Values", exactly());
    values.fill("date;value\n" + daysAgo(1) + ";many\n");
    panel.getByRole(AriaRole.BUTTON, inside("Check")).click();
    assertThat(panel).containsText("1 of 1 rows have to be mended first");
    window.photograph("05-wrong-rows");
    StringBuilder rows = new StringBuilder("date;value\n");
    double[] past = {97, 96, 96.5, 95.5, 95, 96, 94, 93, 92.5, 91, 90.5, 71};
    for (int day = 0; day < past.length; day++) {
      rows.append(daysAgo(past.length - day)).append(';').append(past[day]).append('\n');
    }
    values.fill(rows.toString());
    panel.getByRole(AriaRole.BUTTON, inside("Check")).click();
    assertThat(panel).containsText("12 rows: 12 new values");
    panel.getByRole(AriaRole.BUTTON, inside("Import")).click();
    assertThat(page.locator(".bearings-kpi-breach-entry")).containsText("Open breach");
    assertThat(page.locator(".bearings-timeline-picture svg")).isVisible();
    assertThat(page.locator(".bearings-kpi-table")).containsText("71 %");
    window.photograph("06-page");
    assertNoViolations(page, "the page of a KPI");
  }

  private void look(Window window, long unit) {
    Page page = window.page();
    page.navigate(host.base() + "/secure/BearingsWorkspace.jspa?unit=" + unit);
    assertThat(page.locator(".bearings-kpi-strip .bearings-kpi-breach")).containsText("week");
    window.photograph("07-list");
    assertNoViolations(page, "the list with its KPIs");
    page.getByRole(AriaRole.BUTTON, named("KPIs")).click();
    assertThat(page.locator(".bearings-kpi-board")).isVisible();
    window.photograph("08-board");
    page.getByRole(AriaRole.BUTTON, named("Full screen")).click();
    assertThat(page.locator(".bearings-board-full .bearings-kpi-card")).isVisible();
    assertThat(page.url()).contains("board=full");
    window.photograph("09-wall");
    assertNoViolations(page, "the board on a wall");
    page.getByRole(AriaRole.BUTTON, named("Leave full screen")).click();
    assertThat(page.locator(".bearings-board-full")).hasCount(0);
  }

  private void act(Window window) {
    Page page = window.page();
    page.locator(".bearings-kpi-card .bearings-kpi-name a").click();
    page.getByRole(AriaRole.BUTTON, named("Acknowledge")).click();
    Locator breach = page.locator(".bearings-kpi-breach-entry");
    assertThat(breach).containsText("acknowledged it");
    breach.getByRole(AriaRole.BUTTON, inside("Report the action")).click();
    breach.getByLabel("State of the action").selectOption("DONE");
    breach.getByLabel("What came of it").fill("Two more people answer on Mondays");
    breach.getByRole(AriaRole.BUTTON, inside("Save")).click();
    assertThat(breach).containsText("Two more people answer on Mondays");
    window.photograph("10-acted");

    assertThat(issueNamed(page, SUMMARY)).isTrue();
    breach.locator(".bearings-kpi-acts summary").click();
    assertThat(breach.locator(".bearings-kpi-acts a")).containsText("APP-");
    window.photograph("11-deeds");
    assertNoViolations(page, "what was done by itself");
  }

  /** Deeds are done in the background, within moments. */
  private boolean issueNamed(Page page, String summary) {
    String jql = Session.encode("project = APP and summary ~ \"" + summary + "\"");
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (Instant.now().isBefore(end)) {
      JsonNode found = lead.session().get("/rest/api/2/search?jql=" + jql).json(200);
      if (found.path("total").asInt() == 1) {
        return true;
      }
      page.waitForTimeout(HALF_A_SECOND);
    }
    return false;
  }

  private void fits(long unit) {
    try (Window window = browser.window("kpi-narrow", NARROW, 844)) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      page.navigate(host.base() + "/secure/BearingsWorkspace.jspa?view=kpis&unit=" + unit);
      assertThat(page.locator(".bearings-kpi-card")).containsText(NAME);
      window.assertFits();
      window.photograph("01-board");
      page.locator(".bearings-kpi-card .bearings-kpi-name a").click();
      assertThat(page.locator(".bearings-kpi-table")).isVisible();
      window.assertFits();
      window.photograph("02-page");
      page.getByRole(AriaRole.LINK, named("Edit")).click();
      assertThat(page.locator(".bearings-panel").getByLabel("Name", exactly())).hasValue(NAME);
      window.assertFits();
      window.photograph("03-form");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  @Test
  public void velocityStandsBesideTheObjectivesOfTheSameTeam() {
    HostOptions options =
        HostOptions.fresh("kpi-velocity").database(Databases.H2.fresh()).temper(Temper.KIND).demo();
    try (RunningHost demo = RunningHost.start(options);
        Window window = browser.window("velocity")) {
      long mobile = 0;
      for (JsonNode unit : new Okrs(demo.as("admin")).get("units").json(200).path("units")) {
        mobile = unit.path("name").asText().equals("Mobile") ? unit.path("id").asLong() : mobile;
      }
      Page page = window.page();
      JiraPages jira = new JiraPages(demo, page);
      jira.logIn("lead");
      page.navigate(demo.base() + "/secure/BearingsWorkspace.jspa?view=kpis&unit=" + mobile);
      // The past of the project is read in the background, beginning within a minute.
      assertThat(page.locator(".bearings-velocity-bars")).isVisible(WITHIN_TWO_MINUTES);
      assertThat(page.locator(".bearings-velocity-sentence"))
          .containsText(Pattern.compile("[1-9].* points a sprint on average, over 12 sprints"));
      assertThat(page.locator(".bearings-kpi-objectives li").first()).isVisible();
      window.photograph("01-workspace");
      assertNoViolations(page, "velocity in the workspace");
      propose(window);

      jira.openDashboard();
      jira.addGadget("Velocity beside the OKRs of a team");
      Locator gadget = page.locator(".dashboard-item-frame").first();
      gadget.getByLabel("Team", exactly()).selectOption(String.valueOf(mobile));
      gadget.getByRole(AriaRole.BUTTON, inside("Save")).click();
      assertThat(gadget.locator(".bearings-velocity-sentence")).isVisible();
      assertThat(gadget.locator(".bearings-kpi-objectives li").first()).isVisible();
      window.photograph("04-dashboard");
      assertNoViolations(page, "velocity on a dashboard");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  /** From nothing to velocity and on-time delivery, with one button each. */
  private static void propose(Window window) {
    Page page = window.page();
    page.getByRole(AriaRole.LINK, named("Propose from Jira")).first().click();
    Locator panel = page.locator(".bearings-panel");
    Locator velocity = panel.locator("[data-bearings-proposal=VELOCITY]");
    assertThat(velocity).isVisible(WITHIN_TWO_MINUTES);
    window.photograph("02-proposals");
    assertNoViolations(page, "proposals from a project's history");
    for (String name : List.of("VELOCITY", "ON_TIME_DELIVERY")) {
      Locator proposal = panel.locator("[data-bearings-proposal=" + name + "]");
      proposal.getByRole(AriaRole.BUTTON, inside("Take this KPI")).click();
      assertThat(proposal).containsText("Taken: KPI-");
    }
    page.keyboard().press("Escape");
    assertThat(page.locator(".bearings-kpis .bearings-kpi-board")).containsText("Team velocity");
    assertThat(page.locator(".bearings-kpis .bearings-kpi-board"))
        .containsText("On-time delivery rate");
    window.photograph("03-taken");
  }

  private static LocalDate daysAgo(int days) {
    return LocalDate.now().minusDays(days);
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
