package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.ImportFile.Work;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * A key result weighs its issues by a number field that the site has beside the story points: today
 * and on past days, also issues whose past was read before anybody weighed by that field. The host
 * is its own, because reading such a field costs a statement that others do not count with.
 */
@RunWith(Parameterized.class)
public class NumberFieldsIT {
  /** A job that runs each minute reads anew what was read before. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private static final String NAME = "Benefit";

  private final HostOptions options;

  public NumberFieldsIT(Cell cell) {
    options =
        HostOptions.fresh("number-fields-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper())
            .importing(
                new ImportFile()
                    .people()
                    .project(
                        "GAIN",
                        "Weighed by what it brings",
                        List.of(Work.open("First"), Work.open("Second"), Work.open("Third")))
                    .number("GAIN-1", NAME, 8)
                    .write("number-fields-" + cell));
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void aKeyResultWeighsByANumberFieldOfJira() {
    try (RunningHost host = RunningHost.start(options)) {
      Okrs lead = new Okrs(host.as("lead"));
      JsonNode objective = lead.objective("GAIN", "Bring more than it costs", "What it brings");
      long keyResult = Okrs.keyResultId(objective, 0);
      assertThat(lead.attach(keyResult, List.of("GAIN-1", "GAIN-2")).status()).isEqualTo(200);

      String benefit = field(lead);
      refuses(lead, keyResult);
      choose(host, objective);
      assertThat(lead.keyResult(keyResult).path("weightBy").asText()).isEqualTo(benefit);

      // The first weighs 8; the second has no number and gets the median of the others.
      expect(lead, keyResult, 16);
      assertThat(lead.keyResult(keyResult).path("imputed").asInt()).isEqualTo(1);
      assertThat(lead.attach(keyResult, List.of("GAIN-3")).status()).isEqualTo(200);
      expect(lead, keyResult, 24);

      edit(lead.session(), "GAIN-3", benefit, 4);
      expect(lead, keyResult, 8 + 4 + 6);
      // Three days ago it had none.
      String days = "key-results/" + keyResult + "/timeline?from=" + LocalDate.now().minusDays(3);
      eventually(
          () -> {
            JsonNode all = lead.get(days).json(200).path("days");
            return all.path(0).path("totalWeight").asDouble() == 24
                && all.path(all.size() - 1).path("totalWeight").asDouble() == 18;
          });

      edit(lead.session(), "GAIN-3", benefit, null);
      expect(lead, keyResult, 24);
    }
  }

  private static String field(Okrs lead) {
    for (JsonNode each : lead.get("number-fields").json(200).path("fields")) {
      if (each.path("name").asText().equals(NAME)) {
        return each.path("id").asText();
      }
    }
    throw new AssertionError("There is no field " + NAME);
  }

  private static void refuses(Okrs lead, long keyResult) {
    int version = lead.keyResult(keyResult).path("version").asInt();
    for (String other : List.of("customfield_99999", "votes")) {
      JsonNode refused =
          lead.put("key-results/" + keyResult, Map.of("version", version, "weightBy", other))
              .json(400);
      assertThat(refused.at("/errors/weightBy").asText()).contains("customfield");
    }
  }

  private static void choose(RunningHost host, JsonNode objective) {
    try (Browser browser = Browser.start();
        Window window = browser.window("number-fields", 390, 800)) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      page.navigate(
          host.base()
              + "/secure/BearingsWorkspace.jspa?unit="
              + objective.at("/unit/id").asLong()
              + "#"
              + objective.at("/keyResults/0/key").asText());
      Locator panel = page.locator(".bearings-panel");
      panel
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit").setExact(true))
          .first()
          .click();
      Locator choice = panel.getByLabel("Progress counts");
      assertThat(choice.locator("optgroup option")).containsText(new String[] {NAME});
      choice.selectOption(NAME);
      assertNoViolations(page, "number fields");
      window.assertFits();
      choice.scrollIntoViewIfNeeded();
      window.photograph("choice");
      panel.locator("form [type=submit]").first().click();
      assertThat(choice).not().isVisible();
      window.photograph("saved");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  private static void edit(Session session, String issue, String field, Object value) {
    Map<String, Object> fields = new HashMap<>();
    fields.put(field, value);
    assertThat(session.put("/rest/api/2/issue/" + issue, Map.of("fields", fields)).status())
        .isEqualTo(204);
  }

  private static void expect(Okrs lead, long keyResult, double total) {
    eventually(() -> lead.keyResult(keyResult).path("totalWeight").asDouble() == total);
  }

  /** Something that comes true within a minute or so. */
  private interface Hope {
    boolean isTrue();
  }

  private static void eventually(Hope hope) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!hope.isTrue() && Instant.now().isBefore(end)) {
      pause();
    }
    assertThat(hope.isTrue()).isTrue();
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
