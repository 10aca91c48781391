package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.ImportFile.Work;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Measurements;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.Test;

/**
 * A team links the five hundred issues of its sprint, and whoever has the project's page open sees
 * each figure move within seconds of what happens on the board.
 */
public class SprintStoryIT {
  private static final int ISSUES = 500;
  private static final int DONE = 440;

  /** As many as Jira takes in one call. */
  private static final int AT_ONCE = 50;

  private static final Duration PROMISED = Duration.ofSeconds(5);

  private static final String BY_ISSUES = "Everything that we planned is done";
  private static final String BY_SPRINT = "What is in the sprint is done";
  private static final String BY_NEXT = "What is in the next sprint is done";

  @Test
  public void theProjectPageFollowsTheBoard() {
    try (RunningHost host =
            RunningHost.start(HostOptions.fresh("sprint-story").importing(world()));
        Browser browser = Browser.start();
        Window window = browser.window("sprint-story")) {
      Okrs lead = new Okrs(host.as("lead"));
      Sprints sprints = plan(lead.session());
      JsonNode objective = lead.objective("RACE", "Ship the race", BY_ISSUES, BY_SPRINT, BY_NEXT);
      String byIssues = objective.at("/keyResults/0/key").asText();
      String bySprint = objective.at("/keyResults/1/key").asText();
      String byNext = objective.at("/keyResults/2/key").asText();

      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      jira.logIn("lead");
      linkInOneGo(host, window, objective.at("/unit/id").asLong(), byIssues);
      link(lead, Okrs.keyResultId(objective, 1), sprints.active());
      link(lead, Okrs.keyResultId(objective, 2), sprints.next());

      jira.openObjectives("RACE");
      assertThat(figures(page, byIssues)).containsText("440 of 500 issues done");
      assertThat(figures(page, bySprint)).containsText("440 of 500 issues done");
      assertThat(figures(page, byNext)).containsText("No data");
      page.setViewportSize(1280, 420);
      page.locator("#" + bySprint + " .bearings-toggle").focus();
      page.evaluate("window.scrollTo(0, 120); window.neverReloaded = true");
      awaitFirstAnswer(page);

      Page board = page.context().newPage();
      board.navigate(host.base() + "/projects/RACE");
      finishAnIssue(board);
      noteTimeUntil(page, byIssues, "441 of 500 issues done", "a change of status");
      assertThat(figures(page, bySprint)).containsText("441 of 500 issues done");
      assertThat(page.locator(".bearings-news")).containsText(byIssues + ": 441 of 500");

      completeTheSprint(board);
      noteTimeUntil(page, byNext, "0 of 59 issues done", "a completed sprint");
      // What was carried over was in the completed sprint as well, and keeps it.
      assertThat(figures(page, bySprint)).containsText("441 of 500 issues done");
      assertThat(page.locator(".bearings-news"))
          .containsText(byNext + ": 0 of 59 issues done, 0 %");
      assertThat(page.locator("#" + bySprint + " .bearings-toggle")).isFocused();
      assertThat(page.evaluate("window.scrollY")).isEqualTo(120);
      assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);

      board.close();
      page.bringToFront();
      page.setViewportSize(1280, 900);
      window.photograph("a completed sprint");
      assertNoViolations(page, "project page with news");

      page.setViewportSize(390, 844);
      page.reload();
      assertThat(figures(page, byNext)).containsText("0 of 59 issues done");
      awaitFirstAnswer(page);
      assertThat(
              lead.session()
                  .post(
                      "/rest/api/2/issue/RACE-499/transitions",
                      Map.of("transition", Map.of("id", doneTransition(lead, "RACE-499"))))
                  .status())
          .isEqualTo(204);
      assertThat(page.locator(".bearings-news")).containsText(byNext + ": 1 of 59 issues done");
      window.assertFits();
      window.photograph("on a telephone");

      assertThat(window.complaints()).isEmpty();
      AddOnLog.assertNoWarnings(host);
      window.passed();
    }
  }

  private static Path world() {
    return new ImportFile()
        .people()
        .project(
            "RACE",
            "The race",
            IntStream.rangeClosed(1, ISSUES).mapToObj(SprintStoryIT::issue)::iterator)
        .write("sprint-story");
  }

  private static Work issue(int number) {
    return number <= DONE
        ? new Work("Lap " + number, "Done", Optional.of("Done"), Optional.empty(), Optional.empty())
        : Work.open("Lap " + number);
  }

  /**
   * Two sprints of a board, by id.
   *
   * @param active the one with all issues
   */
  private record Sprints(long active, long next) {}

  private static Sprints plan(Session lead) {
    long board =
        lead.get("/rest/agile/1.0/board?projectKeyOrId=RACE").json(200).at("/values/0/id").asLong();
    long sprint = sprint(lead, board, "Lap times");
    long next = sprint(lead, board, "The rest");
    for (int first = 1; first <= ISSUES; first += AT_ONCE) {
      List<String> keys =
          IntStream.range(first, first + AT_ONCE).mapToObj(number -> "RACE-" + number).toList();
      assertThat(
              lead.post("/rest/agile/1.0/sprint/" + sprint + "/issue", Map.of("issues", keys))
                  .status())
          .isEqualTo(204);
    }
    lead.post(
            "/rest/agile/1.0/sprint/" + sprint,
            Map.of("state", "active", "endDate", Instant.now().plus(Duration.ofDays(7)).toString()))
        .json(200);
    return new Sprints(sprint, next);
  }

  private static long sprint(Session lead, long board, String name) {
    return lead.post("/rest/agile/1.0/sprint", Map.of("name", name, "originBoardId", board))
        .json(201)
        .path("id")
        .asLong();
  }

  /** The first answer has nothing before it to tell of: news is of what comes after it. */
  private static void awaitFirstAnswer(Page page) {
    page.waitForResponse(SprintStoryIT::isUnchanged, () -> {});
  }

  private static boolean isUnchanged(Response answer) {
    return answer.url().contains("/objectives?project=") && answer.status() == 304;
  }

  private static String doneTransition(Okrs lead, String issue) {
    JsonNode transitions =
        lead.session().get("/rest/api/2/issue/" + issue + "/transitions").json(200);
    return StreamSupport.stream(transitions.path("transitions").spliterator(), false)
        .filter(each -> each.path("name").asText().equals("Done"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private static void link(Okrs lead, long keyResult, long sprint) {
    lead.post(
            "key-results/" + keyResult + "/work",
            Map.of("kind", "SPRINT", "target", String.valueOf(sprint)))
        .json(200);
  }

  private static void linkInOneGo(RunningHost host, Window window, long unit, String keyResult) {
    Page page = window.page();
    page.navigate(
        host.base()
            + "/secure/BearingsWorkspace.jspa?unit="
            + unit
            + "&cycle=backlog#"
            + keyResult);
    Locator panel = page.locator(".bearings-panel");
    panel.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Issues")).click();
    Locator work =
        panel.locator("details").filter(new Locator.FilterOptions().setHasText("Linked work"));
    work.locator("summary").click();
    work.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Link work")).click();
    page.keyboard().press("End");
    work.locator("textarea").fill("project = RACE AND sprint = \"Lap times\"");
    work.locator("textarea").press("Tab");
    assertThat(
            work.locator("[role=status]")
                .filter(new Locator.FilterOptions().setHasText("500 issues"))
                .first())
        .containsText("RACE-");
    window.photograph("500 issues to link");
    Instant begun = Instant.now();
    work.locator("form [type=submit]").press("Enter");
    assertThat(panel.locator("progress")).isVisible();
    window.photograph("linking");
    assertThat(work.locator(".bearings-entry").first()).isVisible();
    Measurements.note("linking 500 issues in one go", Duration.between(begun, Instant.now()));
  }

  /** On the board, in another tab; over as soon as the host has answered. */
  private static void finishAnIssue(Page board) {
    board.locator("#host-board").click();
    board.locator("[data-transition=RACE-500]").click();
    board.locator("#transition-to").selectOption(new SelectOption().setLabel("Done"));
    board.waitForResponse(
        answer -> answer.request().method().equals("POST") && answer.status() == 204,
        () -> board.locator("#transition-dialog [type=submit]").click());
  }

  private static void completeTheSprint(Page board) {
    board.locator("#host-backlog").click();
    board.locator("[data-complete]").first().click();
    board.locator("#complete-to").selectOption(new SelectOption().setLabel("The rest"));
    board.waitForResponse(
        answer -> answer.url().endsWith("/complete") && answer.status() == 200,
        () -> board.locator("#complete-dialog [type=submit]").click());
  }

  private static void noteTimeUntil(Page page, String keyResult, String figures, String what) {
    Instant begun = Instant.now();
    assertThat(figures(page, keyResult))
        .containsText(
            figures, new LocatorAssertions.ContainsTextOptions().setTimeout(PROMISED.toMillis()));
    Duration taken = Duration.between(begun, Instant.now());
    Measurements.note("project page follows " + what + " of 500 issues", taken);
    assertThat(taken).isLessThan(PROMISED);
  }

  private static Locator figures(Page page, String keyResult) {
    return page.locator("#" + keyResult + " .bearings-figures");
  }
}
