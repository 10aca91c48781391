package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Temper;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** A team works with sprints on the board, and the add-on sees Jira Software as it is. */
public class BoardIT {
  private static final String HEALTH = "/rest/bearings/1.0/health";

  @Test
  public void aSprintIsCompletedAndTheNextOneStarted() {
    try (RunningHost host = RunningHost.start(HostOptions.fresh("board").demo());
        Browser browser = Browser.start();
        Browser.Window window = browser.window("board")) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      page.navigate(host.base() + "/projects/DEMO");
      page.locator("#host-backlog").click();
      Locator active = page.locator(".host-sprint").first();
      assertThat(active).containsText("Sprint 4");
      assertThat(active).containsText("Active");
      assertThat(page.locator("[data-start]").first()).isDisabled();
      window.assertFits();
      window.photograph("backlog");

      active.locator("[data-complete]").focus();
      page.keyboard().press("Enter");
      Locator dialog = page.locator("#complete-dialog");
      assertThat(dialog).isVisible();
      assertThat(page.locator("#complete-to")).isFocused();
      page.locator("#complete-to").selectOption(new SelectOption().setLabel("Sprint 5"));
      window.photograph("complete");
      dialog.locator("[type=submit]").click();
      assertThat(page.locator(".host-sprint").first()).containsText("Sprint 5");
      assertThat(page.locator(".host-sprint").first()).containsText("DEMO-3");
      carriedOverIsHistory(host);

      page.locator("[data-start]").first().click();
      assertThat(page.locator("#start-name")).hasValue("Sprint 5");
      page.locator("#start-goal").fill("Contacts for everybody");
      page.locator("#start-dialog [type=submit]").click();
      assertThat(page.locator(".host-sprint").first()).containsText("Active");

      page.locator("#host-board").click();
      assertThat(page.locator("#main .aui-page-header h1")).hasText("Sprint 5");
      page.locator("[data-transition=DEMO-3]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#transition-to")).isFocused();
      page.locator("#transition-to").selectOption(new SelectOption().setLabel("Done"));
      page.locator("#transition-dialog [type=submit]").press("Enter");
      assertThat(page.locator(".host-board-column").last()).containsText("DEMO-3");
      window.photograph("active sprint");
      assertThat(window.complaints()).isEmpty();
      AddOnLog.assertNoWarnings(host);
      window.passed();
    }
  }

  private static void carriedOverIsHistory(RunningHost host) {
    List<JsonNode> rows =
        host.as("lead")
            .sql(
                "select i.newstring as shown from changeitem i join changegroup g on g.id ="
                    + " i.groupid join jiraissue j on j.id = g.issueid join project p on p.id ="
                    + " j.project where p.pkey = 'DEMO' and j.issuenum = 3 and i.field = 'Sprint'"
                    + " order by i.id desc");
    assertThat(rows.get(0).elements().next().asText()).isEqualTo("Sprint 4, Sprint 5");
  }

  @Test
  public void theHealthPageSaysWhatThereIsOfJiraSoftware() {
    try (RunningHost host =
        RunningHost.start(HostOptions.fresh("software").with("--jira-software", "absent"))) {
      Session admin = host.as("admin");
      assertThat(software(admin)).isEqualTo("ABSENT");
      assertThat(
              admin
                  .raw("POST", "/host/jira-software", "", Map.of("X-Atlassian-Token", "no-check"))
                  .status())
          .isEqualTo(204);
      assertThat(software(admin)).as("it arrived while the add-on ran").isEqualTo("THERE");
      AddOnLog.assertNoWarnings(host);
    }
    try (RunningHost host =
        RunningHost.start(HostOptions.fresh("software-harsh").temper(Temper.HARSH))) {
      assertThat(software(host.as("admin"))).isEqualTo("WITHOUT_COLUMNS");
      AddOnLog.assertNoWarnings(host);
    }
  }

  private static String software(Session admin) {
    return admin.get(HEALTH).json(200).path("software").asText();
  }
}
