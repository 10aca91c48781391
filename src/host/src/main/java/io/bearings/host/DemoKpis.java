package io.bearings.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the units of the demonstration company their KPIs. Values are for the periods before today,
 * so that the demonstration shows the same on whatever day it is loaded. A KPI that is there
 * already, by its name, is left as it is.
 */
final class DemoKpis {
  private static final String FILE = "/demo/kpis.json";
  private static final String REST = "/rest/bearings/1.0";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoOrganisation.Requests requests;
  private final DemoPlans.Files files;
  private final DemoOrganisation organisation;
  private final Objectives objectives;
  private final LocalDate today;

  /** The objectives of the demonstration that were posted before. */
  interface Objectives {
    Optional<Long> idOf(String title);
  }

  DemoKpis(
      DemoOrganisation.Requests requests,
      DemoPlans.Files files,
      DemoOrganisation organisation,
      Objectives objectives,
      LocalDate today) {
    this.requests = requests;
    this.files = files;
    this.organisation = organisation;
    this.objectives = objectives;
    this.today = today;
  }

  /** Posts what is not there yet, and says how many KPIs that were. */
  int post() throws IOException {
    int posted = 0;
    for (JsonNode entry : read().path("kpis")) {
      long unit = organisation.unitId(entry.path("unit").asText());
      if (!names(entry.path("as").asText(), unit).contains(nameOf(entry))) {
        post(entry, unit);
        posted++;
      }
    }
    return posted;
  }

  /** The KPI of a name. */
  Optional<Long> idOf(String name) throws IOException {
    for (JsonNode entry : read().path("kpis")) {
      if (nameOf(entry).equals(name)) {
        JsonNode board =
            requests.send(
                entry.path("as").asText(),
                "GET",
                REST + "/kpis?unit=" + organisation.unitId(entry.path("unit").asText()),
                JSON.nullNode());
        for (JsonNode kpi : board.path("kpis")) {
          if (kpi.path("name").asText().equals(name)) {
            return Optional.of(kpi.path("id").asLong());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static JsonNode read() throws IOException {
    try (InputStream in = DemoKpis.class.getResourceAsStream(FILE)) {
      return JSON.readTree(in);
    }
  }

  private static String nameOf(JsonNode entry) {
    return entry.path("sheet").path("name").asText();
  }

  private Set<String> names(String person, long unit) throws IOException {
    Set<String> names = new HashSet<>();
    JsonNode board = requests.send(person, "GET", REST + "/kpis?unit=" + unit, JSON.nullNode());
    board.path("kpis").forEach(kpi -> names.add(kpi.path("name").asText()));
    return names;
  }

  private void post(JsonNode entry, long unit) throws IOException {
    String person = entry.path("as").asText();
    ObjectNode body = entry.path("sheet").deepCopy();
    body.put("unitId", unit);
    body.putObject("owner").put("key", organisation.userKey(entry.path("owner").asText()));
    body.set("serves", serves(entry.path("serves")));
    JsonNode created = requests.send(person, "POST", REST + "/kpis", body);
    String kpi = REST + "/kpis/" + created.path("id").asLong();
    if (entry.has("values")) {
      files.send(person, kpi + "/measurements/import", csv(entry));
    } else {
      requests.send(person, "POST", kpi + "/backfill", JSON.createObjectNode());
    }
    if (entry.has("breach")) {
      act(person, kpi, entry.path("breach"));
    }
  }

  private ArrayNode serves(JsonNode parts) {
    ArrayNode serves = JSON.createArrayNode();
    for (Map.Entry<String, JsonNode> each : parts.properties()) {
      objectives
          .idOf(each.getKey())
          .ifPresent(id -> serves.addObject().put("objectiveId", id).set("part", each.getValue()));
    }
    return serves;
  }

  /** A value in each of the periods before today's, and one of today where the file says one. */
  private String csv(JsonNode entry) {
    boolean monthly = entry.path("sheet").path("frequency").asText().equals("MONTHLY");
    JsonNode values = entry.path("values");
    StringBuilder csv = new StringBuilder("date,value\n");
    for (int i = 0; i < values.size(); i++) {
      int ago = values.size() - i;
      LocalDate day = monthly ? today.withDayOfMonth(1).minusMonths(ago) : today.minusWeeks(ago);
      csv.append(day).append(',').append(values.path(i).asText()).append('\n');
    }
    if (entry.has("now")) {
      csv.append(today).append(',').append(entry.path("now").asText()).append('\n');
    }
    return csv.toString();
  }

  /** What is done about the breach that is open. */
  private void act(String person, String kpi, JsonNode action) throws IOException {
    JsonNode breach =
        requests.send(person, "GET", kpi, JSON.nullNode()).path("standing").path("breach");
    ObjectNode body =
        JSON.createObjectNode()
            .put("version", breach.path("version").asInt())
            .put("state", action.path("state").asText())
            .put("result", action.path("result").asText());
    body.putObject("person").put("key", organisation.userKey(action.path("person").asText()));
    requests.send(
        person, "PUT", REST + "/breaches/" + breach.path("id").asLong() + "/action", body);
  }
}
