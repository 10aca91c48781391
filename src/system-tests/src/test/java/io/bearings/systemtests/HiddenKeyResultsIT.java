package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import java.util.List;
import org.junit.Test;

/**
 * An issue that everybody sees serves a key result of a project that only its lead sees: to others
 * the issue serves one more key result, and nothing tells them which.
 */
public class HiddenKeyResultsIT {
  private static final String OBJECTIVE = "Sell the harbour";
  private static final String RESULT = "Contract signed before anybody hears of it";

  private final RunningHost host = SharedHosts.of(new Cell(Databases.H2, Temper.HARSH));

  @Test
  public void aKeyResultOfAHiddenProjectIsOnlyOneMore() {
    Okrs lead = new Okrs(host.as("lead"));
    JsonNode objective = lead.objective("SECRET", OBJECTIVE, RESULT);
    long keyResult = Okrs.keyResultId(objective, 0);
    JsonNode attached = lead.attach(keyResult, List.of("EASY-2", "SECRET-1")).json(200);
    long link = attached.at("/attached/0/linkId").asLong();

    // Only somebody who has a key result of their own to attach to is offered to attach at all.
    Okrs member = new Okrs(host.as("member"));
    member.objective("BUSY", "Everybody may know", "Nothing to hide");
    JsonNode served = member.get("issues/EASY-2/key-results").json(200);
    assertThat(served.path("links")).isEmpty();
    assertThat(served.path("hidden").asInt()).isEqualTo(1);
    assertThat(member.get("key-results?issue=EASY-2&query=Contract").json(200).path("keyResults"))
        .isEmpty();
    assertThat(member.get("key-results?issue=EASY-2&query=harbour").json(200).path("keyResults"))
        .isEmpty();
    assertThat(member.get("key-results?issue=EASY-2&query=").body())
        .doesNotContain(OBJECTIVE, RESULT, "SECRET", "Nobody knows");
    assertThat(member.attach(keyResult, List.of("EASY-3")).status()).isEqualTo(404);
    assertThat(member.delete("key-results/" + keyResult + "/links/" + link).status())
        .isEqualTo(404);
    assertThat(lead.keyResult(keyResult).path("issues").asInt()).isEqualTo(2);

    try (Browser browser = Browser.start();
        Window window = browser.window("hidden-key-result")) {
      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      jira.logIn("member");
      jira.openIssue("EASY-2");
      Locator panel = page.locator(".bearings-issue-panel");
      assertThat(panel).containsText("1 more key result that you may not see");
      panel.getByRole(AriaRole.BUTTON, inside("Attach to a key result")).click();
      panel.getByRole(AriaRole.COMBOBOX, inside("Key result")).fill("harbour");
      assertThat(panel).containsText("No key result matches");
      assertThat(page.content()).doesNotContain(OBJECTIVE, RESULT, "SECRET");
      window.photograph("01-panel");
      window.passed();
    }
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
