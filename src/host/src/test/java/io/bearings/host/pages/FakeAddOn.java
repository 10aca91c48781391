package io.bearings.host.pages;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import io.bearings.host.runtime.AddOnRuntime;
import io.bearings.host.runtime.PostFunction;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** An add-on that has one of everything that a page can show. */
final class FakeAddOn implements AddOnRuntime {
  static final String PAGE = "fake:project-page";
  static final String HIDDEN_PAGE = "fake:hidden-page";
  static final String GADGET = "fake:gadget";

  private final FrameOfActions frame;
  Optional<String> trouble = Optional.empty();

  FakeAddOn(FrameOfActions frame) {
    this.frame = frame;
  }

  @Override
  public String key() {
    return "fake";
  }

  @Override
  public boolean enabled() {
    return trouble.isEmpty();
  }

  @Override
  public Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void mount(ServletContextHandler context) {
    context.addServlet(new ServletHolder(new Downloads()), "/download/*");
    context.addServlet(new ServletHolder(new Actions()), "/secure/*");
  }

  @Override
  public List<Section> sections(
      String location, Map<String, Object> context, HttpServletRequest request) {
    return location.equals("admin_plugins_menu")
        ? List.of(new Section("fake-section", "Fake & Co"), new Section("empty-section", "Empty"))
        : List.of();
  }

  @Override
  public List<Item> items(String section, Map<String, Object> context, HttpServletRequest request) {
    String base = request.getContextPath();
    return switch (section) {
      case "system.top.navigation.bar" ->
          List.of(
              new Item("fake:top", "fake-top-link", "Objectives", base + "/secure/Fake.jspa", ""));
      case "jira.project.sidebar.plugins.navigation" ->
          List.of(
              new Item(
                  PAGE,
                  "",
                  "Objectives <b>",
                  base
                      + "/projects/"
                      + context.get("pathEncodedProjectKey")
                      + "?selectedItem="
                      + PAGE,
                  "aui-icon aui-icon-large aui-iconfont-graph-line"));
      case "jira.agile.board.tools" ->
          List.of(
              new Item(
                  "fake:board",
                  "fake-board",
                  "Alignment <b>",
                  base
                      + "/secure/Fake.jspa?board="
                      + ((BoardPage.Linked) context.get("board")).getId(),
                  ""));
      case "admin_plugins_menu/fake-section" ->
          List.of(
              new Item(
                  "fake:settings",
                  "fake-settings",
                  "Settings",
                  base + "/secure/FakeAdmin.jspa",
                  ""));
      default -> List.of();
    };
  }

  @Override
  public List<Panel> panels(
      String location, Map<String, Object> context, HttpServletRequest request) {
    resources(request).requireResource("fake:panel-" + location);
    return switch (location) {
      case PAGE ->
          List.of(
              new Panel(
                  PAGE,
                  "",
                  "<h1>Objectives</h1><p id=\"fake-panel\">Panel of "
                      + context.get("pathEncodedProjectKey")
                      + "</p>"));
      case "atl.jira.view.issue.right.context" ->
          List.of(
              new Panel("fake:issue-panel", "Key results", "<p id=\"fake-right\">None yet</p>"));
      case "atl.gh.issue.details.tab" ->
          List.of(
              new Panel(
                  "fake:detail-panel",
                  "Key results",
                  "<p id=\"fake-detail\">Detail of "
                      + ((Issue) context.get("issue")).getKey()
                      + "</p>"));
      default -> List.of();
    };
  }

  @Override
  public boolean hasPanels(String location) {
    return location.equals(PAGE) || location.equals(HIDDEN_PAGE);
  }

  @Override
  public List<JqlFunction> jqlFunctions() {
    return List.of();
  }

  @Override
  public List<PostFunction> postFunctions() {
    return List.of();
  }

  @Override
  public List<DashboardItem> dashboardItems() {
    return List.of(
        new DashboardItem(GADGET, "Progress", "Shows progress & more", "fake/gadget", true),
        new DashboardItem("fake:broken", "Broken", "Cannot be shown", "fake/missing", false));
  }

  @Override
  public String dashboardView(
      String completeKey, Map<String, Object> context, HttpServletRequest request) {
    return completeKey.equals(GADGET) ? "<p class=\"fake-view\">View</p>" : "";
  }

  @Override
  public PageResources resources(HttpServletRequest request) {
    Resources resources = (Resources) request.getAttribute(Resources.class.getName());
    if (resources == null) {
      resources = new Resources(request.getContextPath());
      request.setAttribute(Resources.class.getName(), resources);
    }
    return resources;
  }

  @Override
  public void close() {
    // Nothing was opened.
  }

  private static final class Resources implements PageResources {
    private final String base;
    private final List<String> required = new ArrayList<>();

    Resources(String base) {
      this.base = base;
    }

    @Override
    public void requireResource(String completeKey) {
      required.add(completeKey);
    }

    @Override
    public void requireContext(String context) {
      required.add(context);
    }

    @Override
    public String tags() {
      String script =
          required.contains("atl.dashboard")
              ? "<script src=\"" + base + "/download/gadget.js\"></script>"
              : "";
      return "<meta name=\"fake-required\" content=\""
          + String.join(" ", required)
          + "\">"
          + script;
    }
  }

  private static final class Downloads extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/javascript");
      response
          .getWriter()
          .write(
              """
              define('fake/gadget', ['jquery'], function ($) {
                function Gadget(API) { this.API = API; }
                Gadget.prototype.render = function (element, preferences) {
                  $(element).html('<p class="fake-value"></p>');
                  $(element).find('p').text('Project ' + (preferences.project || 'none'));
                  this.API.setTitle('Progress of ' + (preferences.project || 'nothing'));
                };
                Gadget.prototype.renderEdit = function (element, preferences) {
                  var api = this.API;
                  $(element).html('<form class="aui"><label for="fp">Project</label><input class="text" id="fp"><button class="aui-button">Save</button></form>');
                  $(element).find('input').val(preferences.project || '');
                  $(element).find('form').on('submit', function (e) {
                    e.preventDefault();
                    api.savePreferences({ project: $(element).find('input').val(), count: 3, isConfigured: true });
                  });
                };
                return Gadget;
              });
              """);
    }
  }

  private final class Actions extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      switch (request.getPathInfo()) {
        case "/FakeAdmin.jspa" ->
            frame.write(
                new io.bearings.host.runtime.PageDecorator.Page(
                    "atl.admin",
                    "admin_plugins_menu/fake-section",
                    "fake-settings",
                    "Settings & more",
                    "<meta name=\"fake-head\" content=\"here\">",
                    "<h1>Settings</h1><p>Body of the action</p>"),
                request,
                response);
        case "/Fake.jspa" ->
            frame.write(
                new io.bearings.host.runtime.PageDecorator.Page(
                    "atl.general", "", "", "Objectives", "", "<h1>All objectives</h1>"),
                request,
                response);
        case "/Broken.jspa" -> {
          response.getWriter().write("half a page");
          throw new IllegalStateException("The action <b>broke</b>");
        }
        default -> response.sendError(404, "No action " + request.getPathInfo());
      }
    }
  }
}
