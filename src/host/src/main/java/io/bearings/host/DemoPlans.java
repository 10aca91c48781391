package io.bearings.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives the units of the demonstration company a quarter that is half over. Values are made for the
 * days before today, each as far from its baseline as the pace in the file says, so that the
 * demonstration shows the same on whatever day it is loaded. Files are the one way to bring in what
 * began in the past. A unit that has one of its objectives already is left as it is.
 */
final class DemoPlans {
  private static final String FILE = "/demo/plans.json";
  private static final String REST = "/rest/bearings/1.0";
  private static final double SUCCESS = 0.7;
  private static final int WEEK = 7;

  /** How far each value is off the pace, the latest first. */
  private static final double[] WOBBLE = {1, 0.93, 1.04, 0.85, 1.1, 0.8, 1.02, 0.9};

  private static final List<String> COLUMNS =
      List.of(
          "type",
          "title",
          "why",
          "owner",
          "kind",
          "labels",
          "source",
          "measure",
          "baseline",
          "target",
          "low",
          "weight",
          "due",
          "state",
          "activated",
          "confidence",
          "value",
          "on",
          "comment",
          "problems");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoOrganisation.Requests requests;
  private final Files files;
  private final DemoOrganisation organisation;
  private final LocalDate today;
  private final Map<String, JsonNode> byTitle = new HashMap<>();
  private final Set<String> posted = new HashSet<>();

  /** How a person brings in a file. */
  interface Files {
    JsonNode send(String person, String path, String csv) throws IOException;
  }

  DemoPlans(
      DemoOrganisation.Requests requests,
      Files files,
      DemoOrganisation organisation,
      LocalDate today) {
    this.requests = requests;
    this.files = files;
    this.organisation = organisation;
    this.today = today;
  }

  /** Posts what is not there yet, and says how many objectives that were. */
  int post() throws IOException {
    JsonNode demo;
    try (InputStream in = DemoPlans.class.getResourceAsStream(FILE)) {
      demo = JSON.readTree(in);
    }
    for (JsonNode plan : demo.path("plans")) {
      post(plan);
    }
    if (!posted.isEmpty()) {
      postAround(demo);
    }
    return posted.size();
  }

  /** The id of an objective of the file, once it was posted. */
  Optional<Long> objectiveId(String title) {
    return Optional.ofNullable(byTitle.get(title)).map(it -> it.path("id").asLong());
  }

  private void post(JsonNode plan) throws IOException {
    long unit = organisation.unitId(plan.path("unit").asText());
    String person = plan.path("as").asText();
    if (read(person, unit).containsKey(plan.path("objectives").path(0).path("title").asText())) {
      byTitle.putAll(read(person, unit));
      return;
    }
    String path = REST + "/import?unit=" + unit + "&cycle=" + organisation.currentId();
    files.send(person, path, csv(plan.path("objectives")));
    byTitle.putAll(read(person, unit));
    for (JsonNode objective : plan.path("objectives")) {
      posted.add(objective.path("title").asText());
      attach(person, objective);
    }
  }

  private Map<String, JsonNode> read(String person, long unit) throws IOException {
    Map<String, JsonNode> found = new HashMap<>();
    String path =
        REST + "/objectives?limit=100&unit=" + unit + "&cycle=" + organisation.currentId();
    for (JsonNode objective : get(person, path).path("objectives")) {
      found.put(objective.path("title").asText(), objective);
    }
    return found;
  }

  private void attach(String person, JsonNode objective) throws IOException {
    JsonNode keyResults = byTitle.get(objective.path("title").asText()).path("keyResults");
    int index = 0;
    for (JsonNode keyResult : objective.path("keyResults")) {
      long id = keyResults.path(index++).path("id").asLong();
      if (keyResult.has("issues")) {
        ObjectNode body = JSON.createObjectNode().set("issueKeys", keyResult.path("issues"));
        requests.send(person, "POST", REST + "/key-results/" + id + "/links", body);
      }
    }
  }

  private String csv(JsonNode objectives) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode objective : objectives) {
      rows.add(objectiveRow(objective));
      for (JsonNode keyResult : objective.path("keyResults")) {
        rows.add(keyResultRow(keyResult));
        if (objective.has("confidence")) {
          rows.addAll(checkIns(keyResult));
        }
      }
    }
    return rows.stream()
        .map(
            row -> COLUMNS.stream().map(it -> quoted(row.get(it))).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", String.join(",", COLUMNS) + "\n", "\n"));
  }

  private static String quoted(String text) {
    return text == null ? "" : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static Map<String, String> row(String type, JsonNode from, String... columns) {
    Map<String, String> row = new HashMap<>(Map.of("type", type));
    Arrays.stream(columns)
        .filter(from::has)
        .forEach(each -> row.put(each, from.path(each).asText()));
    return row;
  }

  private Map<String, String> objectiveRow(JsonNode objective) throws IOException {
    Map<String, String> row =
        row("OBJECTIVE", objective, "title", "why", "kind", "labels", "confidence");
    row.put("owner", organisation.userKey(objective.path("owner").asText()));
    row.put("state", objective.has("confidence") ? "ACTIVE" : "DRAFT");
    if (objective.has("confidence")) {
      row.put("activated", organisation.currentFirst().toString());
    }
    return row;
  }

  private Map<String, String> keyResultRow(JsonNode keyResult) throws IOException {
    Map<String, String> row =
        row(
            "KEY_RESULT",
            keyResult,
            "title",
            "source",
            "measure",
            "baseline",
            "target",
            "low",
            "weight");
    row.putIfAbsent("source", "MANUAL");
    if (keyResult.has("owner")) {
      row.put("owner", organisation.userKey(keyResult.path("owner").asText()));
    }
    if (keyResult.has("due")) {
      row.put("due", due(keyResult).toString());
    }
    return row;
  }

  private LocalDate due(JsonNode keyResult) {
    return keyResult.has("due")
        ? today.plusDays(keyResult.path("due").asInt())
        : organisation.currentLast();
  }

  /** One a week, back to the first of the cycle; none where the file says nothing of a pace. */
  private List<Map<String, String>> checkIns(JsonNode keyResult) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (!keyResult.has("pace") && !keyResult.has("reached") && !keyResult.has("steady")) {
      return rows;
    }
    LocalDate last = today.minusDays(1).minusWeeks(keyResult.path("late").asInt());
    LocalDate due = due(keyResult);
    last = due.isBefore(last) ? due : last;
    for (int week = 0; week < WOBBLE.length; week++) {
      LocalDate day = last.minusDays((long) week * WEEK);
      if (!day.isBefore(organisation.currentFirst())) {
        rows.add(0, checkIn(keyResult, day, week));
      }
    }
    return rows;
  }

  private Map<String, String> checkIn(JsonNode keyResult, LocalDate day, int weeksAgo) {
    Map<String, String> row =
        weeksAgo == 0
            ? row("CHECK_IN", keyResult, "confidence", "comment", "problems")
            : row("CHECK_IN", keyResult, "confidence");
    row.put("on", day.toString());
    row.put("value", value(keyResult, day, weeksAgo).toPlainString());
    return row;
  }

  private BigDecimal value(JsonNode keyResult, LocalDate day, int weeksAgo) {
    if (keyResult.has("steady")) {
      return keyResult.path("steady").decimalValue();
    }
    LocalDate first = organisation.currentFirst();
    double elapsed =
        (double) (ChronoUnit.DAYS.between(first, day) + 1)
            / (ChronoUnit.DAYS.between(first, due(keyResult)) + 1);
    double full =
        keyResult.has("reached")
            ? keyResult.path("reached").asDouble()
            : SUCCESS * keyResult.path("pace").asDouble();
    double baseline = keyResult.path("baseline").asDouble();
    double way = keyResult.path("target").asDouble() - baseline;
    return BigDecimal.valueOf(baseline + way * full * elapsed * WOBBLE[weeksAgo])
        .setScale(keyResult.path("decimals").asInt(), RoundingMode.HALF_UP);
  }

  /** What stands beside and between objectives. */
  private void postAround(JsonNode demo) throws IOException {
    for (JsonNode arrow : demo.path("alignments")) {
      align(arrow);
    }
    for (JsonNode blocker : demo.path("blockers")) {
      ObjectNode body = about(blocker, "text", "neededFrom").put("since", daysAgo(blocker));
      postAbout(blocker, "/blockers", body);
    }
    for (JsonNode decision : demo.path("decisions")) {
      ObjectNode body = about(decision, "text", "reason").put("on", daysAgo(decision));
      postAbout(decision, "/decisions", body);
    }
    for (JsonNode remark : demo.path("remarks")) {
      String lead = "[~" + organisation.userKey("lead") + "]";
      String text = remark.path("text").asText().replace("{lead}", lead);
      postAbout(
          remark, "/threads/objective/" + id(remark), JSON.createObjectNode().put("text", text));
    }
    for (JsonNode kickoff : demo.path("kickoff")) {
      for (JsonNode step : kickoff.path("steps")) {
        ObjectNode body =
            JSON.createObjectNode()
                .put("unitId", organisation.unitId(kickoff.path("unit").asText()))
                .put("cycleId", organisation.currentId())
                .put("state", "DONE");
        postAbout(kickoff, "/kickoff/steps/" + step.asText(), body);
      }
    }
  }

  /** From which objective, how, to which one, and perhaps to which of its key results. */
  private void align(JsonNode arrow) throws IOException {
    String from = arrow.path(0).asText();
    if (posted.contains(from)) {
      JsonNode to = byTitle.get(arrow.path(2).asText());
      ObjectNode body =
          JSON.createObjectNode()
              .put("kind", arrow.path(1).asText())
              .put("toObjectiveId", to.path("id").asLong());
      for (JsonNode keyResult : to.path("keyResults")) {
        if (keyResult.path("title").equals(arrow.path(3))) {
          body.put("toKeyResultId", keyResult.path("id").asLong());
        }
      }
      long id = byTitle.get(from).path("id").asLong();
      requests.send("admin", "POST", REST + "/objectives/" + id + "/alignments", body);
    }
  }

  private ObjectNode about(JsonNode entry, String... fields) {
    ObjectNode body = JSON.createObjectNode().put("objectiveId", id(entry));
    Arrays.stream(fields).forEach(each -> body.set(each, entry.path(each)));
    return body;
  }

  private long id(JsonNode entry) {
    return byTitle.get(entry.path("objective").asText()).path("id").asLong();
  }

  private String daysAgo(JsonNode entry) {
    return today.minusDays(entry.path("daysAgo").asInt()).toString();
  }

  private void postAbout(JsonNode entry, String path, JsonNode body) throws IOException {
    requests.send(entry.path("as").asText(), "POST", REST + path, body);
  }

  private JsonNode get(String person, String path) throws IOException {
    return requests.send(person, "GET", path, JSON.nullNode());
  }
}
