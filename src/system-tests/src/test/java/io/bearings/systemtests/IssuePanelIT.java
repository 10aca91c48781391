package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;

/**
 * Somebody looks at an issue and wants to know what it is good for: what it contributes, what
 * changes once it is done, and to which other key result it belongs.
 */
public class IssuePanelIT {
  private static final String RESULT = "Half of the answers come <b>within</b> an hour";

  private final RunningHost host = SharedHosts.of(new Cell(Databases.H2, Temper.KIND));
  private final Okrs lead = new Okrs(host.as("lead"));

  private List<String> issues(int count) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(
          lead.session()
              .post(
                  "/rest/api/2/issue",
                  Map.of(
                      "fields",
                      Map.of(
                          "project",
                          Map.of("key", "PLAN"),
                          "issuetype",
                          Map.of("name", "Task"),
                          "summary",
                          "Answers " + i)))
              .json(201)
              .path("key")
              .asText());
    }
    return keys;
  }

  @Test
  public void thePanelSaysWhatTheIssueContributesAndWhatChanges() {
    List<String> keys = issues(4);
    JsonNode made =
        lead.create(
                "PLAN",
                "Nobody waits",
                "Whoever asks us gives up within a day.",
                Okrs.keyResults("ISSUES", RESULT, "The others too"))
            .json(201);
    lead.attach(Okrs.keyResultId(made, 0), keys).json(200);

    JsonNode share =
        lead.get("issues/" + keys.get(0) + "/key-results").json(200).at("/links/0/share");
    assertThat(share.path("standing").asText()).isEqualTo("OPEN");
    assertThat(share.path("share").asDouble()).isEqualTo(0.25);
    assertThat(share.path("then").asDouble()).isEqualTo(0.25);
    // The sibling in the picker: another issue of nothing in common is offered as the person's own.
    String fresh = issues(1).get(0);
    JsonNode offered = lead.get("key-results?issue=" + fresh).json(200).path("keyResults");
    assertThat(offered.at("/0/why").asText()).isEqualTo("USED_LATELY");
    assertThat(
            lead.get("key-results?issue=" + fresh + "&query=KR-" + Okrs.keyResultId(made, 1))
                .json(200)
                .at("/keyResults/0/title")
                .asText())
        .isEqualTo("The others too");

    try (Browser browser = Browser.start();
        Window window = browser.window("issue-panel-share")) {
      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      jira.logIn("lead");
      jira.openIssue(keys.get(0));
      Locator panel = page.locator(".bearings-issue-panel");
      assertThat(panel).containsText(RESULT);
      assertThat(panel.locator(".bearings-served-why"))
          .hasText("Whoever asks us gives up within a day.");
      assertThat(panel).containsText("This issue: 1 of 4 issues, 25 % of the whole");
      assertThat(panel).containsText("Once it is done: 0 % \u2192 25 %");
      assertNoViolations(page, "issue panel with what the issue contributes");
      window.photograph("01-panel");

      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      page.setViewportSize(360, 800);
      jira.openIssue(fresh);
      panel.getByRole(AriaRole.BUTTON, inside("Attach to a key result")).click();
      assertThat(panel.getByRole(AriaRole.COMBOBOX)).isFocused();
      assertThat(panel).containsText("You used it lately");
      panel.getByRole(AriaRole.COMBOBOX, inside("Key result")).fill("within</b> an hour");
      assertThat(panel.getByRole(AriaRole.OPTION)).hasCount(1);
      page.keyboard().press("Enter");
      assertThat(panel).containsText("This issue: 1 of 5 issues, 20 % of the whole");
      window.assertFits();
      window.photograph("02-telephone");
      panel.locator(".bearings-detach").click();
      assertThat(panel).containsText("This issue serves no key result.");
      page.locator(".bearings-undo").click();
      assertThat(panel).containsText("1 of 5 issues");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  @Test
  public void ofSixtyKeyResultsTheFirstAreShown() {
    String issue = issues(1).get(0);
    for (int half = 0; half < 2; half++) {
      JsonNode made =
          lead.objective(
              "PLAN",
              "Everything at once " + half,
              IntStream.rangeClosed(1, 30).mapToObj(n -> "Result " + n).toArray(String[]::new));
      for (int n = 0; n < 30; n++) {
        lead.attach(Okrs.keyResultId(made, n), List.of(issue)).json(200);
      }
    }
    try (Browser browser = Browser.start();
        Window window = browser.window("issue-panel-sixty")) {
      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      jira.logIn("lead");
      jira.openIssue(issue);
      Locator shown = page.locator(".bearings-served:visible");
      assertThat(shown).hasCount(5);
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show all 60 key results"))
          .press("Enter");
      assertThat(shown).hasCount(60);
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
