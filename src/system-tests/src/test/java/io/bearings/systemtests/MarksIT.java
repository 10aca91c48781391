package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.SharedHosts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * What linked work tells of a key result appears and vanishes with the work: nobody has begun, the
 * work is done and the number stands still, the same work counts twice. A check-in opens with what
 * happened, and names no issue to somebody who may not browse it.
 */
@RunWith(Parameterized.class)
public class MarksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final String NOT_BEGUN = "DIRECTION_WITHOUT_EXECUTION";
  private static final String NO_OUTCOME = "OUTPUT_WITHOUT_OUTCOME";
  private static final int START = 11;
  private static final int DONE = 51;
  private static final int REOPEN = 71;

  private final RunningHost host;

  public MarksIT(Cell cell) {
    host = SharedHosts.of(cell);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void marksComeAndGoWithTheWork() {
    Okrs lead = new Okrs(host.as("lead"));
    Organisation organisation = new Organisation(new Okrs(host.as("admin")));
    long team = organisation.team("Marked", "lead");
    long cycle = organisation.cycle(team, "Now");
    List<Long> keyResults = imported(lead, team, cycle);
    long first = keyResults.get(0);
    long second = keyResults.get(1);
    expect(lead, first, NOT_BEGUN, true);

    lead.attach(first, List.of("MARK-1", "MARK-2")).json(200);
    expect(lead, first, NOT_BEGUN, true);
    take(lead.session(), "MARK-1", START);
    expect(lead, first, NOT_BEGUN, false);
    expect(lead, first, NO_OUTCOME, false);

    take(lead.session(), "MARK-1", DONE);
    take(lead.session(), "MARK-2", DONE);
    expect(lead, first, NO_OUTCOME, true);
    take(lead.session(), "MARK-2", REOPEN);
    expect(lead, first, NO_OUTCOME, false);

    JsonNode opening = openingWith(lead, first, "DONE MARK-1");
    assertThat(happenings(opening)).contains("DONE MARK-1").doesNotContain("DONE MARK-2");
    assertThat(happenings(opening)).contains("ADDED MARK-1", "ADDED MARK-2");
    JsonNode seen = opening(new Okrs(host.as("member")), first);
    assertThat(seen.path("happenings")).isEmpty();
    assertThat(seen.path("hidden").asInt()).isPositive();
    assertThat(seen.toString()).doesNotContain("MARK-");

    assertThat(doubles(lead, first)).isEmpty();
    lead.attach(second, List.of("MARK-1")).json(200);
    JsonNode twice = doubles(lead, first).path(0);
    assertThat(twice.path("relation").asText()).isEqualTo("SIBLING");
    assertThat(twice.path("key").asText()).isEqualTo("KR-" + second);
    assertThat(twice.at("/named/0/key").asText()).isEqualTo("MARK-1");
    assertThat(lead.get("coach/units/" + team + "?cycle=" + cycle).json(200).path("doubles"))
        .hasSize(1);

    JsonNode forecast = lead.get("key-results/" + second + "/work-forecast").json(200);
    assertThat(forecast.path("why").asText()).isIn("REACHED", "TOO_FEW_WEEKS");
  }

  /** A key result by hand that was published some weeks ago, and one that issues feed. */
  private static List<Long> imported(Okrs lead, long team, long cycle) {
    String then = LocalDate.now().minusDays(35).toString();
    String owner = lead.session().get("/rest/api/2/myself").json(200).path("key").asText();
    String file =
        "type,title,why,owner,source,baseline,target,state,activated,confidence,value,on\n"
            + "OBJECTIVE,Calm nights,Whoever is on call sleeps,"
            + owner
            + ",,,,ACTIVE,"
            + then
            + ",6,,\n"
            + "KEY_RESULT,Alarms a night,,"
            + owner
            + ",MANUAL,40,10,,,,,\n"
            + "CHECK_IN,,,,,,,,,6,39,"
            + LocalDate.now()
            + "\n"
            + "KEY_RESULT,Rules rewritten,,"
            + owner
            + ",ISSUES,,,,,,,\n";
    JsonNode report =
        lead.session()
            .raw(
                "POST",
                "/rest/bearings/1.0/import?unit=" + team + "&cycle=" + cycle + "&dryRun=false",
                file,
                Map.of("Content-Type", "text/csv", "X-Atlassian-Token", "no-check"))
            .json(200);
    assertThat(report.path("wrong").asInt()).as(report.toString()).isZero();
    List<Long> ids = new ArrayList<>();
    lead.get("workspace?unit=" + team + "&cycle=" + cycle)
        .json(200)
        .at("/objectives/0/keyResults")
        .forEach(each -> ids.add(each.path("id").asLong()));
    assertThat(ids).hasSize(2);
    return ids;
  }

  private static void take(Session session, String issue, int transition) {
    Map<String, Object> step = Map.of("transition", Map.of("id", String.valueOf(transition)));
    Map<String, Object> body =
        transition == DONE
            ? Map.of(
                "transition",
                step.get("transition"),
                "fields",
                Map.of("resolution", Map.of("id", "10000")))
            : step;
    assertThat(session.post("/rest/api/2/issue/" + issue + "/transitions", body).status())
        .isEqualTo(204);
  }

  /** The past of an issue follows its event by a second or two. */
  private static JsonNode openingWith(Okrs who, long keyResult, String happening) {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode opening = opening(who, keyResult);
    while (!happenings(opening).contains(happening) && Instant.now().isBefore(end)) {
      pause();
      opening = opening(who, keyResult);
    }
    return opening;
  }

  private static JsonNode opening(Okrs who, long keyResult) {
    return who.get("key-results/" + keyResult + "/check-ins/opening").json(200);
  }

  private static List<String> happenings(JsonNode opening) {
    List<String> all = new ArrayList<>();
    opening
        .path("happenings")
        .forEach(
            each -> all.add(each.path("kind").asText() + " " + each.path("issueKey").asText()));
    return all;
  }

  private static JsonNode doubles(Okrs who, long keyResult) {
    return who.get("key-results/" + keyResult + "/double-counts").json(200).path("doubles");
  }

  /** Within seconds a key result has a mark, or no longer. */
  private static void expect(Okrs okrs, long keyResult, String mark, boolean marked) {
    Instant end = Instant.now().plus(PATIENCE);
    while (marks(okrs, keyResult).contains(mark) != marked && Instant.now().isBefore(end)) {
      pause();
    }
    assertThat(marks(okrs, keyResult).contains(mark)).as(mark).isEqualTo(marked);
  }

  private static List<String> marks(Okrs okrs, long keyResult) {
    JsonNode found = okrs.keyResult(keyResult);
    List<String> all = new ArrayList<>(List.of(found.path("status").asText()));
    found.path("flags").forEach(each -> all.add(each.asText()));
    return all;
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
