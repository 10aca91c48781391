package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Keyboard;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import org.junit.Test;

/** On a telephone's width and by keyboard alone, an objective is created and an issue attached. */
public class KeyboardIT {
  private static final int WIDTH = 390;

  private final RunningHost host = SharedHosts.of(new Cell(Databases.H2, Temper.KIND));

  @Test
  public void anObjectiveIsCreatedAndAnIssueAttached() {
    try (Browser browser = Browser.start();
        Window window = browser.window("narrow", WIDTH, 844)) {
      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      Keyboard keyboard = new Keyboard(page);
      jira.logIn("member");
      createAnObjective(window, keyboard);
      attachAnIssue(window, jira, keyboard);
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  private void createAnObjective(Window window, Keyboard keyboard) {
    Page page = window.page();
    page.navigate(host.base() + "/projects/EASY?selectedItem=io.bearings:project-page-item");
    assertFits(page);
    window.photograph("01-project-page");
    keyboard.tabTo("button Create objective").press("Enter");
    keyboard.waitFor("input Objective").type("Reach everybody");
    assertFits(page);
    keyboard.tabTo("textarea Why").type("Not everybody has a mouse");
    keyboard.tabTo("input Key result").type("Each page works by keyboard");
    window.photograph("02-dialog");
    keyboard.tabTo("button Create").press("Enter");

    Locator objective = page.locator(".bearings-objective");
    assertThat(objective).hasCount(1);
    assertThat(objective).containsText("Reach everybody");
    assertThat(objective).containsText("Each page works by keyboard");
    assertFits(page);
    window.photograph("03-created");
  }

  private void attachAnIssue(Window window, JiraPages jira, Keyboard keyboard) {
    Page page = window.page();
    jira.openIssue("EASY-1");
    assertFits(page);
    window.photograph("04-issue");
    keyboard.tabTo("button Attach to a key result").press("Enter");
    keyboard.waitFor("combobox Key result").type("by keyboard");
    Locator panel = page.locator(".bearings-issue-panel");
    assertThat(panel.locator("[role=option]")).hasCount(1);
    assertFits(page);
    window.photograph("05-picker");
    keyboard.press("Enter");
    assertThat(panel.locator(".bearings-served-links")).containsText("Each page works by keyboard");
    assertThat(panel).containsText("0 of 1 issue done");
    assertThat(keyboard.focused()).isEqualTo("button Attach to a key result");
    assertFits(page);
    window.photograph("06-attached");
  }

  /** Nobody has to scroll sideways, once the page's header has folded its menu. */
  private static void assertFits(Page page) {
    page.waitForFunction("width => document.documentElement.scrollWidth <= width", WIDTH);
  }
}
