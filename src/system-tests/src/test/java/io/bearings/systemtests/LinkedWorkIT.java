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
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.SharedHosts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * A key result that is linked to an epic or a sprint counts what is in it, also what comes later,
 * and no more what leaves. Many issues are linked in one go. Nobody links or reads what they may
 * not see.
 */
@RunWith(Parameterized.class)
public class LinkedWorkIT {
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final String EPIC_LINK = "customfield_10003";
  private static final String FIVE_HUNDRED =
      "project = BIG AND status in (Done, \"In Review\") AND summary ~ 3";

  private static int made;

  private final RunningHost host;
  private final Okrs lead;

  public LinkedWorkIT(Cell cell) {
    host = SharedHosts.of(cell);
    lead = new Okrs(host.as("lead"));
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void aKeyResultFollowsWhatIsInAnEpic() {
    long keyResult = keyResult("Follows an epic");
    Session session = lead.session();
    String epic = create(session, "Epic", "Sign up without help");
    edit(session, "PLAN-1", EPIC_LINK, epic);
    Map<String, String> wanted = Map.of("kind", "EPIC", "target", epic);
    eventually(() -> preview(keyResult, wanted) == 1);

    long link = link(keyResult, Map.of("kind", "EPIC", "target", epic, "sentence", "Fewer calls"));
    expect(keyResult, 1);
    edit(session, "PLAN-2", EPIC_LINK, epic);
    expect(keyResult, 2);
    edit(session, "PLAN-1", EPIC_LINK, null);
    expect(keyResult, 1);
    String late = create(session, "Task", "Made inside of the epic", epic);
    expect(keyResult, 2);

    JsonNode around = lead.get("issues/PLAN-2/places").json(200).path("places");
    assertThat(around.findValuesAsText("kind")).startsWith("ISSUE", "EPIC");
    JsonNode listed = lead.get(work(keyResult)).json(200).at("/links/0");
    assertThat(listed.at("/place/name").asText()).isEqualTo("Sign up without help");
    assertThat(listed.path("issues").asInt()).isEqualTo(2);
    assertThat(lead.delete(work(keyResult) + "/" + link).status()).isEqualTo(204);
    expect(keyResult, 0);
    assertThat(lead.post(work(keyResult) + "/" + link + "/restore", Map.of()).status())
        .isEqualTo(204);
    expect(keyResult, 2);
    edit(session, late, EPIC_LINK, null);
    expect(keyResult, 1);
  }

  @Test
  public void aKeyResultFollowsWhatIsInASprint() {
    long keyResult = keyResult("Follows a sprint");
    Session session = lead.session();
    long board =
        session
            .get("/rest/agile/1.0/board?projectKeyOrId=PLAN")
            .json(200)
            .at("/values/0/id")
            .asLong();
    long sprint =
        session
            .post(
                "/rest/agile/1.0/sprint",
                Map.of("name", "Sprint of " + host.base().hashCode(), "originBoardId", board))
            .json(201)
            .path("id")
            .asLong();
    eventually(
        () ->
            lead.get(work(keyResult) + "/places?kind=SPRINT&query=sprint")
                .json(200)
                .path("places")
                .findValuesAsText("key")
                .contains(String.valueOf(sprint)));
    link(keyResult, Map.of("kind", "SPRINT", "target", String.valueOf(sprint)));
    expect(keyResult, 0);

    move(session, "sprint/" + sprint, "PLAN-3", "PLAN-4");
    expect(keyResult, 2);
    theIssueSaysThroughWhat(keyResult, "Sprint of " + host.base().hashCode());
    move(session, "backlog", "PLAN-4");
    expect(keyResult, 1);
    JsonNode listed = lead.get(work(keyResult)).json(200).at("/links/0");
    assertThat(listed.path("kind").asText()).isEqualTo("SPRINT");
    assertThat(listed.path("issues").asInt()).isEqualTo(1);
  }

  /** The panel beside PLAN-4 names the sprint, and leads from there to all linked work. */
  private void theIssueSaysThroughWhat(long keyResult, String sprint) {
    JsonNode served = lead.get("issues/PLAN-4/key-results").json(200).at("/links/0");
    assertThat(served.at("/keyResult/id").asLong()).isEqualTo(keyResult);
    assertThat(served.path("mayDetach").asBoolean()).isFalse();
    assertThat(served.path("through")).hasSize(1);
    assertThat(served.at("/through/0/kind").asText()).isEqualTo("SPRINT");
    assertThat(served.at("/through/0/name").asText()).isEqualTo(sprint);
    assertThat(new Okrs(host.as("stranger")).get("issues/PLAN-4/key-results").status())
        .isEqualTo(404);
    try (Browser browser = Browser.start();
        Window window = browser.window("served-through", 390, 800)) {
      Page page = window.page();
      JiraPages jira = new JiraPages(host, page);
      jira.logIn("lead");
      jira.openIssue("PLAN-4");
      Locator panel = page.locator(".bearings-issue-panel");
      assertThat(panel.locator(".bearings-served-through"))
          .containsText("Through its sprint: " + sprint);
      assertThat(panel.locator(".bearings-detach")).hasCount(0);
      panel.scrollIntoViewIfNeeded();
      window.assertFits();
      assertNoViolations(page, "an issue of a linked sprint");
      window.photograph("issue");
      panel
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Linked work"))
          .press("Enter");
      assertThat(
              page.locator(".bearings-panel")
                  .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Issues")))
          .hasAttribute("aria-selected", "true");
      assertThat(page.locator(".bearings-panel")).containsText("Linked work");
      window.photograph("linked work");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  @Test
  public void aKeyResultFollowsWhatIsForAVersion() {
    long keyResult = keyResult("Follows a version");
    JsonNode offered =
        lead.get(work(keyResult) + "/places?kind=VERSION&query=2.0").json(200).at("/places/0");
    assertThat(offered.path("name").asText()).isEqualTo("2.0");
    link(keyResult, Map.of("kind", "VERSION", "target", offered.path("key").asText()));
    expect(keyResult, 0);

    Session session = lead.session();
    edit(session, "PLAN-5", "fixVersions", List.of(Map.of("name", "2.0")));
    expect(keyResult, 1);
    edit(session, "PLAN-6", "fixVersions", List.of(Map.of("name", "1.0"), Map.of("name", "2.0")));
    expect(keyResult, 2);
    assertThat(session.get("/rest/api/2/issue/PLAN-6").json(200).at("/fields/fixVersions"))
        .hasSize(2);
    edit(session, "PLAN-6", "fixVersions", List.of(Map.of("name", "1.0")));
    expect(keyResult, 1);

    String id = session.get("/rest/api/2/issue/PLAN-5").json(200).path("id").asText();
    assertThat(
            session.formOf("/browse/PLAN-5", "/secure/EditIssue.jspa", Map.of("id", id)).status())
        .as("the form on the issue's page, with nothing chosen")
        .isEqualTo(200);
    expect(keyResult, 0);
  }

  private static void move(Session session, String to, String... keys) {
    assertThat(
            session
                .post("/rest/agile/1.0/" + to + "/issue", Map.of("issues", List.of(keys)))
                .status())
        .isEqualTo(204);
  }

  @Test
  public void nobodyLinksOrReadsWhatTheyMayNotSee() {
    Okrs member = new Okrs(host.as("member"));
    long ofMember =
        Okrs.keyResultId(member.objective("PLAN", "Linked by a member", "What they see"), 0);
    JsonNode refused =
        member
            .post(work(ofMember), Map.of("kind", "ISSUE", "target", "SECRET-1"))
            .json(400)
            .path("errors");
    assertThat(refused.path("target").asText()).contains("SECRET-1");
    assertThat(member.get(work(ofMember) + "/places?kind=ISSUE&query=SECRET-1").json(200))
        .isEqualTo(member.get(work(ofMember) + "/places?kind=ISSUE&query=SECRET-99").json(200));
    link(ofMember, Map.of("kind", "ISSUE", "target", "SECRET-1"));
    JsonNode seen = member.get(work(ofMember)).json(200);
    assertThat(seen.path("links")).isEmpty();
    assertThat(seen.path("hidden").asInt()).isEqualTo(1);
    Okrs viewer = new Okrs(host.as("viewer"));
    assertThat(viewer.post(work(ofMember), Map.of("kind", "ISSUE", "target", "PLAN-5")).status())
        .isEqualTo(403);
    assertThat(viewer.post(work(ofMember) + "/bulk", Map.of("query", FIVE_HUNDRED)).status())
        .isEqualTo(403);
    assertThat(new Okrs(host.as("stranger")).get(work(ofMember) + "/places?kind=ISSUE").status())
        .isEqualTo(404);
    assertThat(member.post(work(ofMember) + "/bulk", Map.of("query", "projekt = 1")).status())
        .isEqualTo(400);
  }

  @Test
  public void fiveHundredIssuesAreLinkedInOneGo() {
    Organisation organisation = new Organisation(new Okrs(host.as("admin")));
    made++;
    long unit = organisation.team("Bulk team " + made, "lead");
    long cycle = organisation.cycle(unit, "Quarter of bulk team " + made);
    Map<String, Object> body = new HashMap<>();
    body.put("unitId", unit);
    body.put("cycleId", cycle);
    body.put("title", "Everything gets done");
    body.put("why", "Because it matters");
    body.put("keyResults", List.of(Map.of("title", "What is done", "source", "ISSUES")));
    JsonNode objective = lead.post("objectives", body).json(201);
    long keyResult = Okrs.keyResultId(objective, 0);
    String key = objective.at("/keyResults/0/key").asText();

    try (Browser browser = Browser.start();
        Window window = browser.window("linked-work", 390, 800)) {
      Page page = window.page();
      new JiraPages(host, page).logIn("lead");
      page.navigate(
          host.base()
              + "/secure/BearingsWorkspace.jspa?unit="
              + unit
              + "&cycle="
              + cycle
              + "#"
              + key);
      Locator panel = page.locator(".bearings-panel");
      panel.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Issues")).click();
      Locator work =
          panel.locator("details").filter(new Locator.FilterOptions().setHasText("Linked work"));
      work.locator("summary").click();
      work.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Link work")).click();
      page.keyboard().press("End");
      work.locator("textarea").fill(FIVE_HUNDRED);
      work.locator("textarea").press("Tab");
      assertThat(
              work.locator("[role=status]")
                  .filter(new Locator.FilterOptions().setHasText("issues"))
                  .first())
          .containsText("First: BIG-");
      assertNoViolations(page, "linked work form");
      window.photograph("form");
      work.locator("form [type=submit]").press("Enter");
      assertThat(panel.locator("progress")).isVisible();
      assertNoViolations(page, "linking many");
      window.photograph("progress");
      assertThat(work.locator(".bearings-entry").first()).isVisible();
      assertThat(panel).containsText("older links to single issues");
      window.assertFits();
      window.photograph("linked");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
    JsonNode outcome = lead.get(work(keyResult) + "/bulk").json(200);
    assertThat(outcome.path("state").asText()).isEqualTo("DONE");
    assertThat(outcome.path("attached").asInt()).isGreaterThanOrEqualTo(500);
    // Those that were closed as out of scope are linked, and count for nothing.
    assertThat(issues(keyResult)).isBetween(450, outcome.path("attached").asInt());
    assertThat(lead.get(work(keyResult)).json(200).path("links")).hasSize(100);
  }

  private long keyResult(String title) {
    made++;
    return Okrs.keyResultId(lead.objective("PLAN", title + " " + made, "What is done"), 0);
  }

  private long link(long keyResult, Map<String, String> wanted) {
    return lead.post(work(keyResult), wanted).json(200).path("id").asLong();
  }

  private int preview(long keyResult, Map<String, String> wanted) {
    return lead.get(
            work(keyResult)
                + "/preview?kind="
                + wanted.get("kind")
                + "&target="
                + wanted.get("target"))
        .json()
        .path("total")
        .asInt();
  }

  private static String create(Session session, String type, String title) {
    return create(session, type, title, null);
  }

  private static String create(Session session, String type, String title, String epic) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("project", Map.of("key", "PLAN"));
    fields.put("issuetype", Map.of("name", type));
    fields.put("summary", title);
    if (epic != null) {
      fields.put(EPIC_LINK, epic);
    }
    return session
        .post("/rest/api/2/issue", Map.of("fields", fields))
        .json(201)
        .path("key")
        .asText();
  }

  private static void edit(Session session, String issue, String field, Object value) {
    Map<String, Object> fields = new HashMap<>();
    fields.put(field, value);
    assertThat(session.put("/rest/api/2/issue/" + issue, Map.of("fields", fields)).status())
        .isEqualTo(204);
  }

  /** What the key result comes to within seconds. */
  private void expect(long keyResult, int expected) {
    eventually(() -> issues(keyResult) == expected);
    assertThat(issues(keyResult)).isEqualTo(expected);
  }

  private int issues(long keyResult) {
    return lead.keyResult(keyResult).path("issues").asInt();
  }

  private static String work(long keyResult) {
    return "key-results/" + keyResult + "/work";
  }

  /** Something that comes true within seconds. */
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
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
