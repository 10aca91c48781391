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
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Keyboard;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.AfterParam;
import org.junit.runners.Parameterized.BeforeParam;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/**
 * Where the work of a unit went, and how objectives and units went from day to day: in the
 * demonstration company, by REST and in the browser.
 */
@RunWith(Parameterized.class)
public class EffortIT {
  /** What a breach leads to is done at once, or within the minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private static RunningHost host;
  private static long company;
  private static long mobile;

  /** For the name of the cell in the names of the tests; {@link #start} gets it too. */
  @Parameter public Cell cell;

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @BeforeParam
  public static void start(Cell cell) {
    host =
        RunningHost.start(
            HostOptions.fresh("effort-" + cell)
                .database(cell.database().fresh())
                .temper(cell.temper())
                .demo());
    JsonNode units = new Okrs(host.as("admin")).get("units").json(200).path("units");
    company = named(units, "Papermill");
    mobile = named(units, "Mobile");
  }

  @AfterParam
  public static void close() {
    host.close();
  }

  private static long named(JsonNode units, String name) {
    return StreamSupport.stream(units.spliterator(), false)
        .filter(each -> each.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asLong();
  }

  @Test
  public void everybodySeesOneShareAndOnlyTitlesThatTheyMayBrowse() {
    Okrs lead = new Okrs(host.as("lead"));
    Okrs viewer = new Okrs(host.as("viewer"));
    String path = "units/" + company + "/effort";
    JsonNode seen = lead.get(path).json(200);
    JsonNode list = lead.get(path + "/unlinked").json(200);

    assertThat(seen.path("objective").path("issues").asInt()).isPositive();
    assertThat(seen.path("neither").path("issues").asInt())
        .isPositive()
        .isEqualTo(list.path("total").asInt());
    assertThat(list.path("hidden").asInt()).isZero();

    JsonNode other = viewer.get(path).json(200);
    JsonNode otherList = viewer.get(path + "/unlinked").json(200);
    assertThat(other.path("neither")).isEqualTo(seen.path("neither"));
    assertThat(other.path("objective")).isEqualTo(seen.path("objective"));
    assertThat(otherList.path("total")).isEqualTo(list.path("total"));
    assertThat(otherList.path("issues").size() + otherList.path("hidden").asInt())
        .isEqualTo(list.path("total").asInt());
    otherList
        .path("issues")
        .forEach(
            issue ->
                assertThat(
                        viewer
                            .session()
                            .get("/rest/api/2/issue/" + issue.path("key").asText())
                            .status())
                    .isEqualTo(200));
    assertThat(host.anonymous().get("/rest/bearings/1.0/" + path).status()).isEqualTo(401);
  }

  @Test
  public void jiraFindsTheSameWork() {
    Okrs lead = new Okrs(host.as("lead"));
    JsonNode seen = lead.get("units/" + company + "/effort").json(200);

    assertThat(found(lead, seen)).isEqualTo(seen.path("neither").path("issues").asInt());
  }

  /** How many issues Jira's search finds. */
  private static int found(Okrs who, JsonNode effort) {
    String jql = effort.path("unlinkedJql").asText();
    return who.session()
        .get("/rest/api/2/search?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8))
        .json(200)
        .path("total")
        .asInt();
  }

  @Test
  public void whatABreachCreatedRestoresItsKpi() throws InterruptedException {
    Okrs admin = new Okrs(host.as("admin"));
    String path = "units/" + mobile + "/effort";
    JsonNode before = admin.get(path).json(200);
    String project = before.at("/projects/0/key").asText();

    String issue = breached(admin, project);
    Map<String, Object> fixed =
        Map.of(
            "transition",
            Map.of("id", "51"),
            "fields",
            Map.of("resolution", Map.of("id", "10000")));
    assertThat(admin.session().post("/rest/api/2/issue/" + issue + "/transitions", fixed).status())
        .isEqualTo(204);

    int restored = before.at("/kpi/issues").asInt() + 1;
    JsonNode after = until(admin, path, "/kpi/issues", restored);
    assertThat(after.at("/kpi/issues").asInt()).isEqualTo(restored);
    assertThat(after.path("neither")).isEqualTo(before.path("neither"));
    assertThat(after.path("unlinkedJql").asText()).contains("issuekey not in (\"" + issue);
    assertThat(found(admin, after)).isEqualTo(after.at("/neither/issues").asInt());
  }

  private static String breached(Okrs admin, String project) throws InterruptedException {
    Map<String, Object> sheet = new HashMap<>();
    sheet.put("unitId", mobile);
    sheet.put("name", "Crashes a day");
    sheet.put("category", "QUALITY");
    sheet.put("frequency", "DAILY");
    sheet.put("direction", "LOWER");
    sheet.put("measure", Map.of("kind", "NUMBER"));
    sheet.put("target", Map.of("value", 1));
    sheet.put("critical", Map.of("value", 5));
    sheet.put(
        "automatic",
        List.of(
            Map.of(
                "kind",
                "CREATE_ISSUE",
                "projectKey",
                project,
                "issueType",
                "Task",
                "summary",
                "{kpi} is {value}",
                "description",
                "")));
    long kpi = admin.post("kpis", sheet).json(201).path("id").asLong();
    Map<String, Object> value = Map.of("on", LocalDate.now().minusDays(1).toString(), "value", 9);
    admin.post("kpis/" + kpi + "/measurements", value).json(201);
    String breaches = "breaches?unit=" + mobile;
    long breach =
        StreamSupport.stream(admin.get(breaches).json(200).path("breaches").spliterator(), false)
            .filter(each -> each.at("/kpi/id").asLong() == kpi)
            .findFirst()
            .orElseThrow()
            .path("id")
            .asLong();
    JsonNode acts = until(admin, "breach-acts?breach=" + breach, "/acts/1/state", "DONE");
    assertThat(acts.at("/acts/1/state").asText()).as("%s", acts).isEqualTo("DONE");
    return acts.at("/acts/1/result").asText();
  }

  /** Asks until something stands there, as long as that may take. */
  private static JsonNode until(Okrs who, String path, String where, Object wanted)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode answer = who.get(path).json(200);
    while (!answer.at(where).asText().equals(String.valueOf(wanted))
        && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      answer = who.get(path).json(200);
    }
    return answer;
  }

  @Test
  public void statementsDoNotDependOnDays() {
    Okrs lead = new Okrs(host.as("lead"));
    long objective = lead.get("workspace?unit=" + mobile).json(200).at("/objectives/0/id").asLong();
    for (String path : new String[] {"objectives/" + objective, "units/" + company}) {
      Answer day = days(lead, path, 1);
      Answer season = days(lead, path, 80);
      assertThat(season.json(200).path("days")).hasSize(80);
      assertThat(season.statements()).as(path).isEqualTo(day.statements()).isLessThanOrEqualTo(24);
    }
  }

  private static Answer days(Okrs who, String path, int days) {
    LocalDate today = LocalDate.now();
    // What has no past yet gets one at the first look.
    String asked = path + "/timeline?from=" + today.minusDays(days - 1L) + "&to=" + today;
    who.get(asked).json(200);
    return who.get(asked);
  }

  @Test
  public void onATelephoneAndByKeyboardUnlinkedWorkIsFoundAndLinked() {
    try (Browser browser = Browser.start();
        Window window = browser.window("effort", 390, 844)) {
      Page page = window.page();
      Keyboard keyboard = new Keyboard(page);
      new JiraPages(host, page).logIn("lead");
      page.navigate(
          host.base() + "/secure/BearingsWorkspace.jspa?unit=" + company + "&period=weeks");
      keyboard.tabTo("button Effort").press("Enter");
      Locator view = page.locator(".bearings-effort");
      assertThat(view.locator(".bearings-effort-sentence")).containsText("served an objective");
      assertThat(view.locator(".bearings-timeline-picture svg")).isVisible();
      assertThat(page).hasURL(Pattern.compile("view=effort"));
      window.assertFits();
      assertNoViolations(page, "effort");
      window.photograph("01-effort");

      Locator items = view.locator(".bearings-effort-unlinked li");
      assertThat(items.first()).isVisible();
      int before = items.count();
      items.first().getByRole(AriaRole.BUTTON).focus();
      keyboard.press("Enter");
      keyboard.waitFor("combobox Key result").type("goes from");
      assertThat(view.locator(".bearings-effort-unlinked [role=option]").first()).isVisible();
      window.assertFits();
      assertNoViolations(page, "effort with the choice of a key result");
      keyboard.press("Enter");
      assertThat(items).hasCount(before - 1);

      view.locator("summary").focus();
      keyboard.press("Enter");
      assertThat(view.locator(".bearings-timeline-summary")).containsText("\u2192");
      window.assertFits();
      assertNoViolations(page, "linked work of the unit");
      window.photograph("02-through-time");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  @Test
  public void anObjectiveShowsItsWay() {
    try (Browser browser = Browser.start();
        Window window = browser.window("objective-timeline", 390, 844)) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      String key =
          new Okrs(host.as("lead"))
              .get("workspace?unit=" + mobile)
              .json(200)
              .at("/objectives/0/key")
              .asText();
      page.navigate(host.base() + "/secure/BearingsWorkspace.jspa?unit=" + mobile + "#" + key);
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Progress")).click();
      Locator panel = page.locator(".bearings-panel");
      assertThat(panel.locator(".bearings-timeline-summary")).containsText("\u2192");
      assertThat(panel.locator(".bearings-timeline-picture svg").first()).isVisible();
      assertThat(panel.locator(".bearings-timeline-table")).containsText("KR-");
      window.assertFits();
      assertNoViolations(page, "objective through time");
      window.photograph("01-progress");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }
}
