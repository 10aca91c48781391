package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.RunningHost;
import java.util.regex.Pattern;
import org.junit.Test;

/**
 * Marco works on issues, and owns one objective of his team. He wants to know what his work is good
 * for, sees what it moved once it is done, and has his own key result up to date before the day
 * ends.
 */
public class MemberStoryIT {
  private static final String ISSUE = "DEMO-23";
  private static final String SERVED = "Mobile conversion goes from 2.3 % to 5 %";
  private static final String ANOTHER = "Page-speed score goes from 68 to 95";
  private static final String OWN_OBJECTIVE = "Ship with confidence, twice as often";
  private static final String OWN_RESULT = "Lead time goes from 20 to 10 days";

  @Test
  public void iFinishMyIssueAndSeeWhatItMoved() {
    try (RunningHost host = RunningHost.start(HostOptions.fresh("member-story").demo());
        Browser browser = Browser.start();
        Window window = browser.window("member-story")) {
      JiraPages jira = new JiraPages(host, window.page());
      jira.logIn("member");
      jira.openIssue(ISSUE);
      iSeeWhatMyIssueIsGoodFor(window);
      iSayThatItHelpsAnotherKeyResultAndThinkBetterOfIt(window);
      iFinishItAndSeeWhatItGave(window);
      String served = iFollowTheLinkToWhatItMoved(window);
      theProjectPageOfMyTeamSaysTheSame(window, served);
      iCheckInOnMyOwnKeyResultFromThere(window);
      iSeeItOnMyDashboard(window, jira);
      assertThat(window.complaints()).isEmpty();
      AddOnLog.assertNoWarnings(host);
      window.passed();
    }
  }

  private static void iSeeWhatMyIssueIsGoodFor(Window window) {
    Locator panel = panel(window);
    assertThat(served(panel, SERVED)).isVisible();
    assertThat(panel).containsText("Mobile users choose us for how fast it feels");
    assertThat(panel.locator(".bearings-served-why")).containsText("a phone that is three years");
    assertThat(panel).containsText("This issue: 1 of 4 issues, 25 % of the whole");
    assertThat(panel).containsText("Work done once it is done: 0 % \u2192 25 %");
    window.photograph("01-what-it-is-good-for");
  }

  private static void iSayThatItHelpsAnotherKeyResultAndThinkBetterOfIt(Window window) {
    Page page = window.page();
    Locator panel = panel(window);
    panel.getByRole(AriaRole.BUTTON, inside("Attach to a key result")).press("Enter");
    assertThat(panel.getByRole(AriaRole.COMBOBOX, inside("Key result"))).isFocused();
    Locator likely = panel.getByRole(AriaRole.OPTION);
    assertThat(likely.first()).isVisible();
    assertThat(panel.getByRole(AriaRole.OPTION, inside(ANOTHER))).isVisible();
    window.photograph("02-likely-first");
    page.keyboard().type("page-speed");
    assertThat(likely).hasCount(1);
    page.keyboard().press("Enter");
    assertThat(served(panel, ANOTHER)).isVisible();
    assertThat(panel.getByRole(AriaRole.BUTTON, inside("Attach to a key result"))).isFocused();

    Locator wrong = panel.locator(".bearings-served").filter(having(ANOTHER));
    wrong.getByRole(AriaRole.BUTTON, inside("Detach")).press("Enter");
    assertThat(served(panel, ANOTHER)).hasCount(0);
    page.locator(".bearings-undo").press("Enter");
    assertThat(served(panel, ANOTHER)).isVisible();
    wrong.getByRole(AriaRole.BUTTON, inside("Detach")).press("Enter");
    assertThat(served(panel, ANOTHER)).hasCount(0);
    assertThat(served(panel, SERVED)).isVisible();
  }

  private static void iFinishItAndSeeWhatItGave(Window window) {
    Page page = window.page();
    page.locator("#opsbar-opsbar-transitions")
        .getByRole(AriaRole.BUTTON, inside("Done").setExact(true))
        .click();
    assertThat(page.locator("#status-val")).hasText("Done");
    Locator panel = panel(window);
    // What is stored follows the event a moment after the page was drawn.
    page.waitForCondition(
        () -> {
          page.reload();
          return panel.innerText().contains("This issue gave 1 of 4 issues, 25 % of the whole");
        });
    assertThat(panel).containsText("1 of 4 issues done");
    window.photograph("03-what-it-gave");
  }

  private static String iFollowTheLinkToWhatItMoved(Window window) {
    Page page = window.page();
    served(panel(window), SERVED).click();
    assertThat(page).hasURL(Pattern.compile("#KR-[0-9]+$"));
    String key = page.url().replaceFirst(".*#", "");
    assertThat(page.locator("#" + key)).containsText(SERVED);
    assertThat(page.locator("#" + key + " .bearings-figures").first())
        .containsText("1 of 4 issues done");
    return key;
  }

  private static void theProjectPageOfMyTeamSaysTheSame(Window window, String served) {
    Page page = window.page();
    assertThat(page.locator(".bearings-project-page")).isVisible();
    assertThat(page.locator("#" + served + " .bearings-toggle")).isFocused();
    page.keyboard().press("Enter");
    Locator work = page.locator("#" + served + "-links");
    assertThat(work.getByRole(AriaRole.LINK, inside(ISSUE))).isVisible();
    window.photograph("04-project-page");
    assertNoViolations(page, "project page with the issues of a key result");
  }

  private static void iCheckInOnMyOwnKeyResultFromThere(Window window) {
    Page page = window.page();
    Locator own = page.locator(".bearings-objective").filter(having(OWN_OBJECTIVE));
    own.locator(".bearings-open").press("Enter");
    Locator result = own.locator(".bearings-key-result").filter(having(OWN_RESULT));
    result.getByRole(AriaRole.LINK, inside("Check in")).press("Enter");

    Locator form = page.locator(".bearings-check-in");
    assertThat(form.getByLabel("Value", exactly())).isFocused();
    page.keyboard().press("Control+A");
    page.keyboard().type("13");
    form.locator(".bearings-confidence label").nth(8).click();
    form.getByLabel("Comment", exactly()).fill("Reviews come the same day now");
    window.photograph("05-check-in");
    page.keyboard().press("Control+Enter");
    assertThat(form).hasCount(0);
    Locator row = page.locator(".bearings-row-key-result").filter(having(OWN_RESULT));
    assertThat(row).containsText("13 \u2192 10");
    assertThat(row).containsText("Confidence 8");
  }

  private static void iSeeItOnMyDashboard(Window window, JiraPages jira) {
    Page page = window.page();
    jira.openDashboard();
    jira.addGadget("One objective");
    Locator item = page.locator(".dashboard-item-frame").first();
    item.getByRole(AriaRole.COMBOBOX, inside("Objective")).fill("twice as often");
    assertThat(item.locator("[role=option]")).hasCount(1);
    page.keyboard().press("Enter");
    item.getByRole(AriaRole.BUTTON, inside("Save")).press("Enter");
    assertThat(item.locator(".bearings-card-title")).hasText(OWN_OBJECTIVE);
    Locator row = item.locator(".bearings-item-rows > li").filter(having(OWN_RESULT));
    assertThat(row).containsText("13");
    window.photograph("06-dashboard");
    assertNoViolations(page, "dashboard of a member");
  }

  private static Locator panel(Window window) {
    return window.page().locator(".bearings-issue-panel[data-bearings-started]");
  }

  private static Locator served(Locator panel, String keyResult) {
    return panel.getByRole(AriaRole.LINK, inside(keyResult));
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
