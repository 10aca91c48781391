package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Databases;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** Stored figures that were spoiled are rebuilt, also when the node is killed meanwhile. */
public class RebuildIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  public void aRebuildThatIsKilledGoesOnAndMakesEverythingRight() throws Exception {
    String jdbcUrl = Databases.POSTGRESQL.fresh().orElseThrow();
    HostOptions options = HostOptions.fresh("rebuild").database(Optional.of(jdbcUrl)).demo();
    JsonNode before;
    long keyResult;
    String started;
    try (RunningHost first = RunningHost.start(options)) {
      Okrs lead = new Okrs(first.as("lead"));
      keyResult = Okrs.keyResultId(lead.objective("DEMO", "Rebuilt", "First"), 0);
      assertThat(lead.attach(keyResult, List.of("DEMO-1", "DEMO-6")).status()).isEqualTo(200);
      before = lead.keyResult(keyResult);
      assertThat(before.path("issues").asInt()).isEqualTo(2);

      assertThat(lead.get("upkeep").status()).as("for administrators only").isEqualTo(403);
      assertThat(lead.post("upkeep/rebuild", Map.of()).status()).isEqualTo(403);
      assertThat(
              first
                  .as("admin")
                  .raw("POST", "/rest/bearings/1.0/upkeep/rebuild", "", Map.of())
                  .status())
          .as("without a token")
          .isEqualTo(403);

      spoil(jdbcUrl);
      assertThat(lead.keyResult(keyResult).path("issues").asInt()).isZero();
      started =
          new Okrs(first.as("admin"))
              .post("upkeep/rebuild", Map.of())
              .json(200)
              .path("rebuild")
              .path("started")
              .asText();
      first.kill();
    }
    try (RunningHost second = RunningHost.start(options)) {
      Okrs admin = new Okrs(second.as("admin"));
      Instant end = Instant.now().plus(PATIENCE);
      while (!rebuild(admin).path("state").asText().equals("DONE") && Instant.now().isBefore(end)) {
        Thread.sleep(200);
      }
      JsonNode rebuild = rebuild(admin);
      assertThat(rebuild.path("state").asText()).isEqualTo("DONE");
      assertThat(rebuild.path("started").asText()).isEqualTo(started);
      assertThat(rebuild.path("counted").asInt()).isEqualTo(rebuild.path("total").asInt());
      JsonNode after = new Okrs(second.as("lead")).keyResult(keyResult);
      for (String figure : List.of("issues", "toDo", "inProgress", "done", "score")) {
        assertThat(after.path(figure)).as(figure).isEqualTo(before.path(figure));
      }
    }
  }

  private static JsonNode rebuild(Okrs admin) {
    return admin.get("upkeep").json(200).path("rebuild");
  }

  private static void spoil(String jdbcUrl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      statement.execute("delete from \"AO_70B32F_CONTRIBUTION\"");
      statement.execute("delete from \"AO_70B32F_FIGURE\"");
    }
  }
}
