package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.AddOnLog;
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
import java.util.List;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * The day of somebody who uses the workspace: they say where they want to go and how they will
 * know, publish it, check in, talk about it; and somebody else sees it without doing anything.
 */
@RunWith(Parameterized.class)
public class WorkspaceStoryIT {
  private static final String OBJECTIVE = "Make the first week with us feel effortless";
  private static final String WHY = "Half of our new customers leave within seven days";
  private static final String KEY_RESULT = "Share of sign-ups that finish goes from 60 % to 82 %";

  private static Browser browser;

  private final Cell cell;
  private final RunningHost host;
  private long unit;
  private long cycle;

  public WorkspaceStoryIT(Cell cell) {
    this.cell = cell;
    host = SharedHosts.of(cell);
  }

  /** The easiest and the hardest. */
  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    List<Cell> wanted =
        List.of(new Cell(Databases.H2, Temper.KIND), new Cell(Databases.POSTGRESQL, Temper.HARSH));
    return Cell.all().stream().filter(each -> wanted.contains(each[0])).toList();
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
  public void aTeamInItsQuarter() {
    Organisation organisation = new Organisation(new Okrs(host.as("admin")));
    unit = organisation.team("Onboarding " + cell, "lead");
    cycle = organisation.cycle(unit, "This quarter");
  }

  @Test
  public void fromTheFirstThoughtToTheCheckInThatSomebodyElseSees() {
    try (Window mine = browser.window("workspace-" + cell);
        Window theirs = browser.window("workspace-other-" + cell)) {
      Page page = mine.page();
      new JiraPages(host, page).logIn("lead");
      open(mine);
      createTheObjective(mine);
      addTheKeyResult(mine);
      publish(mine);

      new JiraPages(host, theirs.page()).logIn("viewer");
      theirs.page().navigate(address());
      Locator seen = theirs.page().locator(".bearings-row");
      assertThat(seen).containsText(OBJECTIVE);
      assertThat(seen.locator(".bearings-row-actions button")).hasCount(0);

      checkIn(mine);
      assertThat(seen).containsText("70 % → 82 %");
      theirs.photograph("07-seen-by-somebody-else");
      talk(mine);
      assertThat(mine.complaints()).isEmpty();
      assertThat(theirs.complaints()).isEmpty();
      mine.passed();
      theirs.passed();
    }
    AddOnLog.assertNoWarnings(host);
  }

  private String address() {
    return host.base() + "/secure/BearingsWorkspace.jspa?unit=" + unit + "&cycle=" + cycle;
  }

  /** By the item in the top navigation; the unit and the cycle are chosen on the page. */
  private void open(Window window) {
    Page page = window.page();
    page.locator("#bearings-workspace-link").click();
    page.getByLabel("Unit", exactly()).selectOption(String.valueOf(unit));
    page.getByLabel("Cycle", exactly()).selectOption(String.valueOf(cycle));
    assertThat(page.getByText("No objectives yet")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*unit=" + unit + "&cycle=" + cycle));
    window.photograph("01-empty");
  }

  private void createTheObjective(Window window) {
    Page page = window.page();
    page.getByRole(AriaRole.BUTTON, named("Create objective")).click();
    Locator panel = panel(page);
    panel.getByLabel("Objective", inside()).fill(OBJECTIVE);
    panel.getByLabel("Why", inside()).fill(WHY);
    panel.getByLabel("Labels", inside()).fill("growth");
    window.photograph("02-new-objective");
    panel.getByRole(AriaRole.BUTTON, button("Create")).click();
    assertThat(panel.getByRole(AriaRole.HEADING).first()).hasText(OBJECTIVE);
    assertThat(page.locator(".bearings-row")).containsText("Draft");
  }

  private void addTheKeyResult(Window window) {
    Locator panel = panel(window.page());
    panel.getByRole(AriaRole.BUTTON, button("Add key result")).click();
    panel.getByLabel("Key result", inside()).fill(KEY_RESULT);
    panel.getByLabel("Unit of measure", inside()).selectOption("PERCENT");
    panel.getByLabel("Baseline", inside()).fill("60");
    panel.getByLabel("Target", inside()).fill("82");
    window.photograph("03-new-key-result");
    panel.getByRole(AriaRole.BUTTON, button("Add")).click();
    assertThat(panel.getByRole(AriaRole.HEADING).first()).hasText(KEY_RESULT);
    window.page().locator(".bearings-row-title a").click();
    assertThat(panel.getByRole(AriaRole.HEADING).first()).hasText(OBJECTIVE);
  }

  private void publish(Window window) {
    Page page = window.page();
    Locator panel = panel(page);
    panel.getByRole(AriaRole.BUTTON, button("Publish")).click();
    panel.locator(".bearings-confidence label").nth(7).click();
    window.photograph("04-publish");
    panel.locator(".bearings-action-form").getByRole(AriaRole.BUTTON, button("Publish")).click();
    assertThat(page.locator(".bearings-row-head")).not().containsText("Draft");
    assertThat(page.locator(".bearings-row-head")).containsText("Confidence 7");
    page.keyboard().press("Escape");
    assertThat(panel).isHidden();
  }

  private void checkIn(Window window) {
    Page page = window.page();
    page.locator(".bearings-row-key-result").getByRole(AriaRole.BUTTON).first().click();
    Locator form = page.locator(".bearings-check-in");
    assertThat(form.getByLabel("Value", inside())).isFocused();
    form.getByLabel("Value", inside()).fill("70");
    form.locator(".bearings-confidence label").nth(8).click();
    form.getByLabel("Comment", inside()).fill("The new mails help");
    window.photograph("05-check-in");
    page.keyboard().press("Control+Enter");
    Locator row = page.locator(".bearings-row-key-result");
    assertThat(row).containsText("70 % → 82 %");
    assertThat(row).containsText("Confidence 8");
    assertThat(form).hasCount(0);
    window.photograph("06-checked-in");
  }

  private void talk(Window window) {
    Page page = window.page();
    page.locator(".bearings-row-key-result-title a").click();
    Locator panel = panel(page);
    panel.getByRole(AriaRole.TAB, tab("Check-ins")).click();
    assertThat(panel).containsText("The new mails help");
    panel.getByRole(AriaRole.TAB, tab("Conversation")).click();
    panel.getByLabel("Write a remark", inside()).fill("Well done. What is next?");
    panel.getByRole(AriaRole.BUTTON, button("Send")).click();
    assertThat(panel.locator(".bearings-remark")).containsText("Well done. What is next?");
    window.photograph("08-conversation");
  }

  private static Locator panel(Page page) {
    return page.locator(".bearings-panel");
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.GetByLabelOptions inside() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions button(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions tab(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
