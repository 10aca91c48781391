package io.bearings.host.web;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.Temper;
import io.bearings.host.descriptor.Module;
import io.bearings.host.descriptor.PluginDescriptor;
import io.bearings.host.i18n.Translations;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.runtime.AddOnRuntime.DashboardItem;
import io.bearings.host.runtime.AddOnRuntime.Item;
import io.bearings.host.runtime.AddOnRuntime.PageResources;
import io.bearings.host.runtime.AddOnRuntime.Panel;
import io.bearings.host.runtime.AddOnRuntime.Section;
import io.bearings.host.spring.AddOnComponents;
import io.bearings.host.velocity.RequiredResources;
import io.bearings.host.velocity.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the add-on puts into menus, pages and dashboards. */
public final class WebFragments {
  private static final Logger LOG = LoggerFactory.getLogger(WebFragments.class);

  private final Means means;
  private final PluginDescriptor descriptor;
  private final Conditions conditions;
  private final List<Placed<Module.WebSection>> sections = new ArrayList<>();
  private final List<Placed<Module.WebItem>> items = new ArrayList<>();
  private final List<Viewed<Module.WebPanel>> panels = new ArrayList<>();
  private final Map<String, Viewed<Module.DashboardItem>> dashboard = new LinkedHashMap<>();

  private record Placed<M>(M module, Predicate<Map<String, Object>> condition) {}

  private record Viewed<M>(M module, Predicate<Map<String, Object>> condition, View view) {}

  /** What the fragments are made with. */
  public record Means(
      PluginDescriptor descriptor,
      AddOnBundle bundle,
      AddOnComponents components,
      Templates templates,
      Translations translations,
      JiraAuthenticationContext authentication,
      Function<HttpServletRequest, PageResources> resources,
      Temper temper) {}

  /**
   * Makes every condition and context provider of the descriptor.
   *
   * @throws AddOnFailure naming the module whose class, parameter, template or text is wrong
   */
  public WebFragments(Means means) {
    this.means = means;
    this.descriptor = means.descriptor();
    this.conditions = new Conditions(means.bundle(), means.components());
    descriptor.modules(Module.WebSection.class).forEach(this::place);
    descriptor.modules(Module.WebItem.class).forEach(this::place);
    descriptor.modules(Module.WebPanel.class).forEach(this::place);
    descriptor.modules(Module.DashboardItem.class).forEach(this::place);
    sections.sort(Comparator.comparingInt(s -> s.module().weight()));
    items.sort(Comparator.comparingInt(i -> i.module().weight()));
    panels.sort(Comparator.comparingInt(p -> p.module().weight()));
  }

  private void place(Module.WebSection section) {
    String where = where("web-section", section);
    known(section.label(), where);
    sections.add(new Placed<>(section, conditions.of(section.condition(), where)));
  }

  private void place(Module.WebItem item) {
    String where = where("web-item", item);
    known(item.label(), where);
    items.add(new Placed<>(item, conditions.of(item.condition(), where)));
  }

  private void place(Module.WebPanel panel) {
    String where = where("web-panel", panel);
    panel.label().ifPresent(label -> known(label, where));
    View view =
        new View(means, panel.template(), panel.className(), panel.contextProvider(), where);
    panels.add(new Viewed<>(panel, conditions.of(panel.condition(), where), view));
  }

  private void place(Module.DashboardItem item) {
    String where = where("dashboard-item", item);
    known(item.title(), where);
    item.description().ifPresent(label -> known(label, where));
    View view = new View(means, item.template(), Optional.empty(), item.contextProvider(), where);
    dashboard.put(
        descriptor.completeKey(item),
        new Viewed<>(item, conditions.of(item.condition(), where), view));
  }

  private String where(String type, Module module) {
    return "The " + type + " " + descriptor.completeKey(module);
  }

  private void known(Module.Label label, String where) {
    if (!means.translations().knows(label.key())) {
      throw new AddOnFailure(where + " has a text without translation: " + label.key());
    }
  }

  /** The sections at a location whose conditions hold. */
  public List<Section> sections(
      String location, Map<String, Object> given, HttpServletRequest request) {
    Map<String, Object> context = complete(given, request);
    return sections.stream()
        .filter(placed -> placed.module().location().equals(location))
        .filter(placed -> shows(placed.condition(), placed.module(), context))
        .map(placed -> new Section(placed.module().key(), text(placed.module().label())))
        .toList();
  }

  /** The items of a section whose conditions hold. */
  public List<Item> items(String section, Map<String, Object> given, HttpServletRequest request) {
    Map<String, Object> context = complete(given, request);
    return items.stream()
        .filter(placed -> placed.module().section().equals(section))
        .filter(placed -> shows(placed.condition(), placed.module(), context))
        .map(placed -> item(placed.module(), context, request))
        .toList();
  }

  private Item item(
      Module.WebItem module, Map<String, Object> context, HttpServletRequest request) {
    String link = means.templates().renderText(module.link(), linkVariables(context));
    return new Item(
        descriptor.completeKey(module),
        module.linkId(),
        text(module.label()),
        link.startsWith("/") ? request.getContextPath() + link : link,
        module.params().getOrDefault("iconClass", ""));
  }

  private static Map<String, Object> linkVariables(Map<String, Object> context) {
    Map<String, Object> variables = new HashMap<>(context);
    if (context.get("project") instanceof Project project) {
      String encoded = URLEncoder.encode(project.getKey(), StandardCharsets.UTF_8);
      variables.put("pathEncodedProjectKey", encoded.replace("+", "%20"));
      variables.put("projectKeyEncoded", encoded);
    }
    return variables;
  }

  /** Whether the add-on has a panel for the location. */
  public boolean hasPanels(String location) {
    return panels.stream().anyMatch(panel -> panel.module().location().equals(location));
  }

  /** The panels at a location whose conditions hold, rendered. */
  public List<Panel> panels(
      String location, Map<String, Object> given, HttpServletRequest request) {
    Map<String, Object> context = complete(given, request);
    return panels.stream()
        .filter(panel -> panel.module().location().equals(location))
        .filter(panel -> shows(panel.condition(), panel.module(), context))
        .map(
            panel ->
                new Panel(
                    descriptor.completeKey(panel.module()),
                    panel.module().label().map(this::text).orElse(""),
                    html(panel.module(), panel.view(), context, request)))
        .toList();
  }

  /** The dashboard items whose conditions hold. */
  public List<DashboardItem> dashboardItems() {
    Map<String, Object> context = new HashMap<>();
    user().ifPresent(user -> context.put("user", user));
    context.put("helper", new JiraHelper());
    return dashboard.values().stream()
        .filter(item -> shows(item.condition(), item.module(), context))
        .map(
            item ->
                new DashboardItem(
                    descriptor.completeKey(item.module()),
                    text(item.module().title()),
                    item.module().description().map(this::text).orElse(""),
                    item.module().amdModule().orElse(""),
                    item.module().configurable()))
        .toList();
  }

  /**
   * The HTML that the server renders for a dashboard item; empty text when it has no view of its
   * own or is unknown.
   */
  public String dashboardView(
      String completeKey, Map<String, Object> given, HttpServletRequest request) {
    Viewed<Module.DashboardItem> item = dashboard.get(completeKey);
    if (item == null || item.view().isEmpty()) {
      return "";
    }
    return html(item.module(), item.view(), complete(given, request), request);
  }

  private Map<String, Object> complete(Map<String, Object> given, HttpServletRequest request) {
    Map<String, Object> context = new HashMap<>(given);
    user().ifPresent(user -> context.putIfAbsent("user", user));
    context.putIfAbsent("request", request);
    Project project = (Project) context.get("project");
    context.putIfAbsent("helper", new JiraHelper(request, project, given));
    return context;
  }

  private Optional<ApplicationUser> user() {
    return Optional.ofNullable(means.authentication().getLoggedInUser());
  }

  // As in Jira, a fragment that fails is left out and the rest of the page is shown.
  private boolean shows(
      Predicate<Map<String, Object>> condition, Module module, Map<String, Object> context) {
    try {
      return condition.test(context);
    } catch (RuntimeException e) {
      LOG.error("A condition of {} failed", descriptor.completeKey(module), e);
      return false;
    }
  }

  private String html(
      Module module, View view, Map<String, Object> context, HttpServletRequest request) {
    try {
      return view.html(context, variables -> withTools(variables, request));
    } catch (RuntimeException e) {
      String key = descriptor.completeKey(module);
      LOG.error("{} could not be rendered", key, e);
      return "<p>Error rendering '" + key + "'. Please contact your Jira administrators.</p>";
    }
  }

  private Map<String, Object> withTools(Map<String, Object> variables, HttpServletRequest request) {
    variables.putIfAbsent("i18n", means.translations().in(means.authentication().getLocale()));
    variables.putIfAbsent(
        "webResourceManager", new RequiredResources(means.resources().apply(request)));
    return variables;
  }

  private String text(Module.Label label) {
    return means.translations().text(means.authentication().getLocale(), label.key());
  }
}
