package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.SharedHosts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * A key result follows its issues when many of them change at once, when one moves to another
 * project and gets another key, and when a project goes with all its issues. Words and hours on an
 * issue change nothing.
 */
@RunWith(Parameterized.class)
public class ChangesInBulkIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RunningHost host;

  public ChangesInBulkIT(Cell cell) {
    host = SharedHosts.of(cell);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void aKeyResultFollowsItsIssues() {
    Okrs lead = new Okrs(host.as("lead"));
    JsonNode objective = lead.objective("FLOW", "Followed wherever it goes", "Four pieces");
    long keyResult = Okrs.keyResultId(objective, 0);
    lead.attach(keyResult, List.of("GONE-1", "GONE-2", "GONE-3", "GONE-4")).json(200);
    Session session = lead.session();

    String issue = "/rest/api/2/issue/GONE-1";
    assertThat(session.post(issue + "/comment", Map.of("body", "A word")).status()).isEqualTo(201);
    assertThat(session.post(issue + "/worklog", Map.of("timeSpent", "2h")).status()).isEqualTo(201);
    expect(lead, keyResult, 4, 0);

    bulk(session, "GONE-1", Map.of("operation", "transition", "value", "51"));
    bulk(session, "GONE-2", Map.of("operation", "transition", "value", "51"));
    expect(lead, keyResult, 4, 2);

    String id = session.get(issue).json(200).path("id").asText();
    assertThat(
            session
                .formOf("/browse/GONE-1", "/secure/MoveIssue.jspa", Map.of("id", id, "pid", "FLOW"))
                .status())
        .isEqualTo(200);
    String moved = session.get("/rest/api/2/issue/" + id).json(200).path("key").asText();
    assertThat(moved).startsWith("FLOW-");
    assertThat(session.get(issue).json(200).path("key").asText()).isEqualTo(moved);
    expect(lead, keyResult, 4, 2);

    String site = "/secure/admin/ViewStatuses.jspa";
    Map<String, String> deletion = Map.of("command", "delete-project", "key", "GONE");
    assertThat(host.as("admin").formOf(site, site, deletion).status()).isEqualTo(200);
    assertThat(session.get("/rest/api/2/issue/GONE-2").status()).isEqualTo(404);
    expect(lead, keyResult, 1, 1);
  }

  private static void bulk(Session session, String key, Map<String, String> operation) {
    String id = session.get("/rest/api/2/issue/" + key).json(200).path("id").asText();
    Map<String, String> fields = new HashMap<>(operation);
    fields.put("issue", id);
    fields.put("jql", "");
    assertThat(session.formOf("/issues/?jql=", "/issues/", fields).body()).contains("1 changed.");
  }

  /** What the key result comes to within seconds. */
  private static void expect(Okrs okrs, long keyResult, int issues, int done) {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode seen = okrs.keyResult(keyResult);
    while (!fits(seen, issues, done) && Instant.now().isBefore(end)) {
      seen = okrs.keyResult(keyResult);
    }
    assertThat(fits(seen, issues, done)).as("%s issues, %s done: %s", issues, done, seen).isTrue();
  }

  private static boolean fits(JsonNode keyResult, int issues, int done) {
    return keyResult.path("issues").asInt() == issues && keyResult.path("done").asInt() == done;
  }
}
