package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Measurements;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.Temper;
import io.bearings.systemtests.harness.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * What pages cost in SQL statements, as the host counts them from request to response: a number
 * that stays the same however many rows are shown.
 */
@RunWith(Parameterized.class)
public class StatementBudgetIT {
  private static final long PROJECT_PAGE_LIMIT = 8;
  private static final long ISSUE_PANEL_LIMIT = 4;
  private static final long PICKER_LIMIT = 6;
  private static final long BOARD_LIMIT = 10;

  /** What Jira Software takes to tell the name of the sprint that an issue is in. */
  private static final long NAME_OF_A_PLACE = 3;

  private static final long TEAM_PAGE_LIMIT = 10;
  private static final long ATTENTION_LIMIT = 6;
  private static final long WORKSPACE_LIMIT = 6;
  private static final long MAP_LIMIT = 10;
  private static final long KPI_BOARD_LIMIT = 5;
  private static final long KPI_PAGE_LIMIT = 12;
  private static final long EVENT_LIMIT = 6;
  private static final int KEY_RESULTS = 4;
  private static final int LINKS = 20;
  private static final int SERVED = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  /** Issues that no other test links. */
  private static final String BUSY = "BIG-4999";

  private static final String QUIET = "BIG-5000";

  /** Issues in To Do that are moved to Done and back. */
  private static final String UNLINKED = "BIG-4992";

  private static final String IN_QUIET_SPRINT = "BIG-4990";
  private static final String IN_BUSY_SPRINT = "BIG-4991";

  private static final String SERVES_ONE = "BIG-4993";
  private static final String SERVES_TEN = "BIG-4994";

  private static final Map<String, Object> FIXED = Map.of("resolution", Map.of("id", "10000"));

  private final Cell cell;
  private final RunningHost host;

  public StatementBudgetIT(Cell cell) {
    this.cell = cell;
    host = SharedHosts.of(cell);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void theProjectPageCostsTheSameForFiftyObjectivesAsForFive() {
    Okrs member = new Okrs(host.as("member"));
    fill(member, "SLIM", 5);
    fill(member, "WIDE", 50);

    JsonNode wide = member.of("WIDE").path("objectives");
    assertThat(wide).hasSize(50);
    for (JsonNode objective : wide) {
      assertThat(objective.path("keyResults")).hasSize(KEY_RESULTS);
      for (JsonNode keyResult : objective.path("keyResults")) {
        assertThat(keyResult.path("issues").asInt() + keyResult.path("outOfScope").asInt())
            .isEqualTo(LINKS);
      }
    }

    Answer few = page(member, "SLIM");
    Answer many = page(member, "WIDE");
    assertThat(many.body()).contains("Objective 50 of WIDE", "Result 4 of 50");
    report("project page, 5 objectives", few);
    report("project page, 50 objectives", many);
    assertThat(many.statements()).isEqualTo(few.statements()).isBetween(1L, PROJECT_PAGE_LIMIT);

    Answer fewByRest = rest(member, "objectives?project=SLIM");
    Answer manyByRest = rest(member, "objectives?project=WIDE");
    report("REST objectives, 50 objectives", manyByRest);
    assertThat(manyByRest.statements())
        .isEqualTo(fewByRest.statements())
        .isBetween(1L, PROJECT_PAGE_LIMIT);
  }

  @Test
  public void thePageOfATeamWithItsHealthCostsTheSameForManyAsForFew() {
    Okrs lead = new Okrs(host.as("lead"));
    Organisation organisation = new Organisation(new Okrs(host.as("admin")));
    long few = teamOf(lead, "LEAN", organisation);
    long many = teamOf(lead, "FULL", organisation);
    Place fewPlace = new Place(few, organisation.cycle(few, "Cycle of LEAN"));
    Place manyPlace = new Place(many, organisation.cycle(many, "Cycle of FULL"));
    plan(lead, fewPlace, 1);
    plan(lead, manyPlace, 20);
    kpis(lead, few, 1, 3);
    kpis(lead, many, 12, 30);

    Answer small = page(lead, "LEAN");
    Answer large = page(lead, "FULL");
    assertThat(large.body()).contains("Objective 20", "Health 12", "bearings-attention-list");
    report("page of a team with KPIs, 1 objective", small);
    report("page of a team with KPIs, 20 objectives", large);
    assertThat(large.statements()).isEqualTo(small.statements()).isBetween(1L, TEAM_PAGE_LIMIT);

    organisation.nextCycle(many, "Cycle after that of FULL");
    Answer other = page(lead, "FULL", "&cycle=" + manyPlace.cycle());
    assertThat(other.body()).contains("bearings-page-cycle", "Objective 20");
    report("page of a team in a chosen cycle, 20 objectives", other);
    assertThat(other.statements()).isBetween(1L, TEAM_PAGE_LIMIT);
    Answer none = page(lead, "FULL", "&cycle=999999");
    assertThat(none.body()).contains("There is no such cycle for this unit.");
    assertThat(none.statements()).isBetween(1L, TEAM_PAGE_LIMIT);
  }

  /** A new team that is bound to a project. */
  private static long teamOf(Okrs lead, String project, Organisation organisation) {
    long unit = organisation.team("Team of " + project, "lead");
    JsonNode stored = lead.get("units/" + unit).json(200);
    Map<String, Object> bound =
        Map.of(
            "version",
            stored.path("version"),
            "name",
            stored.path("name"),
            "level",
            stored.path("level"),
            "parentId",
            stored.path("parentId"),
            "lead",
            stored.path("lead"),
            "projects",
            List.of(Map.of("key", project)),
            "openness",
            stored.path("openness"));
    lead.put("units/" + unit, bound).json(200);
    return unit;
  }

  @Test
  public void whatNeedsAttentionCostsTheSameForManyAsForFew() {
    Okrs lead = new Okrs(host.as("lead"));
    Organisation organisation = new Organisation(new Okrs(host.as("admin")));
    Place few = new Place(organisation, "Little to look at");
    Place many = new Place(organisation, "Much to look at");
    plan(lead, few, 1);
    plan(lead, many, 40);
    kpis(lead, few.unit(), 1, 3);
    kpis(lead, many.unit(), 12, 30);
    for (Place place : List.of(few, many)) {
      long objective =
          lead.get("workspace" + place.query()).json(200).at("/objectives/0/id").asLong();
      lead.post(
              "blockers",
              Map.of(
                  "objectiveId",
                  objective,
                  "text",
                  "Nobody answers",
                  "since",
                  LocalDate.now().minusDays(9).toString()))
          .json(201);
    }

    JsonNode all = lead.get("attention?limit=100&unit=" + many.unit()).json(200);
    assertThat(all.path("items").findValuesAsText("kind"))
        .startsWith("BREACH")
        .contains("BLOCKER", "NO_DATA");
    assertThat(all.path("total").asInt()).isGreaterThan(40);
    assertSame(
        "REST attention",
        "attention?limit=100&unit=" + few.unit(),
        "attention?limit=100&unit=" + many.unit(),
        ATTENTION_LIMIT);
  }

  @Test
  public void anIssueThatServesSixtyKeyResultsCostsWhatOneThatServesOneCosts() {
    Okrs member = new Okrs(host.as("member"));
    String[] titles =
        IntStream.rangeClosed(1, SERVED).mapToObj(n -> "Serves " + n).toArray(String[]::new);
    int half = SERVED / 2;
    for (int from = 0; from < SERVED; from += half) {
      String[] some = Arrays.copyOfRange(titles, from, from + half);
      JsonNode made = member.objective("BUSY", "Served by one issue " + from, some);
      for (int keyResult = 0; keyResult < half; keyResult++) {
        List<String> issues = from + keyResult == 0 ? List.of(BUSY, QUIET) : List.of(BUSY);
        member.attach(Okrs.keyResultId(made, keyResult), issues).json(200);
      }
    }

    Answer one = rest(member, "issues/" + QUIET + "/key-results");
    Answer sixty = rest(member, "issues/" + BUSY + "/key-results");
    assertThat(one.json(200).path("links")).hasSize(1);
    assertThat(sixty.json(200).path("links")).hasSize(SERVED);
    report("REST key results of an issue, 1 link", one);
    report("REST key results of an issue, 60 links", sixty);
    assertThat(sixty.statements()).isEqualTo(one.statements()).isBetween(1L, ISSUE_PANEL_LIMIT);

    Answer quietPage = issuePage(member, QUIET);
    Answer busyPage = issuePage(member, BUSY);
    assertThat(busyPage.body()).contains("Serves 1", "Serves 60");
    report("issue page with its panel, 60 links", busyPage);
    assertThat(busyPage.statements()).isEqualTo(quietPage.statements());

    Answer quietPicker = rest(member, "key-results?issue=" + QUIET);
    Answer busyPicker = rest(member, "key-results?issue=" + BUSY + "&limit=100");
    assertThat(busyPicker.json(200).path("keyResults").size()).isGreaterThanOrEqualTo(SERVED);
    report("REST first answer of the picker", busyPicker);
    assertThat(busyPicker.statements())
        .isEqualTo(quietPicker.statements())
        .isBetween(1L, PICKER_LIMIT);
  }

  @Test
  public void anIssueInASprintThatTwentyKeyResultsAreLinkedToCostsWhatOneCosts()
      throws InterruptedException {
    Okrs lead = new Okrs(host.as("lead"));
    long board =
        lead.session()
            .get("/rest/agile/1.0/board?projectKeyOrId=BIG")
            .json(200)
            .at("/values/0/id")
            .asLong();
    String[] titles =
        IntStream.rangeClosed(1, LINKS).mapToObj(n -> "By sprint " + n).toArray(String[]::new);
    JsonNode made = lead.objective("BUSY", "Served by sprints", titles);
    long quiet = sprintOf(lead, board, "Quiet", IN_QUIET_SPRINT);
    long busy = sprintOf(lead, board, "Busy", IN_BUSY_SPRINT);
    link(lead, Okrs.keyResultId(made, 0), quiet);
    for (int keyResult = 0; keyResult < LINKS; keyResult++) {
      link(lead, Okrs.keyResultId(made, keyResult), busy);
    }
    await(lead, IN_QUIET_SPRINT, 1);
    await(lead, IN_BUSY_SPRINT, LINKS);

    Answer one = rest(lead, "issues/" + IN_QUIET_SPRINT + "/key-results");
    Answer twenty = rest(lead, "issues/" + IN_BUSY_SPRINT + "/key-results");
    report("REST key results of an issue, 1 by its sprint", one);
    report("REST key results of an issue, 20 by its sprint", twenty);
    assertThat(twenty.statements())
        .isEqualTo(one.statements())
        .isBetween(1L, ISSUE_PANEL_LIMIT + NAME_OF_A_PLACE);
  }

  private static long sprintOf(Okrs lead, long board, String name, String issue) {
    long sprint =
        lead.session()
            .post("/rest/agile/1.0/sprint", Map.of("name", name, "originBoardId", board))
            .json(201)
            .path("id")
            .asLong();
    assertThat(
            lead.session()
                .post(
                    "/rest/agile/1.0/sprint/" + sprint + "/issue", Map.of("issues", List.of(issue)))
                .status())
        .isEqualTo(204);
    return sprint;
  }

  private static void link(Okrs lead, long keyResult, long sprint) {
    lead.post(
            "key-results/" + keyResult + "/work",
            Map.of("kind", "SPRINT", "target", String.valueOf(sprint)))
        .json(200);
  }

  /** Until as many key results are reached: the search that tells who is in a sprint lags. */
  private static void await(Okrs lead, String issue, int keyResults) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (lead.get("issues/" + issue + "/key-results").json(200).path("links").size() != keyResults
        && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertThat(lead.get("issues/" + issue + "/key-results").json(200).path("links"))
        .hasSize(keyResults);
  }

  @Test
  public void aBoardCostsTheSameForFortyIssuesAsForTwo() {
    Okrs lead = new Okrs(host.as("lead"));
    long board =
        lead.session()
            .get("/rest/agile/1.0/board?projectKeyOrId=BIG")
            .json(200)
            .at("/values/0/id")
            .asLong();
    long sprint = sprintOf(lead, board, "Alignment", "BIG-4801");
    put(lead, sprint, 2, 2);
    assertThat(
            lead.session()
                .post(
                    "/rest/agile/1.0/sprint/" + sprint,
                    Map.of(
                        "state",
                        "active",
                        "startDate",
                        Instant.now().toString(),
                        "endDate",
                        Instant.now().plus(Duration.ofDays(14)).toString()))
                .status())
        .isEqualTo(200);
    Answer few = board(lead, board, 2);
    put(lead, sprint, 3, 40);
    Answer many = board(lead, board, 40);
    report("REST board with its active sprint, 40 issues", many);
    assertThat(many.statements()).isEqualTo(few.statements()).isBetween(1L, BOARD_LIMIT);
  }

  private static void put(Okrs lead, long sprint, int from, int to) {
    assertThat(
            lead.session()
                .post(
                    "/rest/agile/1.0/sprint/" + sprint + "/issue",
                    Map.of(
                        "issues",
                        IntStream.rangeClosed(from, to)
                            .mapToObj(n -> "BIG-" + (4_800 + n))
                            .toList()))
                .status())
        .isEqualTo(204);
  }

  /** The board once all of its sprint is read. */
  private Answer board(Okrs lead, long board, int issues) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonNode sprint = lead.get("boards/" + board).json(200).at("/sprints/0");
      lead.post("boards/" + board + "/sprints/" + sprint.path("id").asLong() + "/reading", Map.of())
          .json(200);
      int known = sprint.at("/whole/issues").asInt() + sprint.path("outOfScope").asInt();
      if (known == issues) {
        return rest(lead, "boards/" + board);
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new AssertionError("Never " + issues + " issues");
  }

  @Test
  public void aChangeOfStatusThatTenKeyResultsSeeCostsWhatOneThatOneSeesCosts() {
    Okrs member = new Okrs(host.as("member"));
    for (int n = 1; n <= 10; n++) {
      JsonNode made = member.objective("BUSY", "Follows an issue " + n, "Followed " + n);
      List<String> few = n == 1 ? List.of(SERVES_ONE, SERVES_TEN) : List.of(SERVES_TEN);
      member.attach(Okrs.keyResultId(made, 0), few).json(200);
      member.attach(Okrs.keyResultId(made, 0), World.big(4_000 + n * 40, 4_040 + n * 40)).json(200);
    }
    moveBothWays(member, UNLINKED);
    long nothing = moveBothWays(member, UNLINKED);
    moveBothWays(member, SERVES_ONE);
    long one = event(moveBothWays(member, SERVES_ONE), nothing);
    moveBothWays(member, SERVES_TEN);
    long ten = event(moveBothWays(member, SERVES_TEN), nothing);

    Measurements.note(cell + ": change of status, 1 key result of 41 issues", one, "statements");
    Measurements.note(cell + ": change of status, 10 key results", ten, "statements");
    assertThat(ten).isEqualTo(one).isBetween(2L, EVENT_LIMIT);
  }

  /** The statements of two changes of status, to Done and back. */
  private static long moveBothWays(Okrs who, String issue) {
    return move(who, issue, Map.of("transition", Map.of("id", "51"), "fields", FIXED))
        + move(who, issue, Map.of("transition", Map.of("id", "71")));
  }

  private static long move(Okrs who, String issue, Map<String, Object> body) {
    Answer answer = who.session().post("/rest/api/2/issue/" + issue + "/transitions", body);
    assertThat(answer.status()).as(issue).isEqualTo(204);
    return answer.statements();
  }

  /**
   * What one event costs: what two changes cost more than those of an issue without links, of which
   * each event costs one. The harsh host tells each event twice, with an issue that keeps what was
   * read of it; what is uneven is rounded up.
   */
  private long event(long linked, long nothing) {
    int events = cell.temper() == Temper.HARSH ? 4 : 2;
    return (linked - nothing + events - 1) / events + 1;
  }

  @Test
  public void aUnitAndTheMapCostTheSameForFortyObjectivesAsForFour() {
    Okrs lead = new Okrs(host.as("lead"));
    Organisation organisation = new Organisation(new Okrs(host.as("admin")));
    Place few = new Place(organisation, "Few objectives");
    Place many = new Place(organisation, "Many objectives");
    plan(lead, few, 4);
    plan(lead, many, 40);

    assertThat(rest(lead, "workspace" + many.query()).json(200).path("objectives")).hasSize(40);
    assertThat(rest(lead, "map" + many.query()).json(200).path("nodes")).hasSize(40);
    assertThat(rest(lead, "map" + many.query()).json(200).path("edges")).hasSize(39);
    assertSame("REST workspace", "workspace", few, many, WORKSPACE_LIMIT);
    assertSame("REST map", "map", few, many, MAP_LIMIT);

    Answer fewPage = unitPage(lead, few);
    Answer manyPage = unitPage(lead, many);
    report("workspace page, 40 objectives", manyPage);
    assertThat(manyPage.statements()).isEqualTo(fewPage.statements()).isLessThanOrEqualTo(6);
  }

  @Test
  public void aBoardAndAPageOfKpisCostTheSameForManyAsForFew() {
    Okrs lead = new Okrs(host.as("lead"));
    Organisation organisation = new Organisation(new Okrs(host.as("admin")));
    long few = organisation.team("Few KPIs", "lead");
    long many = organisation.team("Many KPIs", "lead");
    long young = kpis(lead, few, 2, 3);
    long old = kpis(lead, many, 24, 90);

    JsonNode board = rest(lead, "kpis?unit=" + many).json(200).path("kpis");
    assertThat(board).hasSize(24);
    for (JsonNode each : board) {
      assertThat(each.at("/standing/trend")).hasSize(12);
      assertThat(each.at("/standing/breach/kpiId").asLong()).isEqualTo(each.path("id").asLong());
    }
    assertSame("REST board of KPIs", "kpis?unit=" + few, "kpis?unit=" + many, KPI_BOARD_LIMIT);
    assertSame("REST KPI", "kpis/" + young, "kpis/" + old, KPI_PAGE_LIMIT);
    for (String part : List.of("series", "measurements", "history", "tokens")) {
      assertSame(
          "REST " + part + " of a KPI",
          "kpis/" + young + "/" + part,
          "kpis/" + old + "/" + part,
          KPI_PAGE_LIMIT);
    }
    assertSame("REST breaches", "breaches?kpi=" + young, "breaches?kpi=" + old, KPI_PAGE_LIMIT);

    String workspace = "/secure/BearingsWorkspace.jspa?view=kpis&unit=";
    assertSamePage("board of KPIs", workspace + few, workspace + many);
    String page = "/secure/BearingsKpi.jspa?kpi=KPI-";
    assertSamePage("page of a KPI", page + young, page + old);
  }

  /** Daily KPIs with so many values each, every third of them bad, the last too. */
  private static long kpis(Okrs lead, long unit, int count, int days) {
    StringBuilder values = new StringBuilder("date;value\n");
    for (int ago = days; ago > 0; ago--) {
      values.append(LocalDate.now().minusDays(ago)).append(ago % 3 == 1 ? ";1\n" : ";9\n");
    }
    Map<String, String> csv = Map.of("Content-Type", "text/csv", "X-Atlassian-Token", "no-check");
    long id = 0;
    for (int number = 1; number <= count; number++) {
      Map<String, Object> sheet =
          Map.of(
              "unitId",
              unit,
              "name",
              "Health " + number,
              "category",
              "QUALITY",
              "frequency",
              "DAILY",
              "direction",
              "HIGHER",
              "measure",
              Map.of("kind", "NUMBER"),
              "target",
              Map.of("value", 8),
              "critical",
              Map.of("value", 4));
      id = lead.post("kpis", sheet).json(201).path("id").asLong();
      String file = "/rest/bearings/1.0/kpis/" + id + "/measurements/import";
      assertThat(lead.session().raw("POST", file, values.toString(), csv).status()).isEqualTo(200);
    }
    return id;
  }

  private void assertSame(String what, String small, String large, long limit) {
    Okrs lead = new Okrs(host.as("lead"));
    Answer few = rest(lead, small);
    Answer many = rest(lead, large);
    assertThat(few.status()).as(what).isEqualTo(200);
    assertThat(many.status()).as(what).isEqualTo(200);
    report(what + ", few", few);
    report(what + ", many", many);
    assertThat(many.statements()).as(what).isEqualTo(few.statements()).isBetween(1L, limit);
  }

  private void assertSamePage(String what, String small, String large) {
    Session session = host.as("lead");
    session.get(small);
    Answer few = session.get(small);
    session.get(large);
    Answer many = session.get(large);
    assertThat(many.status()).as(what).isEqualTo(200);
    report(what + ", many", many);
    assertThat(many.statements())
        .as(what)
        .isEqualTo(few.statements())
        .isBetween(0L, KPI_PAGE_LIMIT);
  }

  private void assertSame(String what, String resource, Place few, Place many, long limit) {
    Okrs lead = new Okrs(host.as("lead"));
    Answer small = rest(lead, resource + few.query());
    Answer large = rest(lead, resource + many.query());
    report(what + ", 4 objectives", small);
    report(what + ", 40 objectives", large);
    assertThat(large.statements()).as(what).isEqualTo(small.statements()).isBetween(1L, limit);
  }

  /** A unit and its cycle. */
  private record Place(long unit, long cycle) {
    Place(Organisation organisation, String name) {
      this(organisation.team(name, "lead"), organisation);
    }

    private Place(long unit, Organisation organisation) {
      this(unit, organisation.cycle(unit, "Cycle of " + unit));
    }

    String query() {
      return "?unit=" + unit + "&cycle=" + cycle;
    }
  }

  /** Objectives with key results that have a value; each contributes to the one before it. */
  private static void plan(Okrs lead, Place place, int objectives) {
    long before = 0;
    for (int number = 1; number <= objectives; number++) {
      List<Map<String, Object>> keyResults =
          IntStream.rangeClosed(1, KEY_RESULTS)
              .mapToObj(n -> Map.<String, Object>of("title", "K" + n, "baseline", 0, "target", n))
              .toList();
      JsonNode made =
          lead.post(
                  "objectives",
                  Map.of(
                      "unitId",
                      place.unit(),
                      "cycleId",
                      place.cycle(),
                      "title",
                      "Objective " + number,
                      "why",
                      "Because",
                      "keyResults",
                      keyResults))
              .json(201);
      long id = made.path("id").asLong();
      lead.post(
              "objectives/" + id + "/publish",
              Map.of("version", made.path("version").asInt(), "confidence", 5))
          .json(200);
      lead.post(
              "key-results/" + Okrs.keyResultId(made, 0) + "/check-ins",
              Map.of("value", 1, "confidence", 5))
          .json(201);
      if (before > 0) {
        lead.post(
                "objectives/" + id + "/alignments",
                Map.of("kind", "CONTRIBUTES", "toObjectiveId", before))
            .json(201);
      }
      before = id;
    }
  }

  private static Answer unitPage(Okrs who, Place place) {
    who.session().get("/secure/BearingsWorkspace.jspa" + place.query());
    return who.session().get("/secure/BearingsWorkspace.jspa" + place.query());
  }

  private static Answer issuePage(Okrs who, String issue) {
    who.session().get("/browse/" + issue);
    return who.session().get("/browse/" + issue);
  }

  /** Asked twice: what Jira keeps in a cache after the first time is not the page's cost. */
  private static Answer page(Okrs who, String project) {
    return page(who, project, "");
  }

  private static Answer page(Okrs who, String project, String more) {
    String address = "/projects/" + project + "?selectedItem=io.bearings:project-page-item" + more;
    who.session().get(address);
    return who.session().get(address);
  }

  private static Answer rest(Okrs who, String path) {
    who.get(path);
    return who.get(path);
  }

  /** Fills an empty project; each key result takes its own twenty of the many issues. */
  static void fill(Okrs member, String project, int objectives) {
    int next = 1;
    for (int number = 1; number <= objectives; number++) {
      String[] titles = new String[KEY_RESULTS];
      for (int keyResult = 0; keyResult < KEY_RESULTS; keyResult++) {
        titles[keyResult] = "Result " + (keyResult + 1) + " of " + number;
      }
      JsonNode made = member.objective(project, "Objective " + number + " of " + project, titles);
      for (int keyResult = 0; keyResult < KEY_RESULTS; keyResult++) {
        Answer attached =
            member.attach(Okrs.keyResultId(made, keyResult), World.big(next, next + LINKS - 1));
        assertThat(attached.json(200).path("attached")).hasSize(LINKS);
        next += LINKS;
      }
    }
  }

  private void report(String what, Answer answer) {
    Measurements.note(cell + ": " + what, answer.statements(), "statements");
  }
}
