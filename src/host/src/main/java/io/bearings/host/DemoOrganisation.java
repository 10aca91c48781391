package io.bearings.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the demonstration company its units, and the company a year and quarters around today. What
 * is there already, by its name, is left as it is.
 */
final class DemoOrganisation {
  private static final String FILE = "/demo/organisation.json";
  private static final String REST = "/rest/bearings/1.0";
  private static final String ADMINISTRATOR = "admin";
  private static final int QUARTER = 3;
  private static final int YEAR = 12;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The states of a cycle, in the order in which it goes through them. */
  private static final List<String> STATES = List.of("PLANNING", "ACTIVE", "REVIEW", "CLOSED");

  private final Requests requests;
  private final LocalDate today;
  private final Map<String, Long> unitIds = new HashMap<>();
  private final Map<String, String> userKeys = new HashMap<>();
  private final Map<String, Long> cycleIds = new HashMap<>();

  /**
   * @param today the day around which the cycles lie
   */
  DemoOrganisation(Requests requests, LocalDate today) {
    this.requests = requests;
    this.today = today;
  }

  /** How a person asks the host for something. */
  interface Requests {
    JsonNode send(String person, String method, String path, JsonNode body) throws IOException;
  }

  /** Posts what is not there yet. */
  void post() throws IOException {
    JsonNode demo = read();
    for (JsonNode unit : get(REST + "/units").path("units")) {
      unitIds.put(unit.path("name").asText(), unit.path("id").asLong());
    }
    for (JsonNode unit : demo.path("units")) {
      if (!unitIds.containsKey(unit.path("name").asText())) {
        post(unit);
      }
    }
    postCycles(unitIds.get(demo.path("units").path(0).path("name").asText()));
  }

  /** The holidays of this year and the next. */
  ArrayNode holidays() throws IOException {
    ArrayNode days = JSON.createArrayNode();
    for (int year : new int[] {today.getYear(), today.getYear() + 1}) {
      read().path("holidays").forEach(day -> days.add(year + "-" + day.asText()));
    }
    return days;
  }

  private static JsonNode read() throws IOException {
    try (InputStream in = DemoOrganisation.class.getResourceAsStream(FILE)) {
      return JSON.readTree(in);
    }
  }

  private void post(JsonNode unit) throws IOException {
    ObjectNode body = JSON.createObjectNode();
    body.put("name", unit.path("name").asText());
    body.put("level", unit.path("level").asText());
    if (unit.has("parent")) {
      body.put("parentId", unitIds.get(unit.path("parent").asText()));
    }
    for (String role : new String[] {"lead", "deputy"}) {
      if (unit.has(role)) {
        body.putObject(role).put("key", userKey(unit.path(role).asText()));
      }
    }
    if (unit.has("project")) {
      body.putArray("projects").addObject().put("key", unit.path("project").asText());
    }
    if (unit.has("members")) {
      body.putObject("settings").putObject("capacity").put("members", unit.path("members").asInt());
    }
    JsonNode created = requests.send(ADMINISTRATOR, "POST", REST + "/units", body);
    unitIds.put(unit.path("name").asText(), created.path("id").asLong());
  }

  /** The id of a unit, by its name. */
  long unitId(String name) {
    return unitIds.get(name);
  }

  /** The id of the quarter of today. */
  long currentId() {
    return cycleIds.get(current().name());
  }

  /** The first day of the quarter of today. */
  LocalDate currentFirst() {
    return current().first();
  }

  /** The last day of the quarter of today. */
  LocalDate currentLast() {
    return current().last();
  }

  /** The key of a user who can log in. */
  String userKey(String person) throws IOException {
    String known = userKeys.get(person);
    if (known == null) {
      known =
          requests.send(person, "GET", "/rest/api/2/myself", JSON.nullNode()).path("key").asText();
      userKeys.put(person, known);
    }
    return known;
  }

  /** A cycle of the company: its days and the state that it is to be in. */
  private record Cycle(String name, LocalDate first, LocalDate last, String length, String state) {

    boolean contains(Cycle other) {
      return !other.first.isBefore(first) && !other.last.isAfter(last);
    }
  }

  private void postCycles(long companyId) throws IOException {
    Map<String, JsonNode> present = new HashMap<>();
    for (JsonNode cycle : get(REST + "/cycles?unit=" + companyId).path("cycles")) {
      present.put(cycle.path("name").asText(), cycle);
    }
    LocalDate begin = current().first().minusMonths(YEAR - QUARTER);
    LocalDate end = begin.plusMonths(YEAR).minusDays(1);
    String name =
        begin.getYear() == end.getYear()
            ? String.valueOf(begin.getYear())
            : begin.getYear() + "/" + end.getYear();
    Cycle year = new Cycle(name, begin, end, "YEAR", "ACTIVE");
    long yearId = post(companyId, year, present, 0);
    for (Cycle quarter : quarters()) {
      post(companyId, quarter, present, year.contains(quarter) ? yearId : 0);
    }
  }

  /** The quarter of today, the one before and the one after. */
  private List<Cycle> quarters() {
    LocalDate first = current().first();
    return List.of(
        quarter(first.minusMonths(QUARTER), "CLOSED"),
        current(),
        quarter(first.plusMonths(QUARTER), "PLANNING"));
  }

  /**
   * The quarter that began with the last month, so that there is always something to be seen: the
   * company's year begins where that needs it to.
   */
  private Cycle current() {
    return quarter(today.minusMonths(1).withDayOfMonth(1), "ACTIVE");
  }

  private static Cycle quarter(LocalDate first, String state) {
    LocalDate last = first.plusMonths(QUARTER).minusDays(1);
    String name =
        first.getMonthValue() % QUARTER == 1
            ? "Q" + first.get(IsoFields.QUARTER_OF_YEAR) + " " + first.getYear()
            : MONTH.format(first) + " to " + MONTH.format(last);
    return new Cycle(name, first, last, "QUARTER", state);
  }

  /**
   * @param parentId 0 for none
   */
  private long post(long companyId, Cycle cycle, Map<String, JsonNode> present, long parentId)
      throws IOException {
    JsonNode stored = present.get(cycle.name());
    if (stored == null) {
      ObjectNode body = JSON.createObjectNode();
      body.put("unitId", companyId);
      body.put("name", cycle.name());
      body.put("first", cycle.first().toString());
      body.put("last", cycle.last().toString());
      body.put("length", cycle.length());
      if (parentId > 0) {
        body.put("parentId", parentId);
      }
      stored = requests.send(ADMINISTRATOR, "POST", REST + "/cycles", body);
    }
    cycleIds.put(cycle.name(), stored.path("id").asLong());
    bring(stored, cycle.state());
    return stored.path("id").asLong();
  }

  private void bring(JsonNode stored, String state) throws IOException {
    JsonNode now = stored;
    while (STATES.indexOf(now.path("state").asText()) < STATES.indexOf(state)) {
      ObjectNode body = JSON.createObjectNode();
      body.put("version", now.path("version").asInt());
      body.put("state", STATES.get(STATES.indexOf(now.path("state").asText()) + 1));
      now =
          requests.send(
              ADMINISTRATOR, "POST", REST + "/cycles/" + now.path("id").asLong() + "/state", body);
    }
  }

  private JsonNode get(String path) throws IOException {
    return requests.send(ADMINISTRATOR, "GET", path, JSON.nullNode());
  }
}
