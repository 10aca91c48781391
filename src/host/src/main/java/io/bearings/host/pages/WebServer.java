package io.bearings.host.pages;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.jira.Boards;
import io.bearings.host.jira.BulkOperations;
import io.bearings.host.jira.Comments;
import io.bearings.host.jira.Dashboards;
import io.bearings.host.jira.HostPerson;
import io.bearings.host.jira.IssueOperations;
import io.bearings.host.jira.PostFunctions;
import io.bearings.host.jira.SearchLog;
import io.bearings.host.jira.SiteOperations;
import io.bearings.host.jira.SprintOperations;
import io.bearings.host.jira.WorkLogs;
import io.bearings.host.jira.Workflow;
import io.bearings.host.pages.lab.LabServlet;
import io.bearings.host.pages.lab.LogTap;
import io.bearings.host.pages.rest.AgileResource;
import io.bearings.host.pages.rest.CreateMetaResource;
import io.bearings.host.pages.rest.DashboardResource;
import io.bearings.host.pages.rest.IssueResource;
import io.bearings.host.pages.rest.SearchResource;
import io.bearings.host.pages.rest.SiteResource;
import io.bearings.host.runtime.AddOnRuntime;
import io.bearings.host.runtime.HostServices;
import io.bearings.host.runtime.PageDecorator;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie.SameSite;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.MovedContextHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The web server: the host's pages, and what the add-on mounts, behind log-in and error pages. */
public final class WebServer implements AutoCloseable {
  private static final int THREADS = 40;

  /** As long as in Jira: five hours. */
  private static final int SESSION_SECONDS = 5 * 60 * 60;

  private static final long STOP_MILLIS = 5_000;

  private final Server server;
  private final ServerConnector connector;
  private final String contextPath;

  private WebServer(Server server, ServerConnector connector, String contextPath) {
    this.server = server;
    this.connector = connector;
    this.contextPath = contextPath;
  }

  /**
   * Where the server listens.
   *
   * @param address port 0 for any that is free
   * @param contextPath such as {@code /jira}; empty for the root
   */
  public record Place(InetSocketAddress address, String contextPath) {}

  /**
   * What the pages show.
   *
   * @param services Jira's own API
   * @param softwareArrives brings Jira Software, unless it is there
   * @param endBeforeEvent ends the process when the next issue event is due, and before it
   * @param moveClock shows Jira another time: the true one and this much
   * @param searches what was searched for
   * @param lab the log that tests may read; empty when tests may not look inside
   */
  public record Parts(
      HostServices services,
      HostPerson people,
      Workflow workflow,
      PostFunctions postFunctions,
      IssueOperations operations,
      BulkOperations bulk,
      Comments comments,
      WorkLogs workLogs,
      SiteOperations siteOperations,
      Boards boards,
      SprintOperations sprints,
      Dashboards dashboards,
      AddOnRuntime addOn,
      Database database,
      Temper temper,
      Runnable softwareArrives,
      Runnable endBeforeEvent,
      Consumer<Duration> moveClock,
      SearchLog searches,
      Optional<LogTap> lab) {}

  /**
   * Binds the port. Requests wait until {@link #serve}.
   *
   * @throws IOException when the port is taken
   */
  public static WebServer bind(Place place) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    Server server = new Server(threads);
    server.setStopTimeout(STOP_MILLIS);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(place.address().getAddress().getHostAddress());
    connector.setPort(place.address().getPort());
    connector.open();
    server.addConnector(connector);
    return new WebServer(server, connector, place.contextPath());
  }

  /** The site's address with context path, without a slash at its end. */
  public String baseUrl() {
    return "http://localhost:" + connector.getLocalPort() + contextPath;
  }

  /** Serves the pages from now on, and gives the add-on's actions their frame. */
  public void serve(Parts parts, FrameOfActions frameOfActions) throws Exception {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath(contextPath.isEmpty() ? "/" : contextPath);
    SessionHandler sessions = context.getSessionHandler();
    sessions.setMaxInactiveInterval(SESSION_SECONDS);
    sessions.setHttpOnly(true);
    sessions.setSameSite(SameSite.LAX);
    frameOfActions.become(mount(context, parts));
    server.setHandler(
        compressed(
            contextPath.isEmpty()
                ? context
                : new Handler.Sequence(context, fromRoot(contextPath))));
    server.start();
  }

  /** Pages, styles and scripts only: REST keeps its entity tags as the add-on wrote them. */
  private static Handler compressed(Handler pages) {
    GzipHandler gzip = new GzipHandler(pages);
    gzip.setIncludedMimeTypes("text/html", "text/css", "text/javascript", "application/javascript");
    return gzip;
  }

  private static Handler fromRoot(String contextPath) {
    MovedContextHandler moved = new MovedContextHandler();
    moved.setContextPath("/");
    moved.setRedirectURI(contextPath + "/");
    moved.setDiscardPathInContext(true);
    moved.setDiscardQuery(true);
    return moved;
  }

  private static PageDecorator mount(ServletContextHandler context, Parts parts) {
    HostServices jira = parts.services();
    JiraAuthenticationContext authentication = jira.get(JiraAuthenticationContext.class);
    XsrfTokenGenerator tokens = jira.get(XsrfTokenGenerator.class);
    PermissionManager permissions = jira.get(PermissionManager.class);
    ProjectManager projects = jira.get(ProjectManager.class);
    AddOnRuntime addOn = parts.addOn();
    Templates templates = new Templates();
    Assets assets = new Assets(Long.toString(System.currentTimeMillis(), 36));
    Visits visits = new Visits(authentication);
    Moments moments = new Moments(parts.people(), ZoneId.systemDefault());
    VisibleIssues issues = new VisibleIssues(jira.get(IssueManager.class), permissions);
    Frame frame =
        new Frame(
            templates,
            addOn,
            parts.people(),
            jira.get(GlobalPermissionManager.class),
            tokens,
            assets);
    AdministrationMenu menu = new AdministrationMenu(templates, addOn);
    AdministrationFrame administration = new AdministrationFrame(templates, frame, menu);

    filter(context, new BoundaryFilter(parts.lab().isPresent()));
    filter(context, new SessionFilter(parts.people(), authentication));
    filter(context, new ErrorFilter(new ErrorPages(templates, frame), visits));

    Pages pages = new Pages(context, visits);
    pages.add("", visit -> visit.redirect(DashboardPage.PATH));
    pages.add("/secure/MyJiraHome.jspa", visit -> visit.redirect(DashboardPage.PATH));
    pages.add(LogInPage.PATH, new LogInPage(templates, frame, parts.people()));
    pages.add(LogOutPage.PATH, new LogOutPage(templates, frame, tokens));
    pages.add(
        DashboardPage.PATH, new DashboardPage(templates, frame, addOn, parts.dashboards(), assets));
    pages.add(ProjectsPage.PATH, new ProjectsPage(templates, frame, permissions));
    ProjectPage projectPage =
        new ProjectPage(
            templates,
            frame,
            addOn,
            projects,
            permissions,
            jira.get(SearchService.class),
            parts.boards(),
            moments);
    pages.add(ProjectPage.PATH + "/*", projectPage);
    pages.add(
        BoardPage.PATH,
        new BoardPage(
            templates,
            frame,
            addOn,
            projectPage,
            parts.boards(),
            jira.get(SearchService.class),
            jira.get(CustomFieldManager.class),
            moments,
            assets));
    pages.add(BoardDetail.PATH + "/*", new BoardDetail(templates, addOn, issues));
    pages.add(
        IssuePage.PATH + "/*",
        new IssuePage(
            templates,
            frame,
            addOn,
            issues,
            parts.workflow(),
            jira.get(ResolutionManager.class),
            jira.get(CustomFieldManager.class),
            jira.get(ChangeHistoryManager.class),
            new IssueTalk(
                parts.comments(),
                parts.workLogs(),
                permissions,
                jira.get(VersionManager.class),
                moments),
            tokens,
            moments));
    IssueDeeds.PATHS.forEach(
        (path, deed) ->
            pages.add(
                path,
                new IssueDeeds(
                    issues,
                    parts.comments(),
                    parts.workLogs(),
                    parts.operations(),
                    new FormToken(tokens),
                    deed)));
    pages.add(
        NavigatorPage.PATH + "/*",
        new NavigatorPage(
            templates,
            frame,
            jira.get(SearchService.class),
            parts.bulk(),
            jira.get(ResolutionManager.class),
            permissions,
            new FormToken(tokens),
            moments));
    pages.add(TransitionPage.PATH, new TransitionPage(issues, parts.workflow(), tokens));
    pages.add(
        AdministrationPage.PATH,
        new AdministrationPage(
            templates, frame, menu, addOn, projects, parts.database(), parts.temper()));
    pages.add(
        WorkflowsPage.PATH,
        new WorkflowsPage(administration, parts.postFunctions(), new FormToken(tokens)));
    pages.add(
        SitePage.PATH, new SitePage(administration, parts.siteOperations(), new FormToken(tokens)));
    servlet(context, Assets.PATH + "/*", assets);
    servlet(
        context,
        "/rest/api/2/issue/*",
        new IssueResource(
            authentication,
            new IssueResource.Parts(
                issues,
                parts.workflow(),
                parts.operations(),
                parts.comments(),
                parts.workLogs(),
                jira.get(ResolutionManager.class),
                jira.get(CustomFieldManager.class),
                jira.get(VersionManager.class))));
    AgileResource agile =
        new AgileResource(
            authentication,
            new AgileResource.Parts(
                parts.boards(), parts.sprints(), issues, jira.get(SearchService.class)));
    servlet(context, AgileResource.PATH + "/*", agile);
    servlet(context, AgileResource.PRIVATE_PATH + "/*", agile);
    servlet(
        context,
        "/rest/api/2/issue/createmeta/*",
        new CreateMetaResource(authentication, permissions));
    servlet(
        context,
        "/rest/api/2/search/*",
        new SearchResource(authentication, jira.get(SearchService.class)));
    servlet(
        context, "/rest/api/2/*", new SiteResource(authentication, parts.people(), permissions));
    servlet(
        context,
        "/rest/dashboards/1.0/*",
        new DashboardResource(authentication, parts.dashboards(), addOn));
    parts
        .lab()
        .ifPresent(
            log ->
                servlet(
                    context,
                    "/host/*",
                    new LabServlet(
                        parts.database(),
                        log,
                        parts.searches(),
                        parts.softwareArrives(),
                        parts.endBeforeEvent(),
                        parts.moveClock())));
    pages.add(
        "/",
        visit ->
            visit
                .response()
                .sendError(404, "There is nothing at " + visit.request().getRequestURI() + "."));
    addOn.mount(context);
    return new FrameDecorator(templates, frame, menu, visits);
  }

  private record Pages(ServletContextHandler context, Visits visits) {
    void add(String path, Page page) {
      servlet(context, path, new PageServlet(page, visits));
    }
  }

  private static void filter(ServletContextHandler context, Filter filter) {
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  private static void servlet(ServletContextHandler context, String path, HttpServlet servlet) {
    context.addServlet(new ServletHolder(servlet), path);
  }

  /** Ends after the requests that are under way. */
  @Override
  public void close() throws Exception {
    server.stop();
    // A server that never served does not give its port back by itself.
    connector.close();
  }
}
