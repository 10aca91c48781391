package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.ImportFile.Work;
import io.bearings.systemtests.harness.Measurements;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.Test;

/** Stored figures that were spoiled are rebuilt, also when the node is killed half-way. */
public class RebuildIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Together more than twice as many contributions as are counted in one transaction. */
  private static final int KEY_RESULTS = 17;

  private static final int ISSUES = 2_500;

  private static final String CONTRIBUTION = "\"AO_70B32F_CONTRIBUTION\"";

  @Test
  public void aRebuildThatIsKilledHalfWayGoesOnWhereItWas() throws Exception {
    String jdbcUrl = Databases.POSTGRESQL.fresh().orElseThrow();
    HostOptions options =
        HostOptions.fresh("rebuild").database(Optional.of(jdbcUrl)).importing(world());
    List<Long> ids;
    List<JsonNode> before;
    String started;
    int counted;
    try (RunningHost first = RunningHost.start(options);
        Connection somebodyElse = DriverManager.getConnection(jdbcUrl)) {
      Okrs lead = new Okrs(first.as("lead"));
      Okrs admin = new Okrs(first.as("admin"));
      ids = linked(lead);
      before = figures(lead, ids);
      assertThat(before).allMatch(each -> each.path("issues").asInt() == ISSUES);
      onlyAdministratorsRebuild(first);

      execute(jdbcUrl, "delete from " + CONTRIBUTION, "delete from \"AO_70B32F_FIGURE\"");
      assertThat(lead.keyResult(ids.get(0)).path("issues").asInt()).isZero();
      // Whoever counts a key result waits until nobody else changes it.
      hold(somebodyElse, ids.get(KEY_RESULTS - 1));
      started = admin.post("upkeep/rebuild", Map.of()).json(200).at("/rebuild/started").asText();
      await(() -> rebuild(admin).path("counted").asInt() == KEY_RESULTS - 1);
      counted = rebuild(admin).path("counted").asInt();
      assertThat(rebuild(admin).path("state").asText()).isEqualTo("RUNNING");
      first.kill();
      somebodyElse.rollback();
    }
    assertThat(contributions(jdbcUrl, ids.get(0))).isEqualTo(ISSUES);
    assertThat(contributions(jdbcUrl, ids.get(KEY_RESULTS - 1))).isZero();
    // What was counted before the kill is not counted again: who spoils it now finds it spoiled.
    execute(jdbcUrl, "delete from " + CONTRIBUTION + " where \"KEY_RESULT_ID\" = " + ids.get(0));

    try (RunningHost second = RunningHost.start(options)) {
      Okrs admin = new Okrs(second.as("admin"));
      Instant begun = Instant.now();
      await(() -> rebuild(admin).path("counted").asInt() != counted || isDone(admin));
      assertThat(rebuild(admin).path("counted").asInt()).isEqualTo(KEY_RESULTS);
      await(() -> isDone(admin));
      Measurements.note("rebuild goes on after a kill", Duration.between(begun, Instant.now()));
      assertThat(rebuild(admin).path("started").asText()).isEqualTo(started);
      assertThat(rebuild(admin).path("total").asInt()).isEqualTo(KEY_RESULTS);
      assertThat(contributions(jdbcUrl, ids.get(0))).isZero();
      for (long id : ids.subList(1, KEY_RESULTS)) {
        assertThat(contributions(jdbcUrl, id)).as("KR-" + id).isEqualTo(ISSUES);
      }

      admin.post("upkeep/rebuild", Map.of()).json(200);
      await(() -> isDone(admin) && !rebuild(admin).path("started").asText().equals(started));
      assertThat(figures(new Okrs(second.as("lead")), ids)).isEqualTo(before);
    }
  }

  private static Path world() {
    return new ImportFile()
        .people()
        .project(
            "HALF",
            "Counted twice",
            IntStream.rangeClosed(1, ISSUES).mapToObj(RebuildIT::issue)::iterator)
        .write("rebuild");
  }

  private static Work issue(int number) {
    return number % 2 == 0
        ? new Work(
            "Half " + number,
            "Done",
            Optional.of("Done"),
            Optional.of(number % 13),
            Optional.empty())
        : Work.open("Half " + number);
  }

  /** Key results that all find all issues by a query. */
  private static List<Long> linked(Okrs lead) {
    String[] titles =
        IntStream.rangeClosed(1, KEY_RESULTS).mapToObj(n -> "Result " + n).toArray(String[]::new);
    JsonNode objective = lead.objective("HALF", "Rebuilt", titles);
    List<Long> ids =
        IntStream.range(0, KEY_RESULTS)
            .mapToObj(place -> Okrs.keyResultId(objective, place))
            .sorted()
            .toList();
    for (long id : ids) {
      lead.post("key-results/" + id + "/work", Map.of("kind", "JQL", "query", "project = HALF"))
          .json(200);
    }
    return ids;
  }

  private static List<JsonNode> figures(Okrs lead, List<Long> ids) {
    return ids.stream()
        .map(lead::keyResult)
        .map(
            each ->
                (JsonNode)
                    ((ObjectNode) each)
                        .retain("issues", "toDo", "inProgress", "done", "ratio", "score"))
        .toList();
  }

  private static void onlyAdministratorsRebuild(RunningHost host) {
    Okrs lead = new Okrs(host.as("lead"));
    assertThat(lead.get("upkeep").status()).isEqualTo(403);
    assertThat(lead.post("upkeep/rebuild", Map.of()).status()).isEqualTo(403);
    assertThat(
            host.as("admin")
                .raw("POST", "/rest/bearings/1.0/upkeep/rebuild", "", Map.of())
                .status())
        .as("without a token")
        .isEqualTo(403);
  }

  private static JsonNode rebuild(Okrs admin) {
    return admin.get("upkeep").json(200).path("rebuild");
  }

  private static boolean isDone(Okrs admin) {
    return rebuild(admin).path("state").asText().equals("DONE");
  }

  private static void await(BooleanSupplier hope) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!hope.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }
    assertThat(hope.getAsBoolean()).isTrue();
  }

  /** Changes a key result and neither commits nor takes it back. */
  private static void hold(Connection connection, long keyResultId) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "select * from \"AO_70B32F_KEY_RESULT\" where \"ID\" = " + keyResultId + " for update");
    }
  }

  private static void execute(String jdbcUrl, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static int contributions(String jdbcUrl, long keyResultId) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from "
                    + CONTRIBUTION
                    + " where \"KEY_RESULT_ID\" = "
                    + keyResultId)) {
      row.next();
      return row.getInt(1);
    }
  }
}
