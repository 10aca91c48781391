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
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.ScrumBoard;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/**
 * A scrum master stands at the board and wants to know how the team does, what the sprint is good
 * for, and what in it is for nothing.
 */
public class BoardStoryIT {

  @Test
  public void whatTheSprintServesAndWhatServesNothing() {
    try (RunningHost host = RunningHost.start(HostOptions.fresh("board-story").demo());
        Browser browser = Browser.start();
        Window window = browser.window("board-story")) {
      ScrumBoard.of(host.as("lead"), "DEMO")
          .tasksInSprint("Tidy <b>the</b> cupboard", "Answer a question");
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      page.navigate(host.base() + "/projects/DEMO");
      page.locator("#host-board").click();

      page.locator("[data-detail=DEMO-12]").press("Enter");
      Locator detail = page.locator("#ghx-detail-view");
      assertThat(detail.locator(".bearings-issue-panel[data-bearings-started]")).isVisible();
      detail
          .getByRole(
              AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Attach to a key result"))
          .click();
      assertThat(detail.getByRole(AriaRole.COMBOBOX)).isFocused();
      assertThat(detail.getByRole(AriaRole.OPTION).first()).isVisible();
      window.photograph("01-detail");
      page.keyboard().press("Escape");
      page.keyboard().press("Escape");
      detail.locator("[data-close-detail]").click();

      page.locator("#bearings-board-link").click();
      assertThat(page.locator(".bearings-board-page h1")).containsText("OKRs and KPIs");
      Locator sprint = page.locator(".bearings-board-sprint");
      assertThat(sprint.locator("h2")).containsText("Sprint 4");
      assertThat(sprint.locator(".bearings-sprint-none")).isVisible();
      assertThat(page.locator(".bearings-board-velocity .bearings-velocity-sentence")).isVisible();
      assertThat(page.locator(".bearings-board-key-results")).containsText("Confidence");
      window.photograph("02-board");
      assertNoViolations(page, "board beside the key results");

      attachWhatServesNothing(host, page, sprint);
      page.setViewportSize(360, 800);
      page.reload();
      assertThat(sprint.locator(".bearings-sprint-none")).isVisible();
      window.assertFits();
      window.photograph("03-telephone");

      page.navigate(host.base() + "/secure/BearingsBoard.jspa?board=9999");
      assertThat(page.locator(".bearings-board-page")).containsText("There is no such board");
      AddOnLog.assertNoWarnings(host);
      window.passed();
    }
  }

  private static void attachWhatServesNothing(RunningHost host, Page page, Locator sprint) {
    Okrs lead = new Okrs(host.as("lead"));
    String board = page.locator(".bearings-board-page").getAttribute("data-board");
    int before = none(lead, board);
    assertThat(before).isPositive();
    sprint.locator("[data-bearings-action=unserved]").press("Enter");
    Locator listed = sprint.locator(".bearings-unserved-issue");
    assertThat(listed).hasCount(before);
    listed.first().locator("[data-bearings-action=attach]").click();
    assertThat(sprint.getByRole(AriaRole.OPTION).first()).isVisible();
    page.keyboard().press("Enter");
    assertThat(listed).hasCount(before - 1);
    assertThat(none(lead, board)).isEqualTo(before - 1);
    page.locator(".bearings-undo").click();
    assertThat(listed).hasCount(before);
    assertThat(none(lead, board)).isEqualTo(before);
  }

  private static int none(Okrs who, String board) {
    JsonNode answer = who.get("boards/" + board).json(200);
    return answer.at("/sprints/0/none/issues").asInt();
  }

  @Test
  public void aLeadNamesTheBoardThatTheTeamWorksOn() {
    try (RunningHost host = RunningHost.start(HostOptions.fresh("board-named").demo());
        Browser browser = Browser.start();
        Window window = browser.window("board-named")) {
      Okrs admin = new Okrs(host.as("admin"));
      JsonNode demo = unit(admin, "Mobile");
      JsonNode other = unit(admin, "Security");
      long board = admin.get("boards?q=demo").json(200).at("/boards/0/id").asLong();
      assertThat(unitsOf(admin, board)).containsExactly("Mobile");
      assertThat(velocity(admin, other)).isZero();
      int sprints = velocity(admin, demo);
      assertThat(sprints).isPositive();

      Page page = window.page();
      new JiraPages(host, page).logIn("admin");
      page.navigate(host.base() + "/secure/BearingsUnit.jspa?unit=" + other.path("id").asLong());
      Locator field =
          page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Boards"));
      field.pressSequentially("demo");
      assertThat(page.locator("[role=option]")).hasText("DEMO board");
      field.press("Enter");
      assertThat(page.locator(".bearings-chip")).hasText("DEMO board");
      window.photograph("01-chosen");
      field.press("Control+Enter");
      assertThat(page.locator(".aui-flag, .bearings-flag").last()).containsText("saved");
      assertNoViolations(page, "boards of a unit");

      assertThat(unitsOf(admin, board)).as("who names it goes first").containsExactly("Security");
      assertThat(velocity(admin, other)).as("of a project that is not its own").isEqualTo(sprints);
      assertThat(velocity(admin, demo)).as("it names no board").isEqualTo(sprints);
      refusals(admin, other);
      AddOnLog.assertNoWarnings(host);
      window.passed();
    }
  }

  private static JsonNode unit(Okrs who, String name) {
    for (JsonNode each : who.get("units").json(200).path("units")) {
      if (each.path("name").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("there is no unit " + name);
  }

  private static List<String> unitsOf(Okrs who, long board) {
    return who.get("boards/" + board).json(200).path("units").findValuesAsText("name");
  }

  /** How many sprints a unit has, once the past of its issues is read. */
  private static int velocity(Okrs who, JsonNode unit) {
    for (int i = 0; ; i++) {
      JsonNode answer = who.get("velocity?unit=" + unit.path("id").asLong()).json(200);
      String state = answer.at("/backfill/state").asText();
      if (!state.equals("RUNNING") && !state.equals("WAITING") || i == 200) {
        return answer.path("sprints").size();
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void refusals(Okrs admin, JsonNode unit) {
    JsonNode now = unit(admin, unit.path("name").asText());
    assertThat(now.at("/boards/0/name").asText()).isEqualTo("DEMO board");
    JsonNode refused =
        admin
            .put(
                "units/" + now.path("id").asLong(),
                Map.of(
                    "version",
                    now.path("version").asInt(),
                    "name",
                    now.path("name").asText(),
                    "parentId",
                    now.path("parentId").asLong(),
                    "boards",
                    List.of(Map.of("id", 9_999))))
            .json(400);
    assertThat(refused.at("/errors/boards").asText()).contains("There is no board 9999");
  }

  @Test
  public void withoutJiraSoftwareThePageSaysWhatIsMissing() {
    try (RunningHost host =
        RunningHost.start(HostOptions.fresh("board-absent").with("--jira-software", "absent"))) {
      assertThat(new Okrs(host.as("admin")).get("boards/1").status()).isEqualTo(400);
      assertThat(new Okrs(host.as("admin")).get("boards/1").body()).contains("Jira Software");
    }
  }
}
