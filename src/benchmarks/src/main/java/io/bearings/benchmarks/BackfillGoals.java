package io.bearings.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Temper;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What it costs to compute a year of velocity, throughput, lead and cycle time of a project with a
 * hundred thousand issues, beside one scan of their history by hand-written JDBC. All four are
 * counted in one pass, for the weeks of one KPI; the host, and the add-on in it, has 256 MiB.
 */
final class BackfillGoals {
  private static final String REST = "/rest/bearings/1.0/";
  private static final String FORMULA = "velocity / throughput * lead_time / cycle_time";
  private static final int WARM_UP = 2;
  private static final int TIMES = 5;

  /** Of a year's weeks every other one has the end of a sprint. */
  private static final int WEEKS = 20;

  private static final double OVER_SCAN = 3;

  private final Report report;
  private final long issues;

  BackfillGoals(Report report, long issues) {
    this.report = report;
    this.issues = issues;
  }

  void run() throws SQLException {
    String jdbcUrl = Databases.POSTGRESQL.fresh().orElseThrow();
    HostOptions options =
        HostOptions.fresh("bench-backfill")
            .database(Optional.of(jdbcUrl))
            .temper(Temper.KIND)
            .importing(
                new ImportFile().people().project("YEAR", "A year", List.of()).write("bench-year"));
    try (RunningHost host = RunningHost.start(options);
        Floor floor = new Floor(jdbcUrl)) {
      Session lead = host.as("lead");
      lead.get(REST + "units").json(200);
      Company company = Company.in(jdbcUrl, LocalDate.now());
      company.hire(1);
      Sql sql = new Sql(jdbcUrl);
      long project = sql.number("select id from project where pkey = 'YEAR'");
      MeasuredWork work = new MeasuredWork(sql, project, issues);
      work.write(sql.number("select id from ao_60db71_rapidview where project = " + project));
      report.heading(
          issues + " issues with " + work.size() + " states");

      long all = kpi(lead, company.firstTeam(), "All four", "FORMULA", "formula", FORMULA);
      List<Duration> medians =
          Median.of(
              WARM_UP, TIMES, List.of(() -> fill(lead, all), () -> floor.history(project)));
      Duration whole = medians.get(0);
      Duration scan = medians.get(1);
      report.times("a year of four metrics", whole, Duration.ZERO, scan);
      report.ratio(
          "a year of four metrics ÷ one scan of the history",
          (double) whole.toNanos() / scan.toNanos(),
          OVER_SCAN);
      alone(lead, company.firstTeam(), scan);
    }
  }

  /** For orientation: each of four KPIs has its own pass. */
  private void alone(Session lead, long unit, Duration scan) {
    for (String metric : List.of("throughput", "lead_time", "cycle_time", "velocity")) {
      long kpi = kpi(lead, unit, "Only " + metric, "METRIC", "metric", metric);
      Duration own = Median.of(1, TIMES - WARM_UP, List.of(() -> fill(lead, kpi))).get(0);
      report.times("a year of " + metric + " alone", own, Duration.ZERO, scan);
    }
  }

  /** A weekly KPI of the project that has all weeks of the year. */
  private static long kpi(
      Session lead, long unit, String name, String source, String field, String text) {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("unitId", unit);
    sheet.put("name", name);
    sheet.put("category", "TEAM");
    sheet.put("source", source);
    sheet.put(field, text.replaceAll("[a-z_]+", "$0(project(\"YEAR\"))"));
    sheet.put("frequency", "WEEKLY");
    sheet.put("direction", "HIGHER");
    sheet.put("measure", Map.of("kind", "NUMBER"));
    sheet.put("target", Map.of("value", 2));
    sheet.put("critical", Map.of("value", 1));
    long id = lead.post(REST + "kpis", sheet).json(201).path("id").asLong();
    int weeks = 0;
    String series = REST + "kpis/" + id + "/series?from=" + LocalDate.now().minusYears(1);
    for (JsonNode each : lead.get(series).json(200).path("periods")) {
      weeks += each.path("value").asDouble(0) > 0 ? 1 : 0;
    }
    if (weeks < WEEKS) {
      throw new IllegalStateException(name + " has only " + weeks + " weeks");
    }
    return id;
  }

  private static void fill(Session lead, long kpi) {
    JsonNode filling = lead.post(REST + "kpis/" + kpi + "/backfill", Map.of()).json(200);
    if (!filling.path("state").asText().equals("DONE")) {
      throw new IllegalStateException("The past was not computed: " + filling);
    }
  }
}
