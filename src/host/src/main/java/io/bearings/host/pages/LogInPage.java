package io.bearings.host.pages;

import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.StatementCount;
import io.bearings.host.jira.HostPerson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The log-in, {@code /login.jsp} with Jira's field names. */
final class LogInPage implements Page {
  static final String PATH = "/login.jsp";

  private final Templates templates;
  private final Frame frame;
  private final HostPerson people;

  LogInPage(Templates templates, Frame frame, HostPerson people) {
    this.templates = templates;
    this.frame = frame;
    this.people = people;
  }

  /** The address, with context path, that asks to log in and returns to the request. */
  static String address(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    // What was posted cannot be repeated by a link.
    if (!request.getMethod().equals("GET") || path.equals(PATH)) {
      return request.getContextPath() + PATH;
    }
    String destination =
        request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    return request.getContextPath()
        + PATH
        + "?os_destination="
        + URLEncoder.encode(destination, StandardCharsets.UTF_8);
  }

  @Override
  public void show(Visit visit) throws IOException {
    if (visit.visitor().isPresent()) {
      visit.redirect(destination(visit));
    } else {
      write(visit, "", "");
    }
  }

  @Override
  public void act(Visit visit) throws IOException {
    String name = visit.parameter("os_username").orElse("");
    String password = visit.parameter("os_password").orElse("");
    Optional<ApplicationUser> user = StatementCount.free(() -> people.authenticate(name, password));
    if (user.isPresent()) {
      Sessions.logIn(visit.request(), user.get());
      visit.redirect(destination(visit));
    } else {
      write(visit, name, "Sorry, your username and password are incorrect. Please try again.");
    }
  }

  private void write(Visit visit, String name, String error) throws IOException {
    Html content =
        templates.render(
            "log-in",
            Map.of(
                "base",
                visit.contextPath(),
                "name",
                name,
                "error",
                error,
                "asked",
                visit.parameter("permissionViolation").isPresent(),
                "destination",
                visit.parameter("os_destination").orElse("")));
    frame.write(visit, Sheet.of("Log in", content).in("log-in"));
  }

  // Only a path of this site: "//elsewhere" and "/\elsewhere" would leave it.
  private static String destination(Visit visit) {
    return visit
        .parameter("os_destination")
        .filter(path -> path.matches("/[^/\\\\].*") || path.equals("/"))
        .filter(path -> path.chars().noneMatch(Character::isISOControl))
        .orElse(DashboardPage.PATH);
  }
}
