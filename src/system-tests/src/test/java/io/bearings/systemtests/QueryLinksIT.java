package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.SharedHosts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * A key result that is linked to what a query finds follows it: issues come and go with what they
 * are, in a host whose search index is at once up to date and in one whose index lags behind. The
 * work of past days is there from the first moment. Nothing tells of issues that the author of a
 * query may not browse.
 */
@RunWith(Parameterized.class)
public class QueryLinksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final String QUERY = "project = SEEN AND status = Done ORDER BY key";

  private final RunningHost host;

  public QueryLinksIT(Cell cell) {
    host = SharedHosts.of(cell);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void aKeyResultFollowsWhatAQueryFinds() {
    Okrs lead = new Okrs(host.as("lead"));
    JsonNode objective = lead.objective("FLOW", "Followed as a query finds it", "What is done");
    long keyResult = Okrs.keyResultId(objective, 0);
    String work = work(keyResult);

    JsonNode refused = lead.post(work, Map.of("query", "projekt = SEEN")).json(400);
    assertThat(refused.path("errors").path("query").asText()).contains("projekt");
    assertThat(lead.post(work, Map.of("query", "key in issuesOfUnit(\"Team\")")).status())
        .isEqualTo(400);
    long link = lead.post(work, Map.of("query", QUERY)).json(200).path("id").asLong();
    int before = issues(lead, keyResult);

    transition(lead.session(), "SEEN-2");
    expect(lead, keyResult, before + 1);
    JsonNode days = lead.get("key-results/" + keyResult + "/timeline").json(200).path("days");
    assertThat(days.path(days.size() - 1).path("issues").asInt()).isEqualTo(before + 1);

    assertThat(lead.delete(work + "/" + link).status()).isEqualTo(204);
    expect(lead, keyResult, 0);
    assertThat(lead.post(work + "/" + link + "/restore", Map.of()).status()).isEqualTo(204);
    expect(lead, keyResult, before + 1);
  }

  @Test
  public void aQueryFindsNothingThatItsAuthorMayNotBrowse() {
    Okrs member = new Okrs(host.as("member"));
    Okrs lead = new Okrs(host.as("lead"));
    long ofMember =
        Okrs.keyResultId(member.objective("FLOW", "Asked by a member", "What they see"), 0);
    long ofLead = Okrs.keyResultId(lead.objective("FLOW", "Asked by the lead", "All of it"), 0);
    String query = "summary ~ Secret AND status = Done";

    transition(lead.session(), "SECRET-2");
    assertThat(found(lead, ofLead, "summary ~ Secret")).isEqualTo(3);
    assertThat(found(member, ofMember, "summary ~ Secret")).isZero();
    assertThat(member.post(work(ofMember), Map.of("query", query)).status()).isEqualTo(200);
    assertThat(lead.post(work(ofLead), Map.of("query", query)).status()).isEqualTo(200);
    expect(lead, ofLead, 1);

    // The query of the member is older, so it was asked before the answer to the lead's is there.
    transition(lead.session(), "SECRET-3");
    expect(lead, ofLead, 2);
    assertThat(issues(member, ofMember)).isZero();
    assertThat(issues(lead, ofMember)).isZero();
    assertThat(member.get(work(ofMember)).json(200).at("/links/0/problem").isNull()).isTrue();
  }

  private static int found(Okrs who, long keyResult, String query) {
    JsonNode preview =
        who.get(
                work(keyResult)
                    + "/preview?query="
                    + URLEncoder.encode(query, StandardCharsets.UTF_8))
            .json(200);
    assertThat(preview.path("issues").size()).isEqualTo(preview.path("total").asInt());
    return preview.path("total").asInt();
  }

  private static String work(long keyResult) {
    return "key-results/" + keyResult + "/work";
  }

  private static void transition(Session session, String issue) {
    assertThat(
            session
                .post(
                    "/rest/api/2/issue/" + issue + "/transitions",
                    Map.of(
                        "transition",
                        Map.of("id", "51"),
                        "fields",
                        Map.of("resolution", Map.of("id", "10000"))))
                .status())
        .isEqualTo(204);
  }

  /** What the key result comes to within seconds. */
  private static void expect(Okrs okrs, long keyResult, int expected) {
    Instant end = Instant.now().plus(PATIENCE);
    while (issues(okrs, keyResult) != expected && Instant.now().isBefore(end)) {
      pause();
    }
    assertThat(issues(okrs, keyResult)).isEqualTo(expected);
  }

  private static int issues(Okrs okrs, long keyResult) {
    return okrs.keyResult(keyResult).path("issues").asInt();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
