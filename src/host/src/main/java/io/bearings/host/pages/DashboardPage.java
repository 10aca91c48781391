package io.bearings.host.pages;

import com.atlassian.jira.user.ApplicationUser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.host.jira.Dashboards;
import io.bearings.host.jira.Dashboards.PlacedItem;
import io.bearings.host.runtime.AddOnRuntime;
import io.bearings.host.runtime.AddOnRuntime.DashboardItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The visitor's dashboard: items in two columns, or in three as soon as something stands in the
 * third, each drawn by its own module.
 */
final class DashboardPage implements Page {
  static final String PATH = "/secure/Dashboard.jspa";

  private final Templates templates;
  private final Frame frame;
  private final AddOnRuntime addOn;
  private final Dashboards dashboards;
  private final Assets assets;
  private final ObjectMapper json = new ObjectMapper();

  DashboardPage(
      Templates templates, Frame frame, AddOnRuntime addOn, Dashboards dashboards, Assets assets) {
    this.templates = templates;
    this.frame = frame;
    this.addOn = addOn;
    this.dashboards = dashboards;
    this.assets = assets;
  }

  /**
   * A placed item.
   *
   * @param module draws the item; empty when the view is all there is
   * @param gone whether the add-on no longer has it
   * @param view what the server rendered for the module to fill
   */
  public record Gadget(
      long id,
      String title,
      String module,
      boolean configurable,
      String preferences,
      boolean gone,
      Html view) {}

  @Override
  public void show(Visit visit) throws IOException {
    ApplicationUser person = visit.person();
    List<DashboardItem> directory = addOn.dashboardItems();
    Map<String, DashboardItem> byKey =
        directory.stream()
            .collect(Collectors.toMap(DashboardItem::completeKey, Function.identity()));
    List<List<Gadget>> columns =
        new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    for (PlacedItem placed : dashboards.itemsOf(person)) {
      columns.get(placed.column()).add(gadget(visit, placed, byKey.get(placed.completeKey())));
    }
    if (columns.get(2).isEmpty()) {
      columns.remove(2);
    }
    Map<String, Object> model = new HashMap<>();
    model.put("assets", visit.contextPath() + assets.folder());
    model.put("columns", columns);
    model.put("directory", directory);
    model.put("empty", columns.stream().allMatch(List::isEmpty));
    Html content = templates.render("dashboard", model);
    frame.write(
        visit,
        Sheet.of("System Dashboard", content)
            .in("dashboards")
            .needing("atl.dashboard")
            .telling("dashboard-id", "10000"));
  }

  private Gadget gadget(Visit visit, PlacedItem placed, DashboardItem item) {
    if (item == null) {
      return new Gadget(placed.id(), placed.completeKey(), "", false, "{}", true, Html.NONE);
    }
    Map<String, Object> context = Frame.context(visit);
    context.put("preferences", placed.preferences());
    String view = addOn.dashboardView(item.completeKey(), context, visit.request());
    return new Gadget(
        placed.id(),
        item.title(),
        item.amdModule(),
        item.configurable(),
        written(placed.preferences()),
        false,
        new Html(view));
  }

  private String written(Map<String, String> preferences) {
    try {
      return json.writeValueAsString(preferences);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Preferences of texts can always be written", e);
    }
  }
}
