package io.bearings.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Gives one person of the demonstration company a dashboard with every item of the add-on. A
 * dashboard on which something stands already is left as it is.
 */
final class DemoDashboard {
  private static final String FILE = "/demo/dashboard.json";
  private static final String GADGETS = "/rest/dashboards/1.0/gadget";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoOrganisation.Requests requests;
  private final DemoOrganisation organisation;
  private final Named objectives;
  private final Named kpis;

  /** Something of the demonstration that was posted before. */
  interface Named {
    Optional<Long> idOf(String name) throws IOException;
  }

  DemoDashboard(
      DemoOrganisation.Requests requests,
      DemoOrganisation organisation,
      Named objectives,
      Named kpis) {
    this.requests = requests;
    this.organisation = organisation;
    this.objectives = objectives;
    this.kpis = kpis;
  }

  /** Places the items, and says how many. */
  int post() throws IOException {
    JsonNode file = read();
    String person = file.path("as").asText();
    if (!requests.send(person, "GET", GADGETS, JSON.nullNode()).isEmpty()) {
      return 0;
    }
    for (JsonNode item : file.path("items")) {
      ObjectNode gadget =
          JSON.createObjectNode()
              .put("completeKey", "io.bearings:" + item.path("item").asText())
              .put("column", item.path("column").asInt());
      long id = requests.send(person, "POST", GADGETS, gadget).path("id").asLong();
      requests.send(person, "PUT", GADGETS + "/" + id + "/prefs", preferences(item));
    }
    return file.path("items").size();
  }

  private static JsonNode read() throws IOException {
    try (InputStream in = DemoDashboard.class.getResourceAsStream(FILE)) {
      return JSON.readTree(in);
    }
  }

  /** What a dashboard keeps is text. */
  private ObjectNode preferences(JsonNode item) throws IOException {
    ObjectNode preferences = JSON.createObjectNode().put("isConfigured", "true");
    item.path("preferences")
        .properties()
        .forEach(each -> preferences.set(each.getKey(), each.getValue()));
    if (item.has("unit")) {
      preferences.put("unit", String.valueOf(organisation.unitId(item.path("unit").asText())));
    }
    name(preferences, item, "objective", objectives);
    name(preferences, item, "kpi", kpis);
    return preferences;
  }

  private static void name(ObjectNode preferences, JsonNode item, String what, Named named)
      throws IOException {
    if (item.has(what)) {
      named.idOf(item.path(what).asText()).ifPresent(id -> preferences.put(what, id.toString()));
    }
  }
}
