package io.bearings.host.web;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.PluginParseException;
import com.atlassian.plugin.web.ContextProvider;
import com.atlassian.plugin.web.model.WebPanel;
import io.bearings.host.Temper;
import io.bearings.host.descriptor.Module;
import io.bearings.host.descriptor.Module.Condition;
import io.bearings.host.descriptor.Module.Configured;
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

  private final PluginDescriptor descriptor;
  private final AddOnBundle bundle;
  private final AddOnComponents components;
  private final Templates templates;
  private final Translations translations;
  private final JiraAuthenticationContext authentication;
  private final Function<HttpServletRequest, PageResources> resources;
  private final Temper temper;

  private final List<Placed<Module.WebSection>> sections = new ArrayList<>();
  private final List<Placed<Module.WebItem>> items = new ArrayList<>();
  private final List<PlacedPanel> panels = new ArrayList<>();
  private final Map<String, PlacedDashboardItem> dashboard = new HashMap<>();

  /** A context while a condition or provider is asked. */
  private interface Shown extends Predicate<Map<String, Object>> {}

  private record Placed<M>(M module, Shown condition) {}

  private record View(
      Optional<String> template, Optional<WebPanel> panel, Optional<ContextProvider> provider) {}

  private record PlacedPanel(Module.WebPanel module, Shown condition, View view) {}

  private record PlacedDashboardItem(Module.DashboardItem module, Shown condition, View view) {}

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
    descriptor = means.descriptor();
    bundle = means.bundle();
    components = means.components();
    templates = means.templates();
    translations = means.translations();
    authentication = means.authentication();
    resources = means.resources();
    temper = means.temper();
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
    sections.add(new Placed<>(section, shown(section.condition(), where)));
  }

  private void place(Module.WebItem item) {
    String where = where("web-item", item);
    known(item.label(), where);
    items.add(new Placed<>(item, shown(item.condition(), where)));
  }

  private void place(Module.WebPanel panel) {
    String where = where("web-panel", panel);
    panel.label().ifPresent(label -> known(label, where));
    Optional<WebPanel> byClass =
        panel
            .className()
            .map(name -> components.create(bundle.load(name, WebPanel.class, where), where));
    View view = view(panel.template(), byClass, panel.contextProvider(), where);
    panels.add(new PlacedPanel(panel, shown(panel.condition(), where), view));
  }

  private void place(Module.DashboardItem item) {
    String where = where("dashboard-item", item);
    known(item.title(), where);
    item.description().ifPresent(label -> known(label, where));
    View view = view(item.template(), Optional.empty(), item.contextProvider(), where);
    dashboard.put(
        descriptor.completeKey(item),
        new PlacedDashboardItem(item, shown(item.condition(), where), view));
  }

  private String where(String type, Module module) {
    return "The " + type + " " + descriptor.completeKey(module);
  }

  private void known(Module.Label label, String where) {
    if (!translations.knows(label.key())) {
      throw new AddOnFailure(where + " has a text without translation: " + label.key());
    }
  }

  private View view(
      Optional<String> template,
      Optional<WebPanel> panel,
      Optional<Configured> provider,
      String where) {
    template.ifPresent(path -> templates.check(path, where));
    return new View(template, panel, provider.map(configured -> provider(configured, where)));
  }

  private ContextProvider provider(Configured configured, String where) {
    ContextProvider provider =
        components.create(bundle.load(configured.className(), ContextProvider.class, where), where);
    try {
      provider.init(configured.params());
    } catch (PluginParseException e) {
      throw refused(configured, where, e);
    }
    return provider;
  }

  private static AddOnFailure refused(
      Configured configured, String where, PluginParseException cause) {
    return new AddOnFailure(
        where
            + " has parameters that "
            + configured.className()
            + " refuses: "
            + cause.getMessage(),
        cause);
  }

  private Shown shown(Condition condition, String where) {
    if (condition instanceof Condition.All all) {
      List<Shown> each = all.conditions().stream().map(c -> shown(c, where)).toList();
      return context -> each.stream().allMatch(shown -> shown.test(context));
    }
    if (condition instanceof Condition.Any any) {
      List<Shown> each = any.conditions().stream().map(c -> shown(c, where)).toList();
      return context -> each.stream().anyMatch(shown -> shown.test(context));
    }
    return shown((Condition.One) condition, where);
  }

  private Shown shown(Condition.One one, String where) {
    Configured by = one.by();
    var made =
        components.create(
            bundle.load(by.className(), com.atlassian.plugin.web.Condition.class, where), where);
    try {
      made.init(by.params());
    } catch (PluginParseException e) {
      throw refused(by, where, e);
    }
    return context -> made.shouldDisplay(context) != one.inverted();
  }

  // As in Jira, a fragment that fails is left out and the rest of the page is shown.
  private boolean shows(Shown condition, Module module, Map<String, Object> context) {
    try {
      return condition.test(context);
    } catch (RuntimeException e) {
      LOG.error("A condition of {} failed", descriptor.completeKey(module), e);
      return false;
    }
  }

  private Map<String, Object> complete(Map<String, Object> given, HttpServletRequest request) {
    Map<String, Object> context = new HashMap<>(given);
    ApplicationUser user = authentication.getLoggedInUser();
    if (user != null) {
      context.putIfAbsent("user", user);
    }
    context.putIfAbsent("request", request);
    Project project = (Project) context.get("project");
    context.putIfAbsent("helper", new JiraHelper(request, project, given));
    return context;
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
    String link = templates.renderText(module.link(), linkVariables(context));
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

  private String html(
      Module module, View view, Map<String, Object> context, HttpServletRequest request) {
    try {
      Map<String, Object> provided =
          view.provider().isPresent()
              ? view.provider().get().getContextMap(context)
              : Map.<String, Object>of();
      if (view.panel().isPresent()) {
        Map<String, Object> whole = new HashMap<>(context);
        whole.putAll(provided);
        return view.panel().get().getHtml(whole);
      }
      return templates.render(view.template().orElseThrow(), variables(context, provided, request));
    } catch (RuntimeException e) {
      String key = descriptor.completeKey(module);
      LOG.error("{} could not be rendered", key, e);
      return "<p>Error rendering '" + key + "'. Please contact your Jira administrators.</p>";
    }
  }

  private Map<String, Object> variables(
      Map<String, Object> context, Map<String, Object> provided, HttpServletRequest request) {
    Map<String, Object> variables = new HashMap<>();
    if (!temper.harsh()) {
      variables.putAll(context);
    }
    variables.putAll(provided);
    variables.putIfAbsent("i18n", translations.in(authentication.getLocale()));
    variables.putIfAbsent("webResourceManager", new RequiredResources(resources.apply(request)));
    return variables;
  }

  /** The dashboard items whose conditions hold. */
  public List<DashboardItem> dashboardItems() {
    Map<String, Object> context = new HashMap<>();
    ApplicationUser user = authentication.getLoggedInUser();
    if (user != null) {
      context.put("user", user);
    }
    context.put("helper", new JiraHelper());
    return descriptor
        .modules(Module.DashboardItem.class)
        .map(module -> dashboard.get(descriptor.completeKey(module)))
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
    PlacedDashboardItem item = dashboard.get(completeKey);
    if (item == null || item.view().template().isEmpty()) {
      return "";
    }
    return html(item.module(), item.view(), complete(given, request), request);
  }

  private String text(Module.Label label) {
    return translations.text(authentication.getLocale(), label.key());
  }
}
