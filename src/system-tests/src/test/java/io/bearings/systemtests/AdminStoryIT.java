package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.ImportFile.Work;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

/**
 * Somebody installs Bearings for a company: it is to know the teams and how work counts there, no
 * change is to be lost or made by chance, and all is to be well when people come on Monday.
 */
public class AdminStoryIT {
  private static final String COMPANY = "Harbour works";
  private static final String TEAM = "Cranes";
  private static final String CREDIT = "Credit for work in progress";
  private static final String FIELD = "Story-point field";
  private static final String LIMIT = "Most issues of a JQL function";

  @Test
  public void iInstallItForACompany() {
    try (RunningHost host =
            RunningHost.start(HostOptions.fresh("admin-story").importing(company()));
        Browser browser = Browser.start();
        Window window = browser.window("admin-story");
        Window theirs = browser.window("admin-story-lead");
        Window other = browser.window("admin-story-member")) {
      new JiraPages(host, window.page()).logIn("admin");
      iSayWhoWeAre(window);
      theirLeadGivesTheTeamItsProject(host, theirs);
      somebodyBeginsToUseIt(host);
      aWrongNumberIsRefusedWhereITypedIt(window);
      iSayHowWorkCountsHereAndSetOneThingBack(window);
      iSayWhereOurEstimatesAre(window);
      whatIChangedInAnotherTabIsNotLost(window);
      Path file = iKeepTheSettingsAsAFile(window);
      iTryTheFileBeforeIPutItInForce(window, file);
      iSeeWhoChangedWhat(window);
      iCountEverythingAnewAndSeeThatNothingFailed(window);
      nobodyElseOpensThesePages(host, other);
      assertThat(window.complaints()).isEmpty();
      assertThat(theirs.complaints()).isEmpty();
      AddOnLog.assertNoWarnings(host);
      window.passed();
      theirs.passed();
      other.passed();
    }
  }

  /** What is in the Jira of a company before Bearings comes. */
  private static Path company() {
    return new ImportFile()
        .people()
        .project(
            "APP", "Shop app", List.of(Work.open("Unload"), Work.open("Load"), Work.open("Leave")))
        .write("admin-story");
  }

  private static void administration(Window window, String item) {
    window.page().locator("#admin_menu").click();
    window.page().getByRole(AriaRole.LINK, named(item)).click();
  }

  private static void iSayWhoWeAre(Window window) {
    Page page = window.page();
    administration(window, "Units and cycles");
    button(page, "Create unit").click();
    page.getByRole(AriaRole.TEXTBOX, named("Name")).fill(COMPANY);
    page.getByLabel("Level").selectOption("COMPANY");
    page.getByLabel("Part of").selectOption("");
    button(page, "Create unit").click();
    assertThat(page.getByRole(AriaRole.LINK, named(COMPANY))).isVisible();

    button(page, "Create unit").click();
    page.getByRole(AriaRole.TEXTBOX, named("Name")).fill(TEAM);
    page.getByLabel("Part of").selectOption(COMPANY);
    page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Lead"))
        .pressSequentially("lead");
    page.locator(".bearings-option").first().click();
    button(page, "Create unit").click();
    assertThat(page.getByRole(AriaRole.LINK, named(TEAM))).isVisible();
    window.photograph("01-units");
  }

  /** Only who administers the project may bind it. */
  private static void theirLeadGivesTheTeamItsProject(RunningHost host, Window window) {
    Page page = window.page();
    new JiraPages(host, page).logIn("lead");
    page.locator("#browse_link").click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Shop app")).first().click();
    page.locator("#bearings-project-settings-link").click();
    assertThat(page.locator("body")).containsText("The project is bound to no unit");
    page.getByLabel("Bind it to").selectOption(TEAM);
    button(page, "Bind").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("The project is bound to " + TEAM);
    page.getByRole(AriaRole.LINK, named("Shop app (APP)")).click();
    page.locator("#bearings-project-page-link").click();
    assertThat(page.locator(".bearings-page-place")).containsText(TEAM);
    assertThat(page.locator(".bearings-project-page"))
        .containsText("There is no cycle to work in yet.");
    window.photograph("02-project");
  }

  /** What the rebuild has to count. */
  private static void somebodyBeginsToUseIt(RunningHost host) {
    Okrs lead = new Okrs(host.as("lead"));
    String[] titles =
        IntStream.rangeClosed(1, 20).mapToObj(n -> "Crane " + n).toArray(String[]::new);
    JsonNode objective = lead.objective("APP", "Ships leave on the day they came", titles);
    for (int place = 0; place < titles.length; place++) {
      lead.attach(Okrs.keyResultId(objective, place), List.of("APP-1", "APP-2", "APP-3")).json(200);
    }
  }

  private static void aWrongNumberIsRefusedWhereITypedIt(Window window) {
    Page page = window.page();
    administration(window, "Settings");
    page.getByLabel(LIMIT).fill("many");
    page.getByLabel(CREDIT).fill("101");
    button(page, "Save").click();
    assertThat(page.getByLabel(CREDIT)).isFocused();
    assertThat(page.locator("#bearings-inProgressCredit-error")).hasText("From 0 to 100.");
    assertThat(page.getByLabel(LIMIT)).hasValue("many");
    assertThat(page.getByLabel(LIMIT)).hasAttribute("aria-invalid", "true");
    window.photograph("03-refused");
  }

  private static void iSayHowWorkCountsHereAndSetOneThingBack(Window window) {
    Page page = window.page();
    page.getByLabel(CREDIT).fill("25");
    page.getByLabel(LIMIT).fill("500");
    page.getByLabel("Holidays").fill("2026-12-25\n2026-12-26");
    page.getByLabel(CREDIT).press("Enter");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("The settings are saved.");
    assertThat(setting(page, CREDIT)).containsText("Changed from default");
    button(page, "Set back to default " + LIMIT).press("Enter");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("has its default again");
    assertThat(page.getByLabel(LIMIT)).hasValue("10000");
    assertThat(page.getByLabel(CREDIT)).hasValue("25");
    assertThat(page.getByLabel("Holidays")).hasValue("2026-12-25\n2026-12-26");
  }

  private static void iSayWhereOurEstimatesAre(Window window) {
    Page page = window.page();
    String usual = page.getByLabel(FIELD).inputValue();
    assertThat(usual).isNotEmpty();
    page.getByLabel(FIELD).selectOption("");
    button(page, "Save").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("The settings are saved.");
    assertThat(page.getByLabel(FIELD)).hasValue("");
    button(page, "Undo this change").press("Enter");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("The change is taken back.");
    assertThat(page.getByLabel(FIELD)).hasValue(usual);
  }

  private static void whatIChangedInAnotherTabIsNotLost(Window window) {
    Page page = window.page();
    Page tab = page.context().newPage();
    tab.navigate(page.url().replaceFirst("![a-zA-Z]+", "!default"));
    tab.getByLabel(CREDIT).fill("30");
    button(tab, "Save").click();
    assertThat(tab.getByRole(AriaRole.STATUS)).containsText("The settings are saved.");
    tab.close();

    page.getByLabel(LIMIT).fill("700");
    button(page, "Save").click();
    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText(CREDIT + ": 25 \u2192 30");
    button(page, "Save").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("The settings are saved.");
    assertThat(page.getByLabel(CREDIT)).hasValue("30");
    assertThat(page.getByLabel(LIMIT)).hasValue("700");
  }

  private static Path iKeepTheSettingsAsAFile(Window window) {
    Page page = window.page();
    Download file =
        page.waitForDownload(
            () -> page.getByRole(AriaRole.LINK, named("Download the file")).click());
    assertThat(file.suggestedFilename()).isEqualTo("bearings-settings.json");
    assertThat(file.path()).content().contains("\"inProgressCredit\" : 30", "2026-12-26");
    Path kept = file.path().resolveSibling("bearings-settings.json");
    file.saveAs(kept);
    return kept;
  }

  private static void iTryTheFileBeforeIPutItInForce(Window window, Path file) {
    Page page = window.page();
    page.getByLabel(CREDIT).fill("90");
    button(page, "Save").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("The settings are saved.");

    Locator section = page.locator(".bearings-settings-file");
    page.getByLabel("Look at a file").setInputFiles(file);
    assertThat(section).containsText("Nothing is changed yet.");
    assertThat(section.locator("tbody tr")).hasCount(1);
    assertThat(section.locator("tbody tr")).containsText(CREDIT);
    button(page, "Leave it").click();
    administration(window, "Settings");
    assertThat(page.getByLabel(CREDIT)).hasValue("90");
    // The page is the answer to a form again, as when somebody goes on from what they just saved.
    button(page, "Save").click();

    page.getByLabel("Look at a file").setInputFiles(file);
    button(page, "Put the file in force").press("Enter");
    assertThat(section).containsText("The file is in force.");
    window.photograph("04-file");
    button(page, "Show the settings").press("Enter");
    assertThat(page.getByLabel(CREDIT)).hasValue("30");
  }

  private static void iSeeWhoChangedWhat(Window window) {
    Page page = window.page();
    administration(window, "Changes of settings");
    Locator newest = page.locator("tbody tr").first();
    assertThat(newest).containsText(CREDIT);
    assertThat(newest).containsText("90");
    assertThat(newest).containsText("30");
    page.getByLabel("Settings of").selectOption("UNIT");
    button(page, "Show").click();
    assertThat(page.locator("tbody")).containsText(TEAM);
    // Its key is for those who may browse it, and running a site is no reason to.
    assertThat(page.locator("tbody")).containsText("Jira projects");
    window.photograph("05-changes");
    assertNoViolations(page, "changes of a unit");
  }

  private static void iCountEverythingAnewAndSeeThatNothingFailed(Window window) {
    Page page = window.page();
    administration(window, "Health");
    button(page, "Rebuild stored figures").press("Enter");
    assertThat(page.locator(".bearings-upkeep-bar progress")).isVisible();
    assertThat(button(page, "Cancel the rebuild")).isFocused();
    window.photograph("06-rebuild");
    assertThat(page.locator(".bearings-upkeep-rebuilt"))
        .containsText("20 key results, 0 entries corrected.");
    assertThat(button(page, "Rebuild stored figures")).isFocused();
    assertThat(page.locator("body")).containsText("Nothing failed since this node was started.");
    Download report =
        page.waitForDownload(() -> page.locator("a[download='bearings-health.json']").click());
    assertThat(report.path()).content().contains("\"errors\"");
  }

  private static void nobodyElseOpensThesePages(RunningHost host, Window window) {
    Page page = window.page();
    new JiraPages(host, page).logIn("member");
    assertThat(page.locator("#admin_menu")).hasCount(0);
    for (String each : List.of("Units", "Settings", "Changes", "Health", "Outgoing")) {
      page.navigate(host.base() + "/secure/admin/Bearings" + each + "!default.jspa");
      assertThat(page.locator(".bearings-admin")).hasCount(0);
      assertThat(page.locator("body")).not().containsText(COMPANY);
    }
  }

  private static Locator setting(Page page, String label) {
    return page.locator(".field-group", new Page.LocatorOptions().setHasText(label));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
