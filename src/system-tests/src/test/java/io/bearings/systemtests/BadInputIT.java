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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Requests that are wrong: each gets the right status and a message that names the field or the
 * cause, and the add-on's tables hold as many rows as before.
 */
@RunWith(Parameterized.class)
public class BadInputIT {
  private static final String PROJECT = "BAD";
  private static final Map<String, Object> ONE_KEY_RESULT = Map.of("title", "A result");

  private final RunningHost host;
  private final Okrs member;
  private JsonNode rowsBefore;

  public BadInputIT(Cell cell) {
    host = SharedHosts.of(cell);
    member = new Okrs(host.as("member"));
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.all();
  }

  @Before
  public void countRows() {
    rowsBefore = rows();
  }

  /** Tests that first make something valid count again after that. */
  private void afterPreparation() {
    rowsBefore = rows();
  }

  @After
  public void nothingIsHalfWritten() {
    assertThat(rows()).as("rows of the add-on's tables").isEqualTo(rowsBefore);
  }

  @Test
  public void aTitleOf300Characters() {
    assertRefused(create("x".repeat(300)), "title", "255");
  }

  @Test
  public void aTitleOf255CharactersIsTheLongest() {
    Answer answer = create("ö".repeat(255));
    assertThat(answer.json(201).path("title").asText()).hasSize(255);
    afterPreparation();
    assertRefused(create("ö".repeat(256)), "title", "255");
  }

  @Test
  public void aTitleOfSpaces() {
    assertRefused(create("   "), "title");
  }

  @Test
  public void aWhyThatIsTooLong() {
    assertRefused(
        member.create(PROJECT, "Why", "y".repeat(2_001), List.of(ONE_KEY_RESULT)), "why", "2,000");
  }

  @Test
  public void aNegativeWeight() {
    assertRefused(withWeight("-1"), "weight");
  }

  @Test
  public void aWeightThatIsNoNumber() {
    Answer answer =
        member.post(
            "objectives",
            """
            {"projectKey":"BAD","title":"T","keyResults":[{"title":"K","weight":"heavy"}]}""");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("weight").doesNotContain("java.", "com.fasterxml");
  }

  @Test
  public void aWeightWithMoreDigitsThanAreKept() {
    assertRefused(withWeight("0.0000001"), "weight");
  }

  @Test
  public void theSecondOfTwoKeyResultsIsWrong() {
    assertRefused(
        member.create(
            PROJECT,
            "All or nothing",
            "",
            List.of(ONE_KEY_RESULT, Map.of("title", "Bad", "weight", -3))),
        "weight");
  }

  @Test
  public void aFieldThatNobodyKnows() {
    Answer answer =
        member.post(
            "objectives",
            """
            {"projectKey":"BAD","title":"T","colour":"blue","keyResults":[{"title":"K"}]}""");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("colour").doesNotContain("java.", "com.fasterxml");
  }

  @Test
  public void aBodyThatIsNoJson() {
    Answer answer = member.post("objectives", "{\"projectKey\":");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errorMessages").path(0).asText()).isNotBlank();
    assertThat(answer.body()).doesNotContain("java.", "com.fasterxml");
  }

  @Test
  public void aWeightBySomethingElse() {
    Answer answer =
        member.create(PROJECT, "T", "", List.of(Map.of("title", "K", "weightBy", "HOURS")));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("weightBy");
  }

  @Test
  public void anOwnerWhoDoesNotExist() {
    Answer answer =
        member.post(
            "objectives", Map.of("projectKey", PROJECT, "title", "T", "ownerKey", "nobody-at-all"));
    assertRefused(answer, "ownerKey");
  }

  @Test
  public void anIssueThatDoesNotExist() {
    long keyResult = keyResult("Unknown issue");
    assertRefused(member.attach(keyResult, List.of("BAD-999")), "issueKeys", "BAD-999");
  }

  @Test
  public void anIssueThatDoesNotExistAmongOthersThatDo() {
    long keyResult = keyResult("Unknown issue among others");
    assertRefused(
        member.attach(keyResult, List.of("BAD-1", "BAD-2", "NOSUCH-7", "BAD-3")),
        "issueKeys",
        "NOSUCH-7");
    assertThat(member.keyResult(keyResult).path("issues").asInt()).isZero();
  }

  @Test
  public void noIssueAtAll() {
    long keyResult = keyResult("No issue");
    assertRefused(member.attach(keyResult, List.of()), "issueKeys");
  }

  @Test
  public void moreIssuesThanOneRequestMayBring() {
    long keyResult = keyResult("Too many issues");
    List<String> keys = IntStream.rangeClosed(1, 1_001).mapToObj(n -> "BIG-" + n).toList();
    assertRefused(member.attach(keyResult, keys), "issueKeys", "1,000");
  }

  @Test
  public void twoPeopleSaveAtOnce() throws Exception {
    JsonNode made = member.objective(PROJECT, "Contended", "One");
    afterPreparation();
    long id = made.path("id").longValue();
    List<Answer> answers = new ArrayList<>();
    ExecutorService people = Executors.newFixedThreadPool(2);
    List<Callable<Answer>> saves = new ArrayList<>();
    for (String person : List.of("member", "admin")) {
      Okrs okrs = new Okrs(host.as(person));
      saves.add(() -> okrs.put("objectives/" + id, change(made.path("version").asInt(), person)));
    }
    for (Future<Answer> answer : people.invokeAll(saves)) {
      answers.add(answer.get());
    }
    people.shutdown();

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    JsonNode winner = ofAnybody(answer(answers, 200).json());
    JsonNode loser = answer(answers, 409).json();
    assertThat(ofAnybody(loser.path("current"))).isEqualTo(winner);
    assertThat(loser.path("errorMessages").path(0).asText()).isNotBlank();
    assertThat(ofAnybody(member.get("objectives/" + id).json(200))).isEqualTo(winner);

    // Whoever lost takes the version that came with the refusal, and gets through.
    Answer again =
        member.put(
            "objectives/" + id, change(loser.path("current").path("version").asInt(), "second"));
    assertThat(again.json(200).path("title").asText()).isEqualTo("Saved by second");
  }

  /** An objective without what it says of the person who asked. */
  private static JsonNode ofAnybody(JsonNode objective) {
    return ((ObjectNode) objective.deepCopy()).without(List.of("may", "followed"));
  }

  @Test
  public void aKeyResultSavedOverANewerOne() {
    JsonNode made = member.objective(PROJECT, "Contended key result", "One");
    afterPreparation();
    JsonNode keyResult = made.path("keyResults").path(0);
    String path = "key-results/" + keyResult.path("id").asLong();
    int version = keyResult.path("version").asInt();
    member.put(path, Map.of("version", version, "title", "First")).json(200);
    JsonNode refused = member.put(path, Map.of("version", version, "title", "Second")).json(409);
    assertThat(refused.path("current").path("title").asText()).isEqualTo("First");
    assertThat(member.get(path).json(200).path("title").asText()).isEqualTo("First");
  }

  @Test
  public void aRequestWithoutToken() {
    Session administrator = administrator();
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      Map<String, String> browser = Map.of("Content-Type", type, "User-Agent", "Mozilla/5.0");
      Answer answer =
          administrator.raw("POST", "/rest/bearings/1.0/settings/reread", "a=b", browser);
      assertThat(answer.status()).as(type).isEqualTo(403);
      assertThat(answer.body()).containsIgnoringCase("XSRF");

      // A form that would be JSON if anybody believed it: refused as forged, or as no JSON.
      String body = "{\"projectKey\":\"BAD\",\"title\":\"Forged\"}";
      assertThat(
              member.session().raw("POST", "/rest/bearings/1.0/objectives", body, browser).status())
          .as(type)
          .isIn(403, 415);
    }
  }

  @Test
  public void aRequestFromAnotherSite() {
    Answer answer =
        member
            .session()
            .raw(
                "POST",
                "/rest/bearings/1.0/objectives",
                "{\"projectKey\":\"BAD\",\"title\":\"Forged\"}",
                Map.of(
                    "Content-Type", "application/json",
                    "Origin", "http://evil.example",
                    "User-Agent", "Mozilla/5.0"));
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  public void aDeletionWithoutToken() {
    JsonNode made = member.objective(PROJECT, "Keeps its link", "One");
    long keyResult = Okrs.keyResultId(made, 0);
    long link =
        member.attach(keyResult, List.of("BAD-1")).json(200).at("/attached/0/linkId").asLong();
    afterPreparation();
    Answer answer =
        member
            .session()
            .raw(
                "DELETE",
                "/rest/bearings/1.0/key-results/" + keyResult + "/links/" + link,
                "",
                Map.of("User-Agent", "Mozilla/5.0"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(member.keyResult(keyResult).path("issues").asInt()).isEqualTo(1);
  }

  @Test
  public void somebodyWhoMayOnlyLook() {
    long keyResult = keyResult("Only to look at");
    Okrs viewer = new Okrs(host.as("viewer"));
    assertForbidden(viewer.create(PROJECT, "Not mine", "", List.of(ONE_KEY_RESULT)));
    assertForbidden(viewer.attach(keyResult, List.of("BAD-1")));
    assertForbidden(viewer.put("key-results/" + keyResult, Map.of("version", 0, "title", "Mine")));
    assertThat(viewer.keyResult(keyResult).path("title").asText()).isEqualTo("A result");
  }

  @Test
  public void somebodyWhoMayNotEvenLook() {
    long keyResult = keyResult("Not for strangers");
    Okrs stranger = new Okrs(host.as("stranger"));
    for (Answer answer :
        List.of(
            stranger.get("objectives?project=BAD"),
            stranger.get("key-results/" + keyResult),
            stranger.get("key-results/" + keyResult + "/links"),
            stranger.get("issues/BAD-1/key-results"),
            stranger.create(PROJECT, "Not mine", "", List.of(ONE_KEY_RESULT)),
            stranger.attach(keyResult, List.of("BAD-1")),
            stranger.put("key-results/" + keyResult, Map.of("version", 0, "title", "Mine")),
            stranger.delete("key-results/" + keyResult + "/links/1"))) {
      assertThat(answer.status()).as("%s", answer).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("Not for strangers", "A result", "Wrong requests");
    }
  }

  @Test
  public void whatIsForbiddenAndWhatDoesNotExistAnswerAlike() {
    long keyResult = keyResult("Alike");
    Okrs stranger = new Okrs(host.as("stranger"));
    Answer hidden = stranger.get("key-results/" + keyResult);
    Answer none = stranger.get("key-results/99999999");
    assertThat(hidden.body().replace(String.valueOf(keyResult), "N"))
        .isEqualTo(none.body().replace("99999999", "N"));
    assertThat(stranger.get("objectives?project=BAD").body().replace("BAD", "P"))
        .isEqualTo(stranger.get("objectives?project=NONE").body().replace("NONE", "P"));
  }

  @Test
  public void nobodyIsLoggedIn() {
    Okrs anonymous = new Okrs(host.anonymous());
    for (Answer answer :
        List.of(
            anonymous.get("objectives?project=BAD"),
            anonymous.get("key-results?query=a"),
            anonymous.create(PROJECT, "Not mine", "", List.of(ONE_KEY_RESULT)),
            anonymous.get("settings"),
            anonymous.get("health"))) {
      assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    }
  }

  @Test
  public void settingsAndHealthAreForAdministrators() {
    for (String user : List.of("lead", "member", "viewer", "stranger")) {
      Okrs somebody = new Okrs(host.as(user));
      assertThat(somebody.get("settings").status()).as(user).isEqualTo(403);
      assertThat(somebody.put("settings", Map.of("inProgressCredit", 10)).status()).isEqualTo(403);
      assertThat(somebody.post("settings/reread", Map.of()).status()).isEqualTo(403);
      assertThat(somebody.get("health").status()).isEqualTo(403);
    }
  }

  @Test
  public void settingsThatMakeNoSense() {
    Okrs admin = new Okrs(host.as("admin"));
    JsonNode before = admin.get("settings").json(200);
    assertRefused(settings(admin, before, "inProgressCredit", 101), "inProgressCredit", "100");
    assertRefused(settings(admin, before, "inProgressCredit", -1), "inProgressCredit", "100");
    assertRefused(
        settings(admin, before, "storyPointField", "customfield_99999"),
        "storyPointField",
        "customfield_99999");
    assertRefused(
        settings(admin, before, "outOfScopeResolutions", List.of("424242")),
        "outOfScopeResolutions",
        "424242");
    assertThat(admin.get("settings").json(200)).isEqualTo(before);
  }

  private static Answer settings(Okrs admin, JsonNode now, String field, Object value) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "storyPointField", now.path("storyPointField"),
                "outOfScopeResolutions", now.path("outOfScopeResolutions"),
                "inProgressCredit", now.path("inProgressCredit")));
    body.put(field, value);
    return admin.put("settings", body);
  }

  private Answer create(String title) {
    return member.create(PROJECT, title, "Because", List.of(ONE_KEY_RESULT));
  }

  private Answer withWeight(String weight) {
    return member.post(
        "objectives",
        "{\"projectKey\":\"BAD\",\"title\":\"T\",\"keyResults\":[{\"title\":\"K\",\"weight\":"
            + weight
            + "}]}");
  }

  private long keyResult(String objective) {
    long id = Okrs.keyResultId(member.objective(PROJECT, objective, "A result"), 0);
    afterPreparation();
    return id;
  }

  private static Map<String, Object> change(int version, String who) {
    return Map.of("version", version, "title", "Saved by " + who, "why", "Because");
  }

  private static Answer answer(List<Answer> answers, int status) {
    return answers.stream().filter(a -> a.status() == status).findFirst().orElseThrow();
  }

  /** What jobs remember is not written by requests. */
  private JsonNode rows() {
    ObjectNode tables =
        (ObjectNode) new Okrs(administrator()).get("health").json(200).path("tables");
    tables.remove("UPKEEP");
    return tables;
  }

  private Session administrator() {
    return host.as("admin");
  }

  /** 400, with a message for the field (whatever holds it) that contains the words. */
  private static void assertRefused(Answer answer, String field, String... words) {
    JsonNode errors = answer.json(400).path("errors");
    List<String> messages = new ArrayList<>();
    errors
        .fields()
        .forEachRemaining(
            error -> {
              if (error.getKey().equals(field) || error.getKey().endsWith("." + field)) {
                messages.add(error.getValue().asText());
              }
            });
    assertThat(messages).as("messages for %s in %s", field, answer.body()).hasSize(1);
    assertThat(messages.get(0)).isNotBlank();
    for (String word : words) {
      assertThat(messages.get(0)).contains(word);
    }
  }

  private static void assertForbidden(Answer answer) {
    assertThat(answer.json(403).path("errorMessages").path(0).asText()).isNotBlank();
  }
}
