package io.bearings.benchmarks;

import static io.bearings.benchmarks.Sql.table;

import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.ImportFile.Work;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Temper;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What people meet on an issue, a project and a dashboard costs in statements and beside
 * hand-written JDBC, among 20,000 key results; and whether eight dashboard items that load together
 * are faster than one after the other.
 */
final class PanelGoals {
  private static final String REST = "/rest/bearings/1.0/";
  private static final String PROJECT = "PANEL";
  private static final String ISSUE = PROJECT + "-1";

  /** An issue that serves nothing. */
  private static final String OTHER_ISSUE = PROJECT + "-2";

  private static final int TEAMS = 20;
  private static final int CYCLES = 10;
  private static final int KPIS = 100;
  private static final int KPI_DAYS = 400;
  private static final int CHART_DAYS = 90;
  private static final int ISSUES = 2_000;
  private static final int SERVED = 3;
  private static final int WARM_UP = 300;
  private static final int PANEL_STATEMENTS = 4;
  private static final int PAGE_STATEMENTS = 10;
  private static final int ITEM_STATEMENTS = 6;
  private static final double OVER_FLOOR = 5;
  private static final double TOGETHER = 0.8;

  /** As many requests as browsers make at a time to one site. */
  private static final int AT_A_TIME = 6;

  private final Report report;
  private final int requests;

  PanelGoals(Report report, int requests) {
    this.report = report;
    this.requests = requests;
  }

  /**
   * A dashboard item.
   *
   * @param path its one request
   */
  private record Item(String name, String path, Median.Work floor) {}

  void run() throws SQLException {
    String jdbcUrl = Databases.POSTGRESQL.fresh().orElseThrow();
    List<Work> issues = IntStream.rangeClosed(1, 20).mapToObj(n -> Work.open("Work " + n)).toList();
    HostOptions options =
        HostOptions.fresh("bench-panels")
            .database(Optional.of(jdbcUrl))
            .temper(Temper.KIND)
            .importing(
                new ImportFile().people().project(PROJECT, "Panels", issues).write("bench-panels"));
    try (RunningHost host = RunningHost.start(options);
        Floor floor = new Floor(jdbcUrl)) {
      Session member = host.as("member");
      member.get(REST + "units").json(200);
      Sql sql = new Sql(jdbcUrl);
      LocalDate today = LocalDate.now();
      Company company = Company.in(jdbcUrl, today);
      company.hire(TEAMS);
      long cycle = company.plan(0);
      for (int ago = 1; ago < CYCLES; ago++) {
        company.plan(ago);
      }
      long unit = company.anyTeam();
      new KpiYears(sql, today, KPI_DAYS, unit, company.firstTeam()).growTo(KPIS);
      long project = sql.number("select id from project where pkey = '" + PROJECT + "'");
      new MeasuredWork(sql, project, ISSUES)
          .write(sql.number("select id from ao_60db71_rapidview where project = " + project));
      sql.execute(
          "update "
              + table("ORG_UNIT")
              + " set \"PROJECT_IDS\" = '|"
              + project
              + "|' where \"ID\" = "
              + unit);
      attach(host.as("lead"), sql, unit, cycle);
      report.heading(
          company.keyResults() + " key results, " + KPIS + " KPIs of " + KPI_DAYS + " days");
      panel(member, floor, sql.number("select id from jiraissue where issuenum = 1"));
      List<Item> items = items(sql, floor, unit, cycle, today);
      long statements = 0;
      for (Item item : items) {
        statements += item(member, item);
      }
      report.count(
          "statements of a dashboard of all items",
          statements,
          (long) ITEM_STATEMENTS * items.size());
      together(member, items.subList(0, items.size() - 1));
      // Last, because it is put together from what the items show, whose code is warm by then.
      projectPage(member, floor, unit, cycle);
    }
  }

  /** The issue serves key results of the unit in the cycle. */
  private static void attach(Session lead, Sql sql, long unit, long cycle) {
    List<Long> keyResults =
        sql.numbers(
            "select k.\"ID\" from "
                + table("KEY_RESULT")
                + " k join "
                + table("OBJECTIVE")
                + " o on o.\"ID\" = k.\"OBJECTIVE_ID\" where o.\"UNIT_ID\" = "
                + unit
                + " and o.\"CYCLE_ID\" = "
                + cycle
                + " order by k.\"ID\" limit "
                + SERVED);
    for (long keyResult : keyResults) {
      lead.post(REST + "key-results/" + keyResult + "/links", Map.of("issueKeys", List.of(ISSUE)))
          .json(200);
    }
  }

  private void panel(Session who, Floor floor, long issue) {
    PageCost cost =
        PageCost.beside(
            "issue panel",
            who,
            "/browse/" + OTHER_ISSUE,
            "/browse/" + ISSUE,
            () -> floor.served(issue),
            WARM_UP,
            requests,
            report);
    report.ratio("issue panel ÷ its floor", cost.overFloor(), OVER_FLOOR);
    PageCost rest =
        PageCost.of(
            "what an issue serves, by REST",
            who,
            REST + "issues/" + ISSUE + "/key-results",
            () -> floor.served(issue),
            WARM_UP,
            requests,
            report);
    report.count("issue panel, statements", rest.statements(), PANEL_STATEMENTS);
    report.ratio("what an issue serves ÷ its floor", rest.overFloor(), OVER_FLOOR);
  }

  private void projectPage(Session who, Floor floor, long unit, long cycle) {
    PageCost cost =
        PageCost.beside(
            "project page",
            who,
            "/projects/" + PROJECT,
            "/projects/" + PROJECT + "?selectedItem=io.bearings:project-page-item",
            () -> floor.objectivesAndKpis(unit, cycle),
            WARM_UP,
            requests,
            report);
    report.count("project page, statements", cost.statements(), PAGE_STATEMENTS);
    report.ratio("project page ÷ its floor", cost.overFloor(), OVER_FLOOR);
  }

  /** All items; the last one is not on the dashboard of eight. */
  private static List<Item> items(Sql sql, Floor floor, long unit, long cycle, LocalDate today) {
    long objective =
        sql.number(
            "select min(\"ID\") from "
                + table("OBJECTIVE")
                + " where \"UNIT_ID\" = "
                + unit
                + " and \"CYCLE_ID\" = "
                + cycle);
    long kpi =
        sql.number("select min(\"ID\") from " + table("KPI") + " where \"UNIT_ID\" = " + unit);
    LocalDate since = today.minusDays(CHART_DAYS);
    long project = sql.number("select id from project where pkey = '" + PROJECT + "'");
    return List.of(
        new Item(
            "OKR progress",
            "objectives?cycle=open&project=" + PROJECT,
            () -> floor.workspace(unit, cycle)),
        new Item("objective detail", "objectives/" + objective, () -> floor.objective(objective)),
        new Item("KPI tiles", "kpis?unit=" + unit, () -> floor.board(unit)),
        new Item(
            "KPI chart", "kpis/" + kpi + "/picture?from=" + since, () -> floor.chart(kpi, since)),
        new Item(
            "velocity beside objectives",
            "velocity?objectives=true&unit=" + unit,
            () -> floor.workspace(unit, cycle)),
        new Item("check-ins due", "check-ins-due?unit=" + unit, () -> floor.workspace(unit, cycle)),
        new Item(
            "attention",
            "attention?below=false&limit=20&unit=" + unit,
            () -> floor.objectivesAndKpis(unit, cycle)),
        new Item("alignment map", "map?unit=" + unit, () -> floor.workspace(unit, cycle)),
        new Item(
            "effort",
            "units/" + unit + "/effort?weight=issues&from=" + since,
            () -> floor.history(project)));
  }

  private long item(Session who, Item item) {
    PageCost cost =
        PageCost.of(item.name(), who, REST + item.path(), item.floor(), WARM_UP, requests, report);
    report.count(item.name() + ", statements", cost.statements(), ITEM_STATEMENTS);
    report.ratio(item.name() + " ÷ its floor", cost.overFloor(), OVER_FLOOR);
    return cost.statements();
  }

  /** All at once as a dashboard asks for them, and one after the other. */
  private void together(Session who, List<Item> items) {
    ExecutorService browser = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Callable<Integer>> all = new ArrayList<>();
      items.forEach(item -> all.add(() -> who.get(REST + item.path()).status()));
      List<Duration> medians =
          Median.of(
              WARM_UP / 10,
              requests,
              List.of(
                  () -> {
                    for (Callable<Integer> each : all) {
                      require(each.call());
                    }
                  },
                  () -> {
                    for (Future<Integer> each : browser.invokeAll(all)) {
                      require(each.get());
                    }
                  }));
      report.times("eight items in turn", medians.get(0), Duration.ZERO, Duration.ZERO);
      report.times("eight items together", medians.get(1), Duration.ZERO, Duration.ZERO);
      report.ratio(
          "eight items together ÷ in turn",
          (double) medians.get(1).toNanos() / medians.get(0).toNanos(),
          TOGETHER);
    } finally {
      browser.shutdown();
    }
  }

  private static void require(int status) {
    if (status != 200) {
      throw new IllegalStateException("An item answers " + status);
    }
  }
}
