package io.bearings.benchmarks;

import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Temper;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the retrospective of a unit costs that has 25 objectives, 100 key results with ten check-ins
 * each, 5,000 issues with their past and twelve daily KPIs. Nothing of it is remembered from one
 * request to the next.
 */
final class RetrospectiveGoals {
  private static final String REST = "/rest/bearings/1.0/";
  private static final int ISSUES = 5_000;
  private static final int KPIS = 100;
  private static final int KPI_DAYS = 400;
  private static final int WARM_UP = 100;
  private static final int STATEMENTS = 20;
  private static final double OVER_FLOOR = 5;

  private final Report report;
  private final int requests;

  RetrospectiveGoals(Report report, int requests) {
    this.report = report;
    this.requests = requests;
  }

  void run() throws SQLException {
    String jdbcUrl = Databases.POSTGRESQL.fresh().orElseThrow();
    HostOptions options =
        HostOptions.fresh("bench-retrospective")
            .database(Optional.of(jdbcUrl))
            .temper(Temper.KIND)
            .importing(JiraWork.projects(new ImportFile().people()).write("bench-retrospective"));
    try (RunningHost host = RunningHost.start(options);
        Floor floor = new Floor(jdbcUrl)) {
      Session member = host.as("member");
      member.get(REST + "units").json(200);
      LocalDate today = LocalDate.now();
      Company company = Company.in(jdbcUrl, today);
      company.hire(1);
      company.plan(1);
      long cycle = company.plan(0);
      company.hire(1);
      long unit = company.firstTeam() + 1;
      Sql sql = new Sql(jdbcUrl);
      long issues = new LinkedWork(sql, new JiraWork(sql), cycle).growTo(unit, ISSUES);
      company.checkIn(unit, cycle);
      new KpiYears(sql, today, KPI_DAYS, unit, company.firstTeam()).growTo(KPIS);
      report.heading("Retrospective of 100 key results, " + issues + " linked issues in all");
      LocalDate since = today.minusMonths(9);
      report.note("rows of its floor", floor.retrospective(unit, cycle, since));
      PageCost cost =
          PageCost.of(
              "retrospective",
              member,
              REST + "retrospectives/" + unit + "/" + cycle,
              () -> floor.retrospective(unit, cycle, since),
              WARM_UP,
              Math.min(requests, 100),
              report);
      report.count("retrospective, statements", cost.statements(), STATEMENTS);
      report.ratio("retrospective ÷ its floor", cost.overFloor(), OVER_FLOOR);
    }
  }
}
