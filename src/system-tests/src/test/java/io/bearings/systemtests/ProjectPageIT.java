package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The page of a project as its team meets it in the middle of a quarter. */
public class ProjectPageIT {
  private static final String PAGE = "/projects/DEMO?selectedItem=io.bearings:project-page-item";
  private static final Pattern KICKOFF = Pattern.compile("phase=kickoff");

  private static RunningHost host;
  private static Browser browser;

  @BeforeClass
  public static void start() {
    host = RunningHost.start(HostOptions.fresh("project-page").demo());
    browser = Browser.start();
  }

  @AfterClass
  public static void stop() {
    browser.close();
    host.close();
  }

  @Test
  public void theTeamSeesFirstWhatNeedsThemAndThenItsHealth() {
    try (Browser.Window window = browser.window("project-execution", 1280, 900)) {
      Page page = opened(window);
      JsonNode attention =
          new Okrs(host.as("lead")).get("attention?below=false&unit=" + unit()).json(200);
      Locator items = page.locator(".bearings-attention-item");
      assertThat(items).hasCount(Math.min(5, attention.path("total").asInt()));
      assertThat(items.first()).containsText(attention.at("/items/0/key").asText());
      assertThat(items.first()).containsText(attention.at("/items/0/text").asText());
      assertThat(tab(page, "Execution")).hasAttribute("aria-selected", "true");

      Locator tile = page.locator(".bearings-kpi-card").first();
      assertThat(tile.locator(".bearings-kpi-value")).not().hasText("\u2013");
      assertThat(tile.locator(".bearings-kpi-spark")).isVisible();
      assertThat(page.locator(".bearings-part").first()).containsText("KPIs");

      Locator line = page.locator(".bearings-objective").first();
      Locator keyResults = line.locator(".bearings-key-results");
      assertThat(keyResults).isHidden();
      line.locator(".bearings-open").focus();
      page.keyboard().press("Enter");
      assertThat(keyResults).isVisible();
      assertThat(line.locator(".bearings-open")).hasAttribute("aria-expanded", "true");
      assertNoViolations(page, "page of a project in execution");
      window.photograph("opened");
      finish(window);
    }
  }

  @Test
  public void thePhaseIsChosenByKeyboardAndStandsInTheAddress() {
    try (Browser.Window window = browser.window("project-phases", 1280, 900)) {
      Page page = opened(window);
      tab(page, "Execution").focus();
      page.keyboard().press("ArrowLeft");
      assertThat(tab(page, "Kickoff")).isFocused();
      assertThat(page).hasURL(KICKOFF);
      assertThat(page.locator(".bearings-part").first()).containsText("Objectives");
      assertThat(page.locator(".bearings-key-results").first()).isVisible();
      assertThat(page.locator(".bearings-page-kickoff a")).isVisible();
      assertNoViolations(page, "page of a project in kickoff");

      page.reload();
      assertThat(tab(page, "Kickoff")).hasAttribute("aria-selected", "true");
      assertThat(page.locator(".bearings-key-results").first()).isVisible();
      page.goBack();
      assertThat(tab(page, "Execution")).hasAttribute("aria-selected", "true");
      assertThat(page.locator(".bearings-key-results").first()).isHidden();
      finish(window);
    }
  }

  @Test
  public void anotherCycleIsChosenByKeyboardAndStandsInTheAddressBesideThePhase() {
    try (Browser.Window window = browser.window("project-cycles", 1280, 900)) {
      Page page = opened(window);
      Locator shown = page.locator(".bearings-project-page");
      String current = shown.getAttribute("data-cycle-id");
      Locator picker = page.getByLabel("Cycle", new Page.GetByLabelOptions().setExact(true));
      assertThat(page.locator(".bearings-page-elsewhere")).hasCount(0);
      picker.focus();
      page.keyboard().press("ArrowUp");
      assertThat(shown).not().hasAttribute("data-cycle-id", current);
      assertThat(picker).isFocused();
      assertThat(tab(page, "Kickoff")).hasAttribute("aria-selected", "true");
      assertThat(page.locator(".bearings-kpi-spark").first()).isVisible();
      assertNoViolations(page, "page of a project in another cycle");
      String next = shown.getAttribute("data-cycle-id");
      tab(page, "Retrospective").click();
      assertThat(page).hasURL(Pattern.compile("cycle=" + next + "&phase=retrospective"));

      page.reload();
      assertThat(shown).hasAttribute("data-cycle-id", next);
      assertThat(tab(page, "Retrospective")).hasAttribute("aria-selected", "true");
      page.goBack();
      page.goBack();
      assertThat(shown).hasAttribute("data-cycle-id", current);
      page.goForward();
      assertThat(shown).hasAttribute("data-cycle-id", next);
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back to")).click();
      assertThat(shown).hasAttribute("data-cycle-id", current);
      finish(window);
    }
  }

  @Test
  public void anAddressOfNoCycleSaysSoAndLeadsBack() {
    try (Browser.Window window = browser.window("project-no-cycle", 1280, 900)) {
      Page page = opened(window);
      for (String none : List.of("99999", "0", "%3Cb%3E", "9".repeat(30))) {
        page.navigate(host.base() + PAGE + "&cycle=" + none);
        assertThat(page.locator(".aui-message-error"))
            .containsText("There is no such cycle for this unit.");
      }
      page.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("To the cycle that is worked on"))
          .click();
      assertThat(page.locator(".bearings-project-page")).isVisible();
      finish(window);
    }
  }

  @Test
  public void aLinkToAKeyResultOpensItsLine() {
    try (Browser.Window window = browser.window("project-link", 1280, 900)) {
      Page page = opened(window);
      page.locator(".bearings-open").first().click();
      String key = page.locator(".bearings-key-result").first().getAttribute("id");
      page.navigate(host.base() + PAGE + "#" + key);
      page.reload();
      assertThat(page.locator("#" + key)).isVisible();
      assertThat(page.locator("#" + key + " .bearings-toggle")).isFocused();
      finish(window);
    }
  }

  @Test
  public void itFitsATelephoneAndPaperShowsEverything() {
    try (Browser.Window window = browser.window("project-narrow", 360, 740)) {
      Page page = opened(window);
      assertThat(page.locator(".bearings-kpi-card").first()).isVisible();
      window.assertFits();
      window.photograph("narrow");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".bearings-phases")).isHidden();
      assertThat(page.locator(".bearings-key-results").first()).isVisible();
      finish(window);
    }
  }

  private static Page opened(Browser.Window window) {
    Page page = window.page();
    new JiraPages(host, page).logIn("lead");
    page.navigate(host.base() + PAGE);
    assertThat(page.locator(".bearings-kpi-spark, .bearings-kpi-spark-empty").first()).isVisible();
    return page;
  }

  private static Locator tab(Page page, String name) {
    return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
  }

  private static long unit() {
    for (JsonNode each : new Okrs(host.as("lead")).get("units").json(200).path("units")) {
      for (JsonNode project : each.path("projects")) {
        if (project.path("key").asText().equals("DEMO")) {
          return each.path("id").asLong();
        }
      }
    }
    throw new IllegalStateException("No unit is bound to DEMO");
  }

  private static void finish(Browser.Window window) {
    assertThat(window.complaints()).isEmpty();
    AddOnLog.assertNoWarnings(host);
    window.passed();
  }
}
