package io.bearings.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.Temper;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a board of twelve KPIs with their trends costs, at a hundred KPIs and at ten thousand, each
 * with 1,500 daily values; and whether a value that is pushed is judged in the same request.
 */
final class KpiGoals {
  private static final String REST = "/rest/bearings/1.0/";

  /** Answered without the database, through the same filters as every other request. */
  private static final String EMPTY_PAGE = REST + "objectives/none";

  private static final int FEW = 100;
  private static final int DAYS = 1_500;
  private static final int FIRST_WARM_UP = 1_500;
  private static final int WARM_UP = 60;
  private static final int PUSHES = 20;
  private static final int STATEMENTS = 5;
  private static final double OVER_FLOOR = 4;

  /** Two medians of the same work differ by as much. */
  private static final double UNCHANGED = 1.5;

  private final Report report;
  private final int requests;
  private final int kpis;
  private Session lead;
  private Session anyone;

  /**
   * @param kpis how many there are in the end, more than a hundred
   */
  KpiGoals(Report report, int requests, int kpis) {
    this.report = report;
    this.requests = requests;
    this.kpis = kpis;
  }

  void run() throws SQLException {
    String jdbcUrl = Databases.POSTGRESQL.fresh().orElseThrow();
    HostOptions options =
        HostOptions.fresh("bench-kpis")
            .database(Optional.of(jdbcUrl))
            .temper(Temper.KIND)
            .importing(
                new ImportFile().people().project("ANY", "Any", List.of()).write("bench-kpis"));
    try (RunningHost host = RunningHost.start(options);
        Floor floor = new Floor(jdbcUrl)) {
      Session member = host.as("member");
      lead = host.as("lead");
      anyone = host.anonymous();
      member.get(REST + "units").json(200);
      LocalDate today = LocalDate.now();
      Company company = Company.in(jdbcUrl, today);
      company.hire(2);
      long unit = company.firstTeam();
      KpiYears years = new KpiYears(new Sql(jdbcUrl), today, DAYS, unit, unit + 1);
      years.growTo(FEW);
      Board few = board(member, floor, unit, years, FIRST_WARM_UP);
      years.growTo(kpis);
      Board many = board(member, floor, unit, years, WARM_UP);
      report.count("statements of the board do not grow", many.statements(), few.statements());
      report.ratio(
          "board, many ÷ few KPIs", (double) many.own().toNanos() / few.own().toNanos(), UNCHANGED);
    }
  }

  /**
   * What a board took.
   *
   * @param own the median of warm requests less that of an empty page
   */
  private record Board(Duration own, long statements) {}

  private Board board(Session who, Floor floor, long unit, KpiYears years, int warmUp) {
    String path = REST + "kpis?unit=" + unit;
    report.heading(years.size() + " KPIs of " + DAYS + " days");
    Answer answer = who.get(path);
    require(answer.json(200).path("kpis").size());
    List<Duration> medians =
        Median.of(
            warmUp,
            requests,
            List.of(() -> who.get(EMPTY_PAGE), () -> who.get(path), () -> floor.board(unit)));
    Duration own = medians.get(1).minus(medians.get(0));
    Duration least = medians.get(2);
    report.times("board of 12 KPIs", medians.get(1), medians.get(0), least, answer.body().length());
    report.count("board, statements", answer.statements(), STATEMENTS);
    report.ratio("board ÷ its floor", (double) own.toNanos() / least.toNanos(), OVER_FLOOR);
    pushes(answer.json(200).at("/kpis/0/id").asLong(), path);
    return new Board(own, answer.statements());
  }

  /** Each pushed value is to be told with its status at once, and to be on the board after that. */
  private void pushes(long kpi, String board) {
    String tokens = REST + "kpis/" + kpi + "/tokens";
    JsonNode token = lead.post(tokens, Map.of("name", "Bench")).json(201);
    long untold = 0;
    long[] nanos = new long[PUSHES];
    for (int i = 0; i < PUSHES; i++) {
      boolean isBad = i % 2 == 0;
      long begun = System.nanoTime();
      JsonNode told = push(kpi, token.path("secret").asText(), isBad ? 1 + i : 60 + i);
      nanos[i] = System.nanoTime() - begun;
      JsonNode shown = lead.get(board).json(200).at("/kpis/0/standing/period");
      String status = isBad ? "RED" : "GREEN";
      boolean isTold = told.path("status").asText().equals(status);
      boolean isShown = shown.path("value").asLong() == (isBad ? 1 + i : 60 + i);
      untold += isTold && isShown ? 0 : 1;
    }
    Arrays.sort(nanos);
    report.times(
        "a pushed value, with its status in the answer",
        Duration.ofNanos(nanos[PUSHES / 2]),
        Duration.ZERO,
        Duration.ZERO);
    report.count("pushed values whose status was not in the answer", untold, 0);
    lead.delete(tokens + "/" + token.path("id").asLong());
  }

  private JsonNode push(long kpi, String secret, int value) {
    return anyone
        .raw(
            "POST",
            REST + "push/" + kpi,
            "{\"on\":\"" + LocalDate.now() + "\",\"value\":" + value + "}",
            Map.of("Content-Type", "application/json", "X-Bearings-Push-Token", secret))
        .json(200);
  }

  private static void require(int shown) {
    if (shown != KpiYears.BOARD) {
      throw new IllegalStateException("The board shows " + shown + " KPIs");
    }
  }
}
