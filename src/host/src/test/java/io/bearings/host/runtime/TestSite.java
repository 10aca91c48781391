package io.bearings.host.runtime;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.I18nHelper;
import com.atlassian.jira.web.ExecutingHttpRequest;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.db.JdbcAddress;
import io.bearings.host.db.PooledDatabase;
import io.bearings.host.i18n.Translations;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;
import org.mockito.Mockito;

/**
 * A site with nothing but an add-on. The request header {@code X-User} says who is logged in:
 * {@code admin} has every permission, others have none.
 */
public final class TestSite extends ExternalResource {
  private static final String TOKEN = "the-token";

  private final TemporaryFolder folder = new TemporaryFolder();
  private final Authentication authentication = new Authentication();
  private final Translations translations = new Translations();
  private Temper temper = Temper.KIND;
  private Companion companion = Companion.NONE;
  private Database database;
  private AddOnRuntime addOn;
  private Server server;

  @Override
  protected void before() throws IOException {
    folder.create();
    database = PooledDatabase.open(JdbcAddress.fileIn(home()));
  }

  @Override
  protected void after() {
    stop();
    database.close();
    folder.delete();
  }

  /** Ends the add-on; another may be started on the same database. */
  public void stop() {
    try {
      if (server != null) {
        server.stop();
        server = null;
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    if (addOn != null) {
      addOn.close();
      addOn = null;
    }
  }

  public Path home() {
    return folder.getRoot().toPath();
  }

  public Database database() {
    return database;
  }

  public Translations translations() {
    return translations;
  }

  public void temper(Temper chosen) {
    temper = chosen;
  }

  public void beside(Companion other) {
    companion = other;
  }

  public void logIn(String name, Locale locale) {
    authentication.user = name == null ? null : user(name);
    authentication.locale = locale;
  }

  private static ApplicationUser user(String name) {
    ApplicationUser user = Mockito.mock(ApplicationUser.class);
    Mockito.when(user.getKey()).thenReturn(name);
    return user;
  }

  /** Starts an add-on, without a web server. */
  public AddOnRuntime start(AddOnJar jar) {
    stop();
    HostServices services = new HostServices();
    services.publish(JiraAuthenticationContext.class, authentication);
    services.publish(GlobalPermissionManager.class, TestSite::isAdmin);
    services.publish(XsrfTokenGenerator.class, new Tokens());
    services.publish(EventPublisher.class, new HostEvents(temper));
    addOn =
        new AddOnLauncher(
                services,
                database,
                temper,
                TestSite::decorate,
                new HostSite(home(), "/jira", () -> "http://localhost/jira", false),
                translations)
            .beside(companion)
            .start(jar.build(home().resolve("build" + System.nanoTime())));
    return addOn;
  }

  private static boolean isAdmin(GlobalPermissionKey permission, ApplicationUser user) {
    return user != null && user.getKey().equals("admin");
  }

  private static void decorate(
      PageDecorator.Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .write("[" + page.decorator() + "|" + page.title() + "]" + page.body().trim());
  }

  /** Starts an add-on and serves it. */
  public void serve(AddOnJar jar) {
    start(jar);
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("localhost");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/jira");
    Filter logIn =
        (request, response, chain) -> {
          HttpServletRequest http = (HttpServletRequest) request;
          logIn(http.getHeader("X-User"), Locale.ENGLISH);
          ExecutingHttpRequest.set(http, (HttpServletResponse) response);
          try {
            chain.doFilter(request, response);
          } finally {
            ExecutingHttpRequest.clear();
          }
        };
    context.addFilter(new FilterHolder(logIn), "/*", EnumSet.of(DispatcherType.REQUEST));
    addOn.mount(context);
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A request to a path below the context path, with headers in pairs. */
  public HttpResponse<String> ask(String method, String path, String body, String... headers) {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/jira" + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private final class Authentication implements JiraAuthenticationContext {
    private ApplicationUser user;
    private Locale locale = Locale.ENGLISH;

    @Override
    public ApplicationUser getLoggedInUser() {
      return user;
    }

    @Override
    public boolean isLoggedInUser() {
      return user != null;
    }

    @Override
    public Locale getLocale() {
      return locale;
    }

    @Override
    public I18nHelper getI18nHelper() {
      return translations.in(locale);
    }

    @Override
    public void setLoggedInUser(ApplicationUser loggedIn) {
      user = loggedIn;
    }

    @Override
    public void clearLoggedInUser() {
      user = null;
    }
  }

  private static final class Tokens implements XsrfTokenGenerator {
    @Override
    public String generateToken() {
      return TOKEN;
    }

    @Override
    public String generateToken(HttpServletRequest request) {
      return TOKEN;
    }

    @Override
    public String generateToken(HttpServletRequest request, boolean create) {
      return TOKEN;
    }

    @Override
    public String getToken(HttpServletRequest request) {
      return TOKEN;
    }

    @Override
    public String getXsrfTokenName() {
      return "atl_token";
    }

    @Override
    public boolean validateToken(HttpServletRequest request, String token) {
      return TOKEN.equals(token);
    }

    @Override
    public boolean generatedByAuthenticatedUser(String token) {
      return true;
    }
  }
}
