package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
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
import io.bearings.systemtests.harness.Keyboard;
import io.bearings.systemtests.harness.Measurements;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.SharedHosts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * The story that part 2 is for: a lead goes from a why to an objective with key results, hears the
 * Coach, aligns, says how sure they are, publishes, and checks in; the workspace follows. Once with
 * a mouse at a desk, once by keyboard alone on a telephone's width.
 */
@RunWith(Parameterized.class)
public class KickoffStoryIT {
  private static final String WHY = "Colleagues on call are tired, and two of the best have left";
  private static final String TASK = "Launch the partner portal";
  private static final String OBJECTIVE = "Let the people on call sleep through the night";
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private static int made;
  private static Browser browser;

  private final Cell cell;
  private final RunningHost host;
  private String above;
  private long team;
  private long cycle;

  public KickoffStoryIT(Cell cell) {
    this.cell = cell;
    host = SharedHosts.of(cell);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @BeforeClass
  public static void startBrowser() {
    browser = Browser.start();
  }

  @AfterClass
  public static void closeBrowser() {
    browser.close();
  }

  @Before
  public void aTeamBelowAnAreaThatKnowsWhereItGoes() {
    Okrs admin = new Okrs(host.as("admin"));
    Organisation organisation = new Organisation(admin);
    made++;
    long area = organisation.unit("Operations " + made, "AREA", organisation.company(), "admin");
    team = organisation.unit("Night shift " + made, "TEAM", area, "lead");
    cycle = organisation.cycle(area, "This quarter");
    above = "Clinics trust us at night (" + team + ")";
    JsonNode objective =
        admin
            .post(
                "objectives",
                Map.of("unitId", area, "cycleId", cycle, "title", above, "why", "They must."))
            .json(201);
    admin
        .post(
            "objectives/" + objective.path("id").asLong() + "/publish",
            Map.of("version", objective.path("version").asInt(), "confidence", 6))
        .json(200);
  }

  @Test
  public void fromAWhyToACheckInThatSomebodyElseSees() {
    try (Window mine = browser.window("kickoff-story-" + cell);
        Window theirs = browser.window("kickoff-story-other-" + cell)) {
      Page page = mine.page();
      new JiraPages(host, page).logIn("lead");
      page.navigate(workspace());
      page.getByRole(AriaRole.LINK, named("Kickoff")).click();
      write(mine);
      hearTheCoach(mine);
      alignAndPublish(mine);

      new JiraPages(host, theirs.page()).logIn("viewer");
      theirs.page().navigate(workspace());
      Locator seen = theirs.page().locator(".bearings-row");
      assertThat(seen).containsText(OBJECTIVE);
      assertThat(score(theirs.page())).hasText("No data");

      page.getByRole(AriaRole.LINK, named("Open in the workspace")).click();
      checkIn(mine);
      assertThat(score(page)).hasText("0.67");
      assertThat(score(theirs.page())).hasText("0.67");
      assertThat(seen).containsText("6 → 3");
      theirs.photograph("06-seen-by-somebody-else");
      finish(mine);
      finish(theirs);
    }
    AddOnLog.assertNoWarnings(host);
  }

  private String workspace() {
    return host.base() + "/secure/BearingsWorkspace.jspa?unit=" + team + "&cycle=" + cycle;
  }

  private static void write(Window window) {
    Locator writer = writer(window.page());
    writer.getByLabel("Why", exactly()).fill(WHY);
    metric(writer, 0, "Alarms at night", "12", "3");
    assertThat(writer.locator(".bearings-sentence").first())
        .hasText("Reads: Alarms at night will go from 12 to 3");
    metric(writer, 1, "Minutes until service is restored", "95", "30");
    window.photograph("01-written");
  }

  private static void metric(Locator writer, int row, String metric, String now, String target) {
    Locator frame = writer.locator(".bearings-write-row").nth(row);
    frame.getByLabel("Metric, or the whole sentence", exactly()).fill(metric);
    frame.getByLabel("Now", exactly()).fill(now);
    frame.getByLabel("Target", exactly()).fill(target);
  }

  private static void hearTheCoach(Window window) {
    Locator writer = writer(window.page());
    Locator objective = writer.getByLabel("Objective", exactly());
    objective.fill(TASK);
    assertThat(writer.locator(".bearings-finding").first()).isVisible();
    window.photograph("02-coach");
    objective.fill(OBJECTIVE);
    assertThat(writer.locator(".bearings-finding-warning")).hasCount(0);
  }

  private void alignAndPublish(Window window) {
    Page page = window.page();
    Locator writer = writer(page);
    writer.getByRole(AriaRole.COMBOBOX, inside("Contributes to")).fill(above);
    assertThat(found(page)).hasCount(1);
    assertThat(found(page)).containsText(above);
    found(page).click();
    writer.getByRole(AriaRole.BUTTON, inside("Publish")).click();
    assertThat(writer).containsText("Say how sure the owner is");
    writer.getByLabel("Confidence", exactly()).selectOption("6");
    window.photograph("03-before-publishing");
    writer.getByRole(AriaRole.BUTTON, inside("Publish")).click();
    Locator planned = page.locator(".bearings-planned");
    assertThat(planned).containsText(OBJECTIVE);
    assertThat(planned).containsText("Published");
    assertThat(planned).containsText("contributes to O-");
    window.photograph("04-published");
  }

  private static void checkIn(Window window) {
    Page page = window.page();
    Locator row = page.locator(".bearings-row-key-result").first();
    Instant begun = Instant.now();
    row.getByRole(AriaRole.BUTTON).first().click();
    Locator form = page.locator(".bearings-check-in");
    form.getByLabel("Value", exactly()).fill("6");
    form.locator(".bearings-confidence label").nth(7).click();
    form.getByLabel("Comment", exactly()).fill("Two noisy alarms are gone");
    form.getByRole(AriaRole.BUTTON, inside("Save check-in")).click();
    assertThat(form).hasCount(0);
    assertThat(row).containsText("6 → 3");
    assertTookUnderAMinute("check-in with a mouse", begun);
    window.photograph("05-checked-in");
  }

  @Test
  public void theSameByKeyboardAloneOnATelephone() {
    try (Window window = browser.window("kickoff-keyboard-" + cell, 390, 844)) {
      Page page = window.page();
      Keyboard keyboard = new Keyboard(page).logIn(host, "lead");
      page.navigate(workspace());
      assertThat(page.locator(".bearings-workspace-header")).isVisible();
      keyboard.tabTo("a Kickoff").press("Enter");
      assertThat(writer(page)).isVisible();
      window.assertFits();
      writeByKeyboard(window, keyboard);
      publishByKeyboard(window, keyboard);
      keyboard.tabTo("a Open in the workspace").press("Enter");
      checkInByKeyboard(window, keyboard);
      finish(window);
    }
    AddOnLog.assertNoWarnings(host);
  }

  private static void writeByKeyboard(Window window, Keyboard keyboard) {
    Page page = window.page();
    keyboard.tabTo("textarea Why").type(WHY);
    keyboard.tabTo("input Objective").type(TASK);
    assertThat(writer(page).locator(".bearings-finding").first()).isVisible();
    window.assertFits();
    window.photograph("01-coach");
    keyboard.press("Control+a").type(OBJECTIVE);
    assertThat(writer(page).locator(".bearings-finding-warning")).hasCount(0);
    keyboard.tabTo("input Metric, or the whole sentence").type("Alarms at night");
    keyboard.tabTo("input Now").type("12");
    keyboard.tabTo("input Target").type("3").press("Tab");
    keyboard.tabTo("input Metric, or the whole sentence").type("Minutes until service is restored");
    keyboard.tabTo("input Now").type("95");
    keyboard.tabTo("input Target").type("30");
    assertThat(page.locator(".bearings-sentence").last())
        .hasText("Reads: Minutes until service is restored will go from 95 to 30");
    window.assertFits();
    window.photograph("02-written");
  }

  private void publishByKeyboard(Window window, Keyboard keyboard) {
    Page page = window.page();
    keyboard.tabTo("combobox Contributes to").type(above);
    assertThat(found(page)).hasCount(1);
    keyboard.press("Enter");
    keyboard.tabTo("select Confidence").type("6");
    keyboard.tabTo("button Publish").press("Enter");
    Locator planned = page.locator(".bearings-planned");
    assertThat(planned).containsText(OBJECTIVE);
    assertThat(planned).containsText("Published");
    assertThat(planned).containsText("contributes to O-");
    window.assertFits();
    assertNoViolations(page, "kickoff on a telephone");
    window.photograph("03-published");
  }

  private static void checkInByKeyboard(Window window, Keyboard keyboard) {
    Page page = window.page();
    Locator row = page.locator(".bearings-row-key-result").first();
    assertThat(row).isVisible();
    Instant begun = Instant.now();
    keyboard.tabTo("button Check in " + row.locator(".bearings-key").innerText()).press("Enter");
    keyboard.waitFor("input Value").type("6").press("Tab");
    keyboard.press("ArrowRight").press("Control+Enter");
    assertThat(row).containsText("6 → 3");
    assertThat(row).containsText("Confidence 7");
    assertTookUnderAMinute("check-in by keyboard", begun);
    assertThat(score(page)).hasText("0.67");
    window.assertFits();
    assertNoViolations(page, "workspace on a telephone");
    window.photograph("04-checked-in");
  }

  private static void assertTookUnderAMinute(String what, Instant begun) {
    Duration took = Duration.between(begun, Instant.now());
    Measurements.note(what, took);
    assertThat(took).isLessThan(A_MINUTE);
  }

  private static void finish(Window window) {
    assertThat(window.complaints()).isEmpty();
    window.passed();
  }

  private static Locator writer(Page page) {
    return page.locator(".bearings-writer");
  }

  /** What the search for a parent offers. */
  private static Locator found(Page page) {
    return writer(page).locator(".bearings-option");
  }

  private static Locator score(Page page) {
    return page.locator(".bearings-row .bearings-score-value");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }
}
