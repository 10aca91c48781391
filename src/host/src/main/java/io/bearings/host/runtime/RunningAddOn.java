package io.bearings.host.runtime;

import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.security.JiraAuthenticationContext;
import io.bearings.host.action.ActionFilter;
import io.bearings.host.rest.RestModules;
import io.bearings.host.web.AddOnServlets;
import io.bearings.host.web.DownloadServlet;
import io.bearings.host.web.WebFragments;
import io.bearings.host.web.WebResources;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** An add-on that is started. */
final class RunningAddOn implements AddOnRuntime {
  private final String key;
  private final Parts parts;
  private final Runnable stop;
  private volatile boolean stopped;

  /** What the add-on consists of. */
  record Parts(
      WebFragments fragments,
      WebResources resources,
      RequestResources ofRequest,
      RestModules rest,
      AddOnServlets servlets,
      ActionFilter actions,
      List<JqlFunction> jqlFunctions,
      List<PostFunction> postFunctions,
      JiraAuthenticationContext authentication) {}

  RunningAddOn(String key, Parts parts, Runnable stop) {
    this.key = key;
    this.parts = parts;
    this.stop = stop;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public boolean enabled() {
    return !stopped;
  }

  @Override
  public Optional<String> trouble() {
    return stopped ? Optional.of(key + " is stopped") : Optional.empty();
  }

  @Override
  public void mount(ServletContextHandler context) {
    parts.rest().mount(context);
    parts.servlets().mount(context);
    context.addServlet(
        new ServletHolder(new DownloadServlet(parts.resources(), parts.authentication())),
        "/download/resources/*");
    context.addFilter(
        new FilterHolder(parts.actions()), "/secure/*", EnumSet.of(DispatcherType.REQUEST));
  }

  @Override
  public List<Section> sections(
      String location, Map<String, Object> context, HttpServletRequest request) {
    return parts.fragments().sections(location, context, request);
  }

  @Override
  public List<Item> items(String section, Map<String, Object> context, HttpServletRequest request) {
    return parts.fragments().items(section, context, request);
  }

  @Override
  public List<Panel> panels(
      String location, Map<String, Object> context, HttpServletRequest request) {
    return parts.fragments().panels(location, context, request);
  }

  @Override
  public boolean hasPanels(String location) {
    return parts.fragments().hasPanels(location);
  }

  @Override
  public List<JqlFunction> jqlFunctions() {
    return stopped ? List.of() : parts.jqlFunctions();
  }

  @Override
  public List<PostFunction> postFunctions() {
    return stopped ? List.of() : parts.postFunctions();
  }

  @Override
  public List<DashboardItem> dashboardItems() {
    return parts.fragments().dashboardItems();
  }

  @Override
  public String dashboardView(
      String completeKey, Map<String, Object> context, HttpServletRequest request) {
    return parts.fragments().dashboardView(completeKey, context, request);
  }

  @Override
  public PageResources resources(HttpServletRequest request) {
    return parts.ofRequest().apply(request);
  }

  @Override
  public void close() {
    if (!stopped) {
      stopped = true;
      stop.run();
    }
  }
}
