package io.bearings.benchmarks;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What it costs to follow linked work: a change of status that ten key results see, at ten thousand
 * linked issues and at a million; a past day of five hundred issues; queries that are asked about
 * what changed.
 */
final class WorkGoals {
  private static final String REST = "/rest/bearings/1.0/";
  private static final List<Long> SIZES = List.of(10_000L, 100_000L, 1_000_000L);
  private static final int SEEN_BY = 10;
  private static final int WARM_UP = 60;

  /** By then the host's compilers have done with what an event runs through. */
  private static final int FIRST_WARM_UP = 1_500;

  /**
   * Some 1.5 and 15 seconds after an event the add-on reads the past of the issue and looks at
   * queries, together for all events until then: each of these looks falls into a pause.
   */
  private static final Median.Pauses FOLLOW_UP =
      new Median.Pauses(Duration.ofSeconds(20), Duration.ofMillis(1_200), Duration.ofSeconds(3));

  private static final String LINKED = "ANY-1";
  private static final String UNLINKED = "ANY-2";

  private final Report report;
  private final int requests;
  private Session member;
  private Session lead;

  WorkGoals(Report report, int requests) {
    this.report = report;
    this.requests = requests;
  }

  void run() throws SQLException {
    String jdbcUrl = Databases.POSTGRESQL.fresh().orElseThrow();
    HostOptions options =
        HostOptions.fresh("bench-work")
            .database(Optional.of(jdbcUrl))
            .temper(Temper.KIND)
            .importing(
                JiraWork.projects(new ImportFile().people())
                    .project("ANY", "Any", List.of(Work.open("Linked"), Work.open("Unlinked")))
                    .write("bench-work"));
    try (RunningHost host = RunningHost.start(options);
        Floor floor = new Floor(jdbcUrl)) {
      member = host.as("member");
      lead = host.as("lead");
      member.get(REST + "units").json(200);
      Company company = Company.in(jdbcUrl, LocalDate.now());
      company.hire(1);
      long cycle = company.plan(0);
      Sql sql = new Sql(jdbcUrl);
      LinkedWork work = new LinkedWork(sql, new JiraWork(sql), cycle);
      events(company, work, floor);
      company.hire(2);
      long quiet = company.firstTeam() + 1;
      work.changedOften(quiet);
      pastDay(quiet, cycle, floor);
      new QueryGoals(report, host, sql).run(work, quiet + 1);
    }
  }

  private void events(Company company, LinkedWork work, Floor floor) throws SQLException {
    Moves linkedMoves = new Moves(LINKED);
    Moves unlinkedMoves = new Moves(UNLINKED);
    Duration first = Duration.ZERO;
    Duration last = Duration.ZERO;
    for (long size : SIZES) {
      long linked = work.growTo(company.firstTeam(), size);
      report.heading(linked + " linked issues, " + company.keyResults() + " key results");
      List<Long> keyResults = work.firstOf(SEEN_BY);
      for (long each : keyResults) {
        String path = REST + "key-results/" + each;
        lead.post(path + "/links", Map.of("issueKeys", List.of(LINKED))).json(200);
        // Reads, and so stores, the figures of all key results of the objective.
        member.get(path).json(200);
      }
      List<Long> figures = floor.figures(keyResults);
      List<Median.Work> works =
          List.of(unlinkedMoves::next, linkedMoves::next, () -> floor.event(keyResults, figures));
      last = event(works, first.isZero());
      // Of the issue without links, one look at an index is the add-on's.
      report.count(
          "change of status, statements", linkedMoves.next() - unlinkedMoves.next() + 1, 6);
      first = first.isZero() ? last : first;
    }
    report.ratio(
        "change of status, 1,000,000 ÷ 10,000 linked issues",
        (double) last.toNanos() / first.toNanos(),
        1.5);
  }

  private Duration event(List<Median.Work> works, boolean isFirst) {
    List<Duration> medians =
        Median.of(isFirst ? FIRST_WARM_UP : WARM_UP, requests, FOLLOW_UP, works);
    Duration own = medians.get(1).minus(medians.get(0));
    report.times("change of status that 10 key results see", own, medians.get(0), medians.get(2));
    report.ratio(
        "change of status ÷ its floor", (double) own.toNanos() / medians.get(2).toNanos(), 3);
    return own;
  }

  /** An issue that goes to Done and back. */
  private final class Moves {
    private final String path;
    private boolean done;

    Moves(String issue) {
      path = "/rest/api/2/issue/" + issue + "/transitions";
    }

    /** The next change of status; returns what it cost. */
    long next() {
      done = !done;
      Session.Answer answer =
          member.post(
              path,
              done
                  ? Map.of(
                      "transition",
                      Map.of("id", "51"),
                      "fields",
                      Map.of("resolution", Map.of("id", "10000")))
                  : Map.of("transition", Map.of("id", "71")));
      if (answer.status() != 204) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
      return answer.statements();
    }
  }

  private void pastDay(long team, long cycle, Floor floor) {
    String today = REST + "workspace?unit=" + team + "&cycle=" + cycle;
    String past = today + "&asOf=" + LocalDate.now().minusDays(9);
    member.get(past).json(200);
    List<Duration> medians =
        Median.of(
            WARM_UP,
            requests,
            List.of(() -> member.get(today), () -> member.get(past), () -> floor.past(team)));
    Duration own = medians.get(1).minus(medians.get(0));
    report.heading("One key result, 500 issues of 20 changes each");
    report.times("a past day, more than today", own, medians.get(0), medians.get(2));
    report.ratio("a past day ÷ its floor", (double) own.toNanos() / medians.get(2).toNanos(), 3);
  }
}
