package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.World;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Jira's search finds issues by what they serve, for whoever may read that. */
@RunWith(Parameterized.class)
public class JqlFunctionsIT {
  private final RunningHost host;

  public JqlFunctionsIT(Cell cell) {
    host = SharedHosts.of(cell);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void findsIssuesByWhatTheyServeAndTellsOthersNothing() {
    Okrs lead = new Okrs(host.as("lead"));
    Okrs member = new Okrs(host.as("member"));
    JsonNode open = lead.objective("FIND", "Found by everybody", "First", "Second");
    String first = "KR-" + Okrs.keyResultId(open, 0);
    lead.attach(Okrs.keyResultId(open, 0), List.of("FIND-1", "FIND-2", "SECRET-1")).json(200);
    lead.attach(Okrs.keyResultId(open, 1), List.of("FIND-2", "FIND-3")).json(200);
    JsonNode hidden = hidden(lead);
    lead.attach(Okrs.keyResultId(hidden, 0), List.of("FIND-4")).json(200);
    String unit = open.at("/unit/name").asText();

    assertThat(found(member, "issue in issuesOfKeyResult(\"%s\") order by key".formatted(first)))
        .as("SECRET-1 is not for the member to see")
        .containsExactly("FIND-1", "FIND-2");
    assertThat(found(lead, "key in issuesofkeyresult(%s) order by key".formatted(first)))
        .containsExactly("FIND-1", "FIND-2", "SECRET-1");
    assertThat(found(member, ofObjective(open))).containsExactly("FIND-1", "FIND-2", "FIND-3");
    assertThat(found(member, "issue in issuesOfUnit(\"%s\") order by key".formatted(unit)))
        .containsExactly("FIND-1", "FIND-2", "FIND-3");
    assertThat(found(lead, "issue in issuesOfUnit(%s) order by key".formatted(open.at("/unit/id"))))
        .containsExactly("FIND-1", "FIND-2", "FIND-3", "FIND-4", "SECRET-1");
    String without =
        "project = FIND and issue not in issuesWithObjective(\"FIND\") order by key asc";
    assertThat(found(member, without))
        .containsExactly("FIND-4", "FIND-5", "FIND-6", "FIND-7", "FIND-8");
    assertThat(found(lead, without)).containsExactly("FIND-5", "FIND-6", "FIND-7", "FIND-8");

    String concealed = hidden.path("key").asText();
    assertThat(found(lead, ofObjective(hidden))).containsExactly("FIND-4");
    assertThat(refused(member, "issue in issuesOfObjective(%s)".formatted(concealed)))
        .isEqualTo(
            refused(member, "issue in issuesOfObjective(O-99999)").replace("O-99999", concealed))
        .contains("does not exist, or you may not see it");
    assertThat(refused(member, "issue in issuesWithObjective(SECRET)"))
        .isEqualTo(
            refused(member, "issue in issuesWithObjective(NOWHERE)").replace("NOWHERE", "SECRET"));
    assertThat(
            refused(new Okrs(host.as("stranger")), "issue in issuesOfUnit(\"%s\")".formatted(unit)))
        .contains("does not exist, or you may not see it");
  }

  @Test
  public void saysWhatIsWrong() {
    Okrs lead = new Okrs(host.as("lead"));
    assertThat(refused(lead, "issue in issuesOfKeyResult()")).contains("'1'", "'0'");
    assertThat(refused(lead, "issue in issuesOfKeyResult(KR-1, KR-2)")).contains("'2'");
    assertThat(refused(lead, "issue = issuesOfKeyResult(KR-1)")).contains("'='");
    assertThat(refused(lead, "issue in issuesOfKeyResult(\"<b>'\")"))
        .contains("<b>' does not exist");
  }

  @Test
  public void overTheSitesLimitTheFunctionRefusesAndNamesIt() {
    Okrs lead = new Okrs(host.as("lead"));
    JsonNode objective = lead.objective("BIG", "More than two", "Three");
    lead.attach(Okrs.keyResultId(objective, 0), World.big(2_901, 2_903)).json(200);
    String query = "project = BIG and " + ofObjective(objective);
    assertThat(found(lead, query)).hasSize(3);
    limit(2);
    try {
      assertThat(refused(lead, query)).contains("more than 2 issues");
    } finally {
      limit(10_000);
    }
    assertThat(found(lead, query)).hasSize(3);
  }

  private void limit(int most) {
    Okrs admin = new Okrs(host.as("admin"));
    ObjectNode settings = (ObjectNode) admin.get("settings").json(200);
    settings.remove("choices");
    settings.put("functionLimit", most);
    admin.put("settings", settings.toString()).json(200);
  }

  @Test
  public void aSearchCostsTheSameForNineHundredIssuesAsForFive() {
    Okrs lead = new Okrs(host.as("lead"));
    JsonNode objective = lead.objective("BIG", "Found at one go", "Few", "Many");
    long few = Okrs.keyResultId(objective, 0);
    long many = Okrs.keyResultId(objective, 1);
    lead.attach(few, World.big(3_001, 3_005)).json(200);
    lead.attach(many, World.big(3_001, 3_900)).json(200);
    String query = "issue in issuesOfKeyResult(KR-%s)";
    search(lead, query.formatted(few));

    Answer ofFew = search(lead, query.formatted(few));
    Answer ofMany = search(lead, query.formatted(many));
    assertThat(ofMany.json(200).path("total").asInt()).isEqualTo(900);
    assertThat(ofMany.statements()).isEqualTo(ofFew.statements()).isLessThanOrEqualTo(16);
  }

  private static JsonNode hidden(Okrs lead) {
    Map<String, Object> objective =
        Map.of(
            "projectKey",
            "FIND",
            "title",
            "Found by nobody else",
            "why",
            "Nobody is to know yet",
            "visibility",
            "PRIVATE",
            "keyResults",
            Okrs.keyResults("ISSUES", "Contract signed"));
    return lead.post("objectives", objective).json(201);
  }

  private static String ofObjective(JsonNode objective) {
    return "issue in issuesOfObjective(\"%s\") order by key"
        .formatted(objective.path("key").asText());
  }

  private static Answer search(Okrs okrs, String jql) {
    return okrs.session().get("/rest/api/2/search?maxResults=1000&jql=" + Session.encode(jql));
  }

  private static List<String> found(Okrs okrs, String jql) {
    return search(okrs, jql)
        .json(200)
        .path("issues")
        .valueStream()
        .map(issue -> issue.path("key").asText())
        .toList();
  }

  private static String refused(Okrs okrs, String jql) {
    return search(okrs, jql).json(400).at("/errorMessages/0").asText();
  }
}
