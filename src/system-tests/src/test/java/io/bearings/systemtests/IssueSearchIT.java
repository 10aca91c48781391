package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;

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
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.Test;

/**
 * In the issue search somebody finds the work of a key result, reads why a query is refused, and
 * finishes what was found, all without a mouse; the issue remembers a word and an hour.
 */
public class IssueSearchIT {
  private final RunningHost host = SharedHosts.of(new Cell(Databases.H2, Temper.KIND));

  @Test
  public void findsAndFinishesTheWorkOfAKeyResult() {
    Okrs lead = new Okrs(host.as("lead"));
    JsonNode objective = lead.objective("FLOW", "Found in the search", "Two pieces");
    long keyResult = Okrs.keyResultId(objective, 0);
    lead.attach(keyResult, List.of("FLOW-7", "FLOW-8")).json(200);
    try (Browser browser = Browser.start();
        Window window = browser.window("issue-search")) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      page.navigate(
          host.base() + "/issues/?jql=" + Session.encode("issue in issuesOfUnit(Nowhere)"));
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nowhere does not exist");
      assertNoViolations(page, "a query that is refused");
      window.photograph("01-refused");

      page.getByLabel("JQL").fill("issue in issuesOfKeyResult(KR-" + keyResult + ") order by key");
      page.getByLabel("JQL").press("Enter");
      Locator rows = page.locator("#issuetable tbody tr");
      assertThat(rows).hasCount(2);
      assertThat(rows.first()).containsText("FLOW-7");
      assertNoViolations(page, "issues that were found");
      window.photograph("02-found");

      page.getByRole(AriaRole.CHECKBOX).first().press("Space");
      page.getByLabel("Value").fill("51");
      page.getByLabel("Value").press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 changed.");
      assertThat(rows.first()).containsText("Done");

      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("FLOW-7").setExact(true))
          .press("Enter");
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Comments")).press("Enter");
      page.getByLabel("Add a comment").fill("Well <b>done</b>");
      page.locator("#issue-comment-add-submit").press("Enter");
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Comments")).press("Enter");
      assertThat(page.locator("#comment-tabpanel")).containsText("Well <b>done</b>");
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Work log")).press("Enter");
      page.getByLabel("Time spent").fill("1h 30m");
      page.getByLabel("Time spent").press("Enter");
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Work log")).press("Enter");
      assertThat(page.locator("#worklog-tabpanel")).containsText("Lead logged 1h 30m");
      assertNoViolations(page, "an issue with talk");
      window.photograph("03-issue");
      window.passed();
    }
    Assertions.assertThat(lead.keyResult(keyResult).path("done").asInt()).isEqualTo(1);
  }
}
