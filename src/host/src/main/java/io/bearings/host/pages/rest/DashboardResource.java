package io.bearings.host.pages.rest;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.host.jira.Dashboards;
import io.bearings.host.jira.Dashboards.PlacedItem;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.runtime.AddOnRuntime;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The person's own dashboard, {@code /rest/dashboards/1.0/gadget}: GET lists the items, POST adds
 * one, PUT {@code /ID/prefs} keeps its preferences, DELETE {@code /ID} takes it off.
 */
public final class DashboardResource extends RestServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern GADGET = Pattern.compile("/gadget/(\\d{1,18})(/prefs)?");
  private static final int LONGEST_PREFERENCE = 10_000;

  private final transient Dashboards dashboards;
  private final transient AddOnRuntime addOn;

  /** Over these dashboards; only items of this add-on can be added. */
  public DashboardResource(
      JiraAuthenticationContext authentication, Dashboards dashboards, AddOnRuntime addOn) {
    super(authentication);
    this.dashboards = dashboards;
    this.addOn = addOn;
  }

  @Override
  void answer(Call call) throws IOException {
    Matcher gadget = GADGET.matcher(call.path());
    if (call.path().equals("/gadget") && call.method().equals("POST")) {
      add(call);
    } else if (call.path().equals("/gadget") && call.method().equals("GET")) {
      call.answer(
          200, dashboards.itemsOf(call.person()).stream().map(DashboardResource::json).toList());
    } else if (!gadget.matches()) {
      throw call.unknown();
    } else if (gadget.group(2) != null && call.method().equals("PUT")) {
      savePreferences(call, own(call, gadget));
    } else if (gadget.group(2) == null && call.method().equals("DELETE")) {
      dashboards.remove(call.person(), own(call, gadget).id());
      call.done();
    } else if (gadget.group(2) == null && call.method().equals("GET")) {
      call.answer(200, json(own(call, gadget)));
    } else {
      throw call.unknown();
    }
  }

  private PlacedItem own(Call call, Matcher gadget) {
    return dashboards
        .item(call.person(), Long.parseLong(gadget.group(1)))
        .orElseThrow(
            () ->
                new JiraRefusal(
                    404,
                    "There is no gadget " + gadget.group(1) + " on your dashboard.",
                    Map.of()));
  }

  private void add(Call call) throws IOException {
    ObjectNode body = call.body();
    String key = body.path("completeKey").asText();
    if (addOn.dashboardItems().stream().noneMatch(item -> item.completeKey().equals(key))) {
      String message = "There is no gadget with the key " + key + ".";
      throw new JiraRefusal(400, message, Map.of("completeKey", message));
    }
    JsonNode column = body.path("column");
    if (!column.isMissingNode() && (!column.isInt() || column.asInt() < 0 || column.asInt() > 2)) {
      String message = "The column is 0, 1 or 2, not " + column + ".";
      throw new JiraRefusal(400, message, Map.of("column", message));
    }
    call.answer(201, json(dashboards.add(call.person(), key, column.asInt(0))));
  }

  private void savePreferences(Call call, PlacedItem item) throws IOException {
    Map<String, String> preferences = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : call.body().properties()) {
      JsonNode value = entry.getValue();
      if (!value.isTextual() || value.asText().length() > LONGEST_PREFERENCE) {
        String message = "A preference is a text of at most " + LONGEST_PREFERENCE + " characters.";
        throw new JiraRefusal(400, message, Map.of(entry.getKey(), message));
      }
      preferences.put(entry.getKey(), value.asText());
    }
    dashboards.savePreferences(call.person(), item.id(), preferences);
    call.done();
  }

  private static Map<String, Object> json(PlacedItem item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", item.id());
    json.put("completeKey", item.completeKey());
    json.put("column", item.column());
    json.put("preferences", item.preferences());
    return json;
  }
}
