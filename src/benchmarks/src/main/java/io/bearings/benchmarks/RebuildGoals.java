package io.bearings.benchmarks;

import static io.bearings.benchmarks.Sql.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Temper;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What it costs to count everything anew: a rebuild of all contributions and figures from links and
 * kept histories, beside statements that write the same rows into the same empty tables.
 */
final class RebuildGoals {
  private static final String UPKEEP = "/rest/bearings/1.0/upkeep";
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final String CONTRIBUTIONS =
      "insert into "
          + table("CONTRIBUTION")
          + " (\"KEY_RESULT_ID\", \"ISSUE_ID\", \"ISSUE_PROJECT_ID\", \"COUNTS\", \"STATUS_ID\","
          + " \"STATUS_CATEGORY\", \"RESOLUTION_ID\", \"POINTS\", \"ISSUE_UPDATED\", \"MOVED_AT\","
          + " \"NATURAL_KEY\") select w.key_result, s.\"ISSUE_ID\", s.\"PROJECT_ID\", 1,"
          + " s.\"STATUS_ID\", s.\"STATUS_CATEGORY\", s.\"RESOLUTION_ID\", s.\"POINTS\","
          + " s.\"FROM_AT\", s.\"FROM_AT\", w.key_result || ':' || s.\"ISSUE_ID\" from (select"
          + " \"KEY_RESULT_ID\" key_result, \"TARGET_ID\" issue from "
          + table("WORK_LINK")
          + " where \"REMOVED_AT\" is null and \"KIND\" = 'ISSUE' union select"
          + " l.\"KEY_RESULT_ID\", h.\"ISSUE_ID\" from "
          + table("QUERY_HIT")
          + " h join "
          + table("WORK_LINK")
          + " l on l.\"ID\" = h.\"LINK_ID\" where h.\"UNTIL\" is null and l.\"REMOVED_AT\" is"
          + " null) w join (select distinct on (\"ISSUE_ID\") * from "
          + table("ISSUE_STATE")
          + " order by \"ISSUE_ID\", \"FROM_AT\" desc, \"SEQ_NO\" desc) s"
          + " on s.\"ISSUE_ID\" = w.issue";

  private static final String FIGURES =
      "insert into "
          + table("FIGURE")
          + " (\"SUBJECT\", \"SUBJECT_ID\", \"ISSUES\", \"TO_DO\", \"IN_PROGRESS\", \"DONE\","
          + " \"OUT_OF_SCOPE\", \"IMPUTED\", \"DONE_WEIGHT\", \"TOTAL_WEIGHT\", \"MOVED_AT\","
          + " \"RULES\", \"STAMP\", \"NATURAL_KEY\") select '%1$s', %2$s, count(*),"
          + " count(*) filter (where c.\"STATUS_CATEGORY\" = 'TO_DO'), 0,"
          + " count(*) filter (where c.\"STATUS_CATEGORY\" = 'DONE'), 0, 0,"
          + " (coalesce(sum(c.\"POINTS\") filter (where c.\"STATUS_CATEGORY\" = 'DONE'), 0))::text,"
          + " sum(c.\"POINTS\")::text, max(c.\"ISSUE_UPDATED\"), 'floor', 1, '%1$s:' || %2$s from "
          + table("CONTRIBUTION")
          + " c join "
          + table("KEY_RESULT")
          + " k on k.\"ID\" = c.\"KEY_RESULT_ID\" group by %2$s";

  private final Report report;
  private final long links;

  RebuildGoals(Report report, long links) {
    this.report = report;
    this.links = links;
  }

  void run() throws SQLException {
    String jdbcUrl = Databases.POSTGRESQL.fresh().orElseThrow();
    HostOptions options =
        HostOptions.fresh("bench-rebuild")
            .database(Optional.of(jdbcUrl))
            .temper(Temper.KIND)
            .importing(JiraWork.projects(new ImportFile().people()).write("bench-rebuild"));
    try (RunningHost host = RunningHost.start(options)) {
      Session admin = host.as("admin");
      admin.get(UPKEEP).json(200);
      Company company = Company.in(jdbcUrl, LocalDate.now());
      company.hire(1);
      Sql sql = new Sql(jdbcUrl);
      long linked =
          new LinkedWork(sql, new JiraWork(sql), company.plan(0))
              .growTo(company.firstTeam(), links);
      report.heading("Rebuild of " + linked + " links, " + company.keyResults() + " key results");

      empty(sql);
      Instant begun = Instant.now();
      sql.execute(CONTRIBUTIONS);
      sql.execute(FIGURES.formatted("KR", "k.\"ID\""));
      sql.execute(FIGURES.formatted("O", "k.\"OBJECTIVE_ID\""));
      Duration floor = Duration.between(begun, Instant.now());
      long reached = sql.number("select count(*) from " + table("CONTRIBUTION"));

      empty(sql);
      Duration rebuild = rebuild(admin, reached);
      report.times("rebuild into empty tables", rebuild, Duration.ZERO, floor);
      report.ratio("rebuild ÷ its floor", (double) rebuild.toNanos() / floor.toNanos(), 4);
      report.times("rebuild where all is right", rebuild(admin, 0), Duration.ZERO, Duration.ZERO);
    }
  }

  private static void empty(Sql sql) {
    sql.execute("truncate " + table("CONTRIBUTION") + ", " + table("FIGURE"));
    sql.execute("analyze");
  }

  /** As the add-on itself says how long it took. */
  private static Duration rebuild(Session admin, long expected) {
    String started =
        admin
            .post(UPKEEP + "/rebuild", Map.of())
            .json(200)
            .path("rebuild")
            .path("started")
            .asText();
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode rebuild;
    do {
      pause();
      rebuild = admin.get(UPKEEP).json(200).path("rebuild");
    } while (rebuild.path("state").asText().equals("RUNNING") && Instant.now().isBefore(end));
    if (!rebuild.path("state").asText().equals("DONE")
        || rebuild.path("changed").asLong() != expected) {
      throw new IllegalStateException("Expected " + expected + " corrections: " + rebuild);
    }
    return Duration.between(Instant.parse(started), Instant.parse(rebuild.path("ended").asText()));
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
