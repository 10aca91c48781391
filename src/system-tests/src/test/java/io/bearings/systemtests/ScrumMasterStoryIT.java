package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.ScrumBoard;
import java.util.List;
import org.junit.Test;

/**
 * Lena is the scrum master of a team. Before she plans the next sprint she wants to know whether
 * the sprints serve what the team wants to reach, and where the rest of the work goes.
 */
public class ScrumMasterStoryIT {
  private static final String SERVED = "Page-speed score goes from 68 to 95";

  @Test
  public void beforePlanningIWantToKnowWhetherOurSprintServesOurOkrs() {
    try (RunningHost host = RunningHost.start(HostOptions.fresh("scrum-master-story").demo());
        Browser browser = Browser.start();
        Window window = browser.window("scrum-master-story")) {
      List<String> asked =
          ScrumBoard.of(host.as("member"), "DEMO")
              .tasksInSprint("Measure the start of the app", "Answer a question");
      String meant = asked.get(0);
      String forNothing = asked.get(1);
      new JiraPages(host, window.page()).logIn("lead");

      iOpenTheBoardOfMyTeam(window);
      iSeeHowWeDoAndThatTwoIssuesServeNone(window);
      iLookAtOneOfThemAndComeBack(window, meant);
      iSayWhatItIsForWithoutLeavingTheBoard(window, meant);
      theOtherOneIsFinishedAnyway(window, forNothing);
      String before = iReadTheVelocity(window);
      iCompleteTheSprint(window);
      theBoardSaysWhatTheSprintGave(window, before);
      iStartTheNextSprintAndSeeWhatItServes(window);
      iPutVelocityBesideOurOkrsOnMyDashboard(window);
      iPutWhereTheWorkGoesBesideIt(window);
      fromThereIComeToTheWorkThatServedNothing(window, forNothing);
      assertThat(window.complaints()).isEmpty();
      AddOnLog.assertNoWarnings(host);
      window.passed();
    }
  }

  private static void iOpenTheBoardOfMyTeam(Window window) {
    Page page = window.page();
    page.locator("#browse_link").click();
    page.getByRole(AriaRole.LINK, named("Mobile app")).first().click();
    page.locator("#host-board").click();
    page.locator("#bearings-board-link").click();
    assertThat(page.getByRole(AriaRole.HEADING, named("DEMO board: OKRs and KPIs"))).isVisible();
  }

  private static void iSeeHowWeDoAndThatTwoIssuesServeNone(Window window) {
    Page page = window.page();
    assertThat(page.locator(".bearings-velocity-sentence")).containsText("Of what it says, it");
    assertThat(page.locator(".bearings-board-key-results")).containsText(SERVED);
    Locator sprint = sprint(page);
    assertThat(sprint).containsText("What Sprint 4 serves");
    assertThat(sprint.locator(".bearings-sprint-none")).containsText("2 issues, 0 done");
    window.photograph("01-board");
  }

  private static void iLookAtOneOfThemAndComeBack(Window window, String issue) {
    Page page = window.page();
    button(sprint(page), "Show the 2 that serve none").press("Enter");
    sprint(page).getByRole(AriaRole.LINK, inside(issue)).press("Enter");
    assertThat(page.locator(".bearings-issue-panel"))
        .containsText("This issue serves no key result.");
    page.goBack();
    assertThat(sprint(page).locator(".bearings-sprint-none")).isVisible();
  }

  private static void iSayWhatItIsForWithoutLeavingTheBoard(Window window, String issue) {
    Page page = window.page();
    Locator sprint = sprint(page);
    button(sprint, "Show the 2 that serve none").press("Enter");
    button(sprint, "Attach " + issue).press("Enter");
    assertThat(sprint.getByRole(AriaRole.COMBOBOX)).isFocused();
    page.keyboard().type("page-speed");
    assertThat(sprint.getByRole(AriaRole.OPTION)).hasCount(1);
    page.keyboard().press("Enter");
    assertThat(sprint.locator(".bearings-sprint-none")).containsText("1 issue, 0 done");
    Locator row = sprint.locator(".bearings-sprint-row").filter(having(SERVED));
    assertThat(row).containsText("2 issues");
    window.photograph("02-attached");
  }

  private static void theOtherOneIsFinishedAnyway(Window window, String issue) {
    Page page = window.page();
    page.getByRole(AriaRole.LINK, named("Back to the board")).click();
    page.locator("[data-transition=" + issue + "]").click();
    page.locator("#transition-to").selectOption(new SelectOption().setLabel("Done"));
    page.waitForResponse(
        answer -> answer.request().method().equals("POST") && answer.status() == 204,
        () -> page.locator("#transition-dialog [type=submit]").click());
    page.locator("#bearings-board-link").click();
    page.waitForCondition(
        () -> {
          page.reload();
          Locator none = sprint(page).locator(".bearings-sprint-none");
          none.waitFor();
          return none.innerText().contains("1 done");
        });
  }

  private static String iReadTheVelocity(Window window) {
    return window.page().locator(".bearings-velocity-sentence").innerText();
  }

  private static void iCompleteTheSprint(Window window) {
    Page page = window.page();
    page.getByRole(AriaRole.LINK, named("Back to the board")).click();
    page.getByRole(AriaRole.BUTTON, named("Complete sprint")).click();
    page.locator("#complete-to").selectOption(new SelectOption().setLabel("Sprint 5"));
    page.waitForResponse(
        answer -> answer.url().endsWith("/complete") && answer.status() == 200,
        () -> page.locator("#complete-dialog [type=submit]").click());
  }

  private static void theBoardSaysWhatTheSprintGave(Window window, String before) {
    Page page = window.page();
    page.locator("#bearings-board-link").click();
    assertThat(page.locator(".bearings-board-page")).containsText("No sprint is active.");
    page.waitForCondition(
        () -> {
          page.reload();
          page.locator(".bearings-velocity-sentence").waitFor();
          return !iReadTheVelocity(window).equals(before);
        });
    page.getByText("Sprint by sprint").first().click();
    assertThat(page.locator(".bearings-board-velocity table")).containsText("Sprint 4");
    window.photograph("03-completed");
    assertNoViolations(page, "board between two sprints");
  }

  private static void iStartTheNextSprintAndSeeWhatItServes(Window window) {
    Page page = window.page();
    page.getByRole(AriaRole.LINK, named("Back to the board")).click();
    page.locator("#host-backlog").click();
    page.getByRole(AriaRole.BUTTON, named("Start sprint")).first().click();
    page.waitForResponse(
        answer -> answer.request().method().equals("POST") && answer.status() == 200,
        () -> page.locator("#start-dialog [type=submit]").click());
    page.locator("#bearings-board-link").click();
    assertThat(sprint(page)).containsText("What Sprint 5 serves");
    assertThat(sprint(page)).containsText("Everything in Sprint 5 serves a key result.");
    window.photograph("04-next-sprint");
  }

  private static void iPutVelocityBesideOurOkrsOnMyDashboard(Window window) {
    Page page = window.page();
    String velocity = iReadTheVelocity(window);
    page.locator("#home_link").click();
    Locator item = added(window, "Velocity beside the OKRs of a team");
    item.getByLabel("Team", new Locator.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setLabel("Mobile"));
    button(item, "Save").press("Enter");
    assertThat(item.locator(".bearings-velocity-sentence")).hasText(velocity);
    assertThat(item).containsText("Mobile users choose us for how fast it feels");
    item.locator("[data-action=refresh]").click();
    assertThat(item.locator(".bearings-velocity-sentence")).hasText(velocity);
    window.photograph("05-velocity");
  }

  private static void iPutWhereTheWorkGoesBesideIt(Window window) {
    Page page = window.page();
    Locator item = added(window, "Effort alignment");
    item.getByLabel("Unit", new Locator.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setLabel("Mobile"));
    button(item, "Save").press("Enter");
    assertThat(item).containsText("nothing that is written down");
    window.photograph("06-effort");
    assertNoViolations(page, "dashboard of a scrum master");
  }

  private static void fromThereIComeToTheWorkThatServedNothing(Window window, String issue) {
    Page page = window.page();
    Locator item = page.locator(".dashboard-item-frame").filter(having("Effort alignment"));
    item.getByRole(AriaRole.LINK, inside("Mobile")).press("Enter");
    Locator unlinked = page.locator(".bearings-effort-unlinked");
    assertThat(unlinked).containsText("Finished for nothing that is written down: 1");
    assertThat(unlinked.getByRole(AriaRole.LINK, inside(issue))).isVisible();
    button(unlinked, "Link to a key result " + issue).press("Enter");
    assertThat(unlinked.getByRole(AriaRole.COMBOBOX)).isFocused();
    page.keyboard().type("page-speed");
    assertThat(unlinked.getByRole(AriaRole.OPTION)).hasCount(1);
    page.keyboard().press("Enter");
    assertThat(page.locator(".bearings-effort-summary"))
        .containsText("All that was finished served an objective.");
    window.photograph("07-everything-has-a-purpose");
  }

  /** The item that was put on the dashboard last. */
  private static Locator added(Window window, String title) {
    Page page = window.page();
    page.locator("#add-gadget").click();
    page.locator("#gadget-directory")
        .getByRole(AriaRole.BUTTON, inside("Add " + title).setExact(true))
        .click();
    return page.locator(".dashboard-item-frame").filter(having(title));
  }

  private static Locator sprint(Page page) {
    return page.locator(".bearings-board-sprint");
  }

  private static Locator button(Locator place, String name) {
    return place.getByRole(AriaRole.BUTTON, inside(name).setExact(true));
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
