package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import org.junit.Test;

/**
 * An administrator sets up units, one of them with a script for a name; the lead of a team takes
 * its cycle from planning to active on a telephone, and is told at the field what does not fit.
 */
public class UnitsIT {
  private static final String COMPANY = "Harbour <script>window.hacked=1</script>";
  private static final String TEAM = "Pilots";

  private final RunningHost host = SharedHosts.of(new Cell(Databases.H2, Temper.KIND));

  @Test
  public void unitsAndTheirCycles() {
    try (Browser browser = Browser.start()) {
      String unitPage = setUp(browser);
      runACycle(browser, unitPage);
      refused(browser, unitPage);
    }
  }

  /** Creates a company and a team below it, and gives the address of the team's page. */
  private String setUp(Browser browser) {
    try (Window window = browser.window("units")) {
      Page page = window.page();
      new JiraPages(host, page).logIn("admin");
      page.navigate(host.base() + "/secure/admin/BearingsUnits!default.jspa");
      button(page, "Create unit").click();
      page.getByRole(AriaRole.TEXTBOX, named("Name")).fill(COMPANY);
      page.getByLabel("Level").selectOption("COMPANY");
      page.getByLabel("Part of").selectOption("");
      assertNoViolations(page, "form of a new unit");
      window.photograph("01-create");
      button(page, "Create unit").click();
      assertThat(link(page, COMPANY)).isVisible();

      button(page, "Create unit").click();
      page.getByRole(AriaRole.TEXTBOX, named("Name")).fill(TEAM);
      page.getByLabel("Part of").selectOption(COMPANY);
      Locator lead = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Lead"));
      lead.pressSequentially("lead");
      page.locator(".bearings-option").first().click();
      button(page, "Create unit").click();
      assertThat(link(page, TEAM)).isVisible();
      assertNoViolations(page, "all units");
      window.photograph("02-units");
      assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);

      link(page, TEAM).click();
      assertThat(page.getByRole(AriaRole.HEADING, named(TEAM))).isVisible();
      assertNoViolations(page, "page of a unit");
      window.photograph("03-unit");
      assertThat(window.complaints()).isEmpty();
      window.passed();
      return page.url();
    }
  }

  private void runACycle(Browser browser, String unitPage) {
    try (Window window = browser.window("unit-on-a-telephone", 390, 800)) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      page.navigate(unitPage);
      button(page, "Create cycle").click();
      Locator form = page.locator(".bearings-cycle-editor");
      String first = form.getByLabel("First day").inputValue();
      form.getByRole(AriaRole.BUTTON, inside("Save")).click();
      Locator cycle = page.locator(".bearings-cycle").first();
      assertThat(cycle).containsText("Planning");
      cycle.getByRole(AriaRole.BUTTON, inside("Activate")).click();
      assertThat(cycle).containsText("Active");

      button(page, "Create cycle").click();
      form.getByLabel("First day").fill(first);
      form.getByRole(AriaRole.BUTTON, inside("Save")).click();
      assertThat(form).containsText("covers some of these days");
      assertNoViolations(page, "page of a unit with an error");
      window.photograph("01-refused");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .as("nothing is wider than the telephone")
          .isEqualTo(true);
      assertThat(window.complaints()).hasSize(1).allMatch(text -> text.contains("status of 400"));
      window.passed();
    }
  }

  /** Somebody who has no role in the team does not learn that it exists. */
  private void refused(Browser browser, String unitPage) {
    try (Window window = browser.window("unit-of-others")) {
      Page page = window.page();
      new JiraPages(host, page).logIn("stranger");
      page.navigate(unitPage);
      assertThat(page.locator("body")).containsText("does not exist, or you may not see it");
      assertThat(page.content()).doesNotContain(TEAM);
      window.passed();
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, named(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
