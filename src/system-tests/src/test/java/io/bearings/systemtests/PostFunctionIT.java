package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.SharedHosts;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * An administrator lets a transition attach issues to a key result. Whoever may, attaches by it;
 * for everybody else the transition is what it was before.
 */
@RunWith(Parameterized.class)
public class PostFunctionIT {
  private static final String PAGE = "/secure/admin/workflows/ListWorkflows.jspa";
  private static final String FUNCTION = "io.bearings:link-to-key-result";

  /** Send to review: no other test takes it. */
  private static final int REVIEW = 31;

  private static final Pattern SET_UP = Pattern.compile("data-function=\"(\\d+)\"");

  private final RunningHost host;

  public PostFunctionIT(Cell cell) {
    host = SharedHosts.of(cell);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void aTransitionAttachesForThoseWhoMayAndFailsForNobody() {
    Okrs lead = new Okrs(host.as("lead"));
    Session member = host.as("member");
    long open = Okrs.keyResultId(lead.objective("FLOW", "Open to members", "Reviewed work"), 0);
    long closed = Okrs.keyResultId(lead.objective("SECRET", "Closed", "Nobody else"), 0);
    Session admin = host.as("admin");

    setUp(admin, " kr-" + open + " ");
    String page = admin.get(PAGE).body();
    assertThat(page).contains("The issue will be attached", "KR-" + open, "Reviewed work");
    assertThat(admin.get(PAGE + "?id=" + setUpId(page)).body())
        .contains("name=\"keyResult\" value=\"KR-" + open + "\"");
    try {
      review(member, "FLOW-1");
      assertThat(lead.keyResult(open).path("issues").asInt()).isEqualTo(1);
      assertThat(lead.keyResult(open).path("inProgress").asInt()).isEqualTo(1);
      back(member, "FLOW-1");
      again(member, "FLOW-1");
      assertThat(lead.keyResult(open).path("issues").asInt()).as("once").isEqualTo(1);

      change(admin, "KR-" + closed);
      review(member, "FLOW-2");
      assertThat(lead.keyResult(closed).path("issues").asInt()).as("not the member's").isZero();
      review(host.as("lead"), "FLOW-3");
      assertThat(lead.keyResult(closed).path("issues").asInt()).isEqualTo(1);

      change(admin, "KR-<b>");
      assertThat(admin.get(PAGE).body())
          .contains("Nothing will be attached:", "KR-&lt;B&gt; does not exist");
      review(member, "FLOW-4");
    } finally {
      form(admin, Map.of("command", "delete", "id", setUpId(admin.get(PAGE).body())));
    }
    assertThat(admin.get(PAGE).body()).doesNotContain("data-function");
  }

  private static void setUp(Session admin, String keyResult) {
    assertThat(
            admin
                .get(PAGE + "?workflow=10000&transition=" + REVIEW + "&function=" + FUNCTION)
                .body())
        .contains("Link to a key result", "name=\"keyResult\"");
    form(
        admin,
        Map.of(
            "command",
            "add",
            "workflow",
            "10000",
            "transition",
            String.valueOf(REVIEW),
            "function",
            FUNCTION,
            "keyResult",
            keyResult));
  }

  private static void change(Session admin, String keyResult) {
    form(
        admin,
        Map.of("command", "edit", "id", setUpId(admin.get(PAGE).body()), "keyResult", keyResult));
  }

  private static void form(Session admin, Map<String, String> fields) {
    assertThat(admin.formOf(PAGE, PAGE, fields).status()).isEqualTo(200);
  }

  private static String setUpId(String page) {
    Matcher id = SET_UP.matcher(page);
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private static void review(Session person, String issue) {
    take(person, issue, 11);
    again(person, issue);
  }

  private static void again(Session person, String issue) {
    take(person, issue, REVIEW);
    JsonNode status = person.get("/rest/api/2/issue/" + issue).json(200).at("/fields/status/name");
    assertThat(status.asText()).isEqualTo("In Review");
  }

  private static void back(Session person, String issue) {
    take(person, issue, 41);
  }

  private static void take(Session person, String issue, int transition) {
    Map<String, Object> body = Map.of("transition", Map.of("id", String.valueOf(transition)));
    assertThat(person.post("/rest/api/2/issue/" + issue + "/transitions", body).status())
        .isEqualTo(204);
  }
}
