package io.bearings.host.runtime;

import com.atlassian.jira.plugin.jql.function.JqlFunction;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/**
 * The installed add-on, as the host's pages see it: what it adds to menus, pages and dashboards.
 * The pages know nothing about bundles, Spring or descriptors.
 */
public interface AddOnRuntime extends AutoCloseable {

  /** The add-on's key, such as {@code io.bearings}. */
  String key();

  /** Whether the add-on started; if not, {@link #trouble()} tells why. */
  boolean enabled();

  /** Why the add-on is not enabled; empty when it is. */
  Optional<String> trouble();

  /**
   * Adds what the add-on serves itself: {@code /rest/*}, {@code /download/*}, {@code
   * /plugins/servlet/*} and its actions below {@code /secure/*}. Whoever calls this has put log-in
   * and request filters in front.
   */
  void mount(ServletContextHandler context);

  /** The sections at a location, by weight, whose conditions hold. */
  List<Section> sections(String location, Map<String, Object> context, HttpServletRequest request);

  /** The items of a section, by weight, whose conditions hold. */
  List<Item> items(String section, Map<String, Object> context, HttpServletRequest request);

  /**
   * The panels at a location, by weight, whose conditions hold, already rendered.
   *
   * @param context what Jira gives there: {@code user}, {@code project}, {@code issue}, {@code
   *     helper} …
   */
  List<Panel> panels(String location, Map<String, Object> context, HttpServletRequest request);

  /** Whether a panel exists at the location, whatever its conditions say. */
  boolean hasPanels(String location);

  /** The functions that the add-on brings to JQL; none when it is stopped. */
  List<JqlFunction> jqlFunctions();

  /** The functions that the add-on offers to workflows; none when it is stopped. */
  List<PostFunction> postFunctions();

  /** The items that a user may put on a dashboard. */
  List<DashboardItem> dashboardItems();

  /**
   * What the server renders inside a placed dashboard item, before its AMD module takes over; empty
   * text when the item has no view of its own, or is unknown.
   */
  String dashboardView(String completeKey, Map<String, Object> context, HttpServletRequest request);

  /**
   * Collects the web resources that one page needs; asked once per request, its tags go into the
   * page's head.
   */
  PageResources resources(HttpServletRequest request);

  /** Stops the add-on: its components are destroyed, its bundle is uninstalled. */
  @Override
  void close();

  /** A rendered section of a menu. */
  record Section(String key, String label) {}

  /** A rendered menu item; {@code url} starts with the context path. */
  record Item(String completeKey, String linkId, String label, String url, String iconClass) {}

  /** A rendered panel: its complete key, its label (empty when it has none) and its HTML. */
  record Panel(String completeKey, String label, String html) {}

  /** An item for dashboards; {@code amdModule} is empty when the view is rendered by the server. */
  record DashboardItem(
      String completeKey,
      String title,
      String description,
      String amdModule,
      boolean configurable) {}

  /** The web resources required while a page is rendered. */
  interface PageResources {
    /** Requires one web resource by its complete key, with all that it depends on. */
    void requireResource(String completeKey);

    /** Requires every web resource of a context, such as {@code atl.dashboard}. */
    void requireContext(String context);

    /** The {@code <link>} and {@code <script>} tags of everything required so far, in order. */
    String tags();
  }
}
