package io.bearings.benchmarks;

import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Temper;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Measures the goals on PostgreSQL and prints them; ends with 1 when one is missed. */
public final class Bench {
  private static final String REST = "/rest/bearings/1.0/";

  private static final int TEAMS = 20;
  private static final int CYCLES = 10;
  private static final int MORE_TEAMS = 180;
  private static final int DEFAULT_REQUESTS = 200;
  private static final long DEFAULT_LINKS = 100_000;
  private static final int DEFAULT_KPIS = 10_000;
  private static final long DEFAULT_ISSUES = 100_000;
  private static final int WARM_UP = 500;

  private final Report report = new Report();
  private final int requests;

  private Bench(int requests) {
    this.requests = requests;
  }

  public static void main(String[] arguments) throws SQLException {
    int requests = DEFAULT_REQUESTS;
    String only = "";
    long links = DEFAULT_LINKS;
    int kpis = DEFAULT_KPIS;
    long issues = DEFAULT_ISSUES;
    for (int i = 0; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      if (arguments[i].equals("--requests") && value.matches("[1-9][0-9]{0,4}")) {
        requests = Integer.parseInt(value);
      } else if (arguments[i].equals("--only")
          && value.matches("pages|work|rebuild|kpis|backfill|panels|retrospective|lighthouse")) {
        only = value;
      } else if (arguments[i].equals("--links") && value.matches("[1-9][0-9]{3,6}")) {
        links = Long.parseLong(value);
      } else if (arguments[i].equals("--kpis") && value.matches("[1-9][0-9]{3,4}")) {
        kpis = Integer.parseInt(value);
      } else if (arguments[i].equals("--issues") && value.matches("[1-9][0-9]{3,5}")) {
        issues = Long.parseLong(value);
      } else {
        System.err.println(
            "usage: bin/bench [--requests N]"
                + " [--only pages|work|rebuild|kpis|backfill|panels|retrospective|lighthouse]"
                + " [--links N] [--kpis N] [--issues N]");
        System.exit(2);
      }
    }
    Bench bench = new Bench(requests);
    if (only.isEmpty() || only.equals("pages")) {
      bench.run();
    }
    if (only.isEmpty() || only.equals("work")) {
      new WorkGoals(bench.report, requests).run();
    }
    if (only.isEmpty() || only.equals("rebuild")) {
      new RebuildGoals(bench.report, links).run();
    }
    if (only.isEmpty() || only.equals("kpis")) {
      new KpiGoals(bench.report, requests, kpis).run();
    }
    if (only.isEmpty() || only.equals("backfill")) {
      new BackfillGoals(bench.report, issues).run();
    }
    if (only.isEmpty() || only.equals("panels")) {
      new PanelGoals(bench.report, requests).run();
    }
    if (only.isEmpty() || only.equals("retrospective")) {
      new RetrospectiveGoals(bench.report, requests).run();
    }
    if (only.isEmpty() || only.equals("lighthouse")) {
      new LighthouseGoals(bench.report).run();
    }
    System.exit(bench.report.missed() ? 1 : 0);
  }

  private void run() {
    String jdbcUrl = Databases.POSTGRESQL.fresh().orElseThrow();
    HostOptions options =
        HostOptions.fresh("bench")
            .database(Optional.of(jdbcUrl))
            .temper(Temper.KIND)
            .importing(new ImportFile().people().project("ANY", "Any", List.of()).write("bench"));
    try (RunningHost host = RunningHost.start(options);
        Floor floor = new Floor(jdbcUrl)) {
      Session member = host.as("member");
      member.get(REST + "units").json(200);
      Company company = Company.in(jdbcUrl, LocalDate.now());
      company.hire(TEAMS);
      long cycle = company.plan(0);
      report.heading(company.keyResults() + " key results, " + TEAMS + " teams, one cycle");
      warmUp(member, company.anyTeam(), cycle);
      PageCost unit = unitPage(member, floor, company.anyTeam(), cycle);
      PageCost map = mapPage(member, floor, cycle);
      goals(unit, map);

      for (int ago = 1; ago < CYCLES; ago++) {
        company.plan(ago);
      }
      report.heading(company.keyResults() + " key results, " + TEAMS + " teams, ten cycles");
      report.ratio(
          "unit page, 20,000 ÷ 2,000 key results",
          unitPage(member, floor, company.anyTeam(), cycle).growthFrom(unit),
          1.5);

      company.hire(MORE_TEAMS);
      long wide = company.plan(0);
      report.heading(company.keyResults() + " key results, 200 teams, 20,000 of them in one cycle");
      PageCost wideUnit = unitPage(member, floor, company.anyTeam(), wide);
      PageCost wideMap = mapPage(member, floor, wide);
      report.count(
          "statements of the unit page do not grow", wideUnit.statements(), unit.statements());
      report.count("statements of the map do not grow", wideMap.statements(), map.statements());
      report.ratio("unit page, 40,000 ÷ 2,000, ten times the teams", wideUnit.growthFrom(unit));
    }
  }

  /** Until the code is compiled, the first page would be measured slower than those after it. */
  private void warmUp(Session who, long unit, long cycle) {
    for (int i = 0; i < WARM_UP; i++) {
      who.get(workspace(unit, cycle)).json(200);
    }
  }

  private static String workspace(long unit, long cycle) {
    return REST + "workspace?unit=" + unit + "&cycle=" + cycle;
  }

  private void goals(PageCost unit, PageCost map) {
    report.count("unit page, statements", unit.statements(), 6);
    report.ratio("unit page ÷ its floor", unit.overFloor(), 4);
    report.count("map, statements", map.statements(), 10);
    report.ratio("map ÷ its floor", map.overFloor(), 5);
  }

  private PageCost unitPage(Session who, Floor floor, long unit, long cycle) {
    return page("unit page", who, workspace(unit, cycle), () -> floor.workspace(unit, cycle));
  }

  private PageCost mapPage(Session who, Floor floor, long cycle) {
    return page("map", who, REST + "map?cycle=" + cycle, () -> floor.map(cycle));
  }

  private PageCost page(String name, Session who, String path, Median.Work floor) {
    return PageCost.of(name, who, path, floor, requests / 2, requests, report);
  }
}
