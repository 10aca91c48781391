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
      PageCost few = board(member, floor, unit, years, FIRST_WARM_UP);
      years.growTo(kpis);
      PageCost many = board(member, floor, unit, years, WARM_UP);
      report.count("statements of the board do not grow", many.statements(), few.statements());
      report.ratio("board, many ÷ few KPIs", many.growthFrom(few), UNCHANGED);
    }
  }

  private PageCost board(Session who, Floor floor, long unit, KpiYears years, int warmUp) {
    String path = REST + "kpis?unit=" + unit;
    report.heading(years.size() + " KPIs of " + DAYS + " days");
    Answer answer = who.get(path);
    require(answer.json(200).path("kpis").size());
    PageCost cost =
        PageCost.of(
            "board of 12 KPIs", who, path, () -> floor.board(unit), warmUp, requests, report);
    report.count("board, statements", cost.statements(), STATEMENTS);
    report.ratio("board ÷ its floor", cost.overFloor(), OVER_FLOOR);
    pushes(answer.json(200).at("/kpis/0/id").asLong());
    return cost;
  }

  /** Each pushed value is to be told with its status at once, and whoever looks then sees both. */
  private void pushes(long kpi) {
    String tokens = REST + "kpis/" + kpi + "/tokens";
    LocalDate day = LocalDate.now().minusDays(1);
    String series = REST + "kpis/" + kpi + "/series?from=" + day + "&to=" + day;
    JsonNode token = lead.post(tokens, Map.of("name", "Bench")).json(201);
    long untold = 0;
    long[] nanos = new long[PUSHES];
    for (int i = 0; i < PUSHES; i++) {
      int value = i % 2 == 0 ? 1 + i : 60 + i;
      String status = i % 2 == 0 ? "RED" : "GREEN";
      long begun = System.nanoTime();
      JsonNode told = push(kpi, token.path("secret").asText(), day, value);
      nanos[i] = System.nanoTime() - begun;
      JsonNode shown = lead.get(series).json(200).at("/periods/0");
      boolean isTold =
          told.path("status").asText().equals(status) && is(told.path("period"), value);
      boolean isShown = shown.path("status").asText().equals(status) && is(shown, value);
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

  private static boolean is(JsonNode period, int value) {
    return period.path("value").asInt(-1) == value;
  }

  private JsonNode push(long kpi, String secret, LocalDate day, int value) {
    return anyone
        .raw(
            "POST",
            REST + "push/" + kpi,
            "{\"on\":\"" + day + "\",\"value\":" + value + "}",
            Map.of("Content-Type", "application/json", "X-Bearings-Push-Token", secret))
        .json(200);
  }

  private static void require(int shown) {
    if (shown != KpiYears.BOARD) {
      throw new IllegalStateException("The board shows " + shown + " KPIs");
    }
  }
}
