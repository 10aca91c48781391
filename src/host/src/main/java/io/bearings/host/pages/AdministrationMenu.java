package io.bearings.host.pages;

import io.bearings.host.runtime.AddOnRuntime;
import io.bearings.host.runtime.AddOnRuntime.Item;
import io.bearings.host.runtime.AddOnRuntime.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The menu beside every page of the administration. */
final class AdministrationMenu {
  private static final String LOCATION = "admin_plugins_menu";

  private final Templates templates;
  private final AddOnRuntime addOn;

  AdministrationMenu(Templates templates, AddOnRuntime addOn) {
    this.templates = templates;
    this.addOn = addOn;
  }

  /** A part of the menu. */
  public record Group(String label, List<Entry> entries) {}

  /** A line of the menu. */
  public record Entry(String linkId, String label, String url, boolean selected) {}

  /**
   * A page with the menu beside it.
   *
   * @param activeSection such as {@code admin_plugins_menu/some-section}; may be empty
   * @param activeTab the {@code linkId} of the current item
   */
  Html around(Visit visit, String activeSection, String activeTab, Html content) {
    Map<String, Object> context = Frame.context(visit);
    List<Group> groups = new ArrayList<>();
    groups.add(
        new Group(
            "System",
            List.of(
                new Entry(
                    "host-overview",
                    "Overview",
                    visit.contextPath() + AdministrationPage.PATH,
                    activeTab.equals("host-overview")),
                new Entry(
                    "view_workflows",
                    "Workflows",
                    visit.contextPath() + WorkflowsPage.PATH,
                    activeTab.equals("view_workflows")),
                new Entry(
                    "view_statuses",
                    "Statuses and projects",
                    visit.contextPath() + SitePage.PATH,
                    activeTab.equals("view_statuses")))));
    for (Section section : addOn.sections(LOCATION, context, visit.request())) {
      String key = LOCATION + "/" + section.key();
      boolean current = activeSection.isEmpty() || activeSection.equals(key);
      List<Entry> entries = new ArrayList<>();
      for (Item item : addOn.items(key, context, visit.request())) {
        boolean selected = current && !activeTab.isEmpty() && activeTab.equals(item.linkId());
        entries.add(new Entry(item.linkId(), item.label(), item.url(), selected));
      }
      if (!entries.isEmpty()) {
        groups.add(new Group(section.label(), List.copyOf(entries)));
      }
    }
    return templates.render("administration", Map.of("groups", groups, "content", content));
  }
}
