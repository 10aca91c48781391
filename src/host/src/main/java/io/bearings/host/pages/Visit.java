package io.bearings.host.pages;

import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.JiraRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** One request to a page, and who made it. */
record Visit(
    HttpServletRequest request, HttpServletResponse response, Optional<ApplicationUser> visitor) {

  /**
   * The person who is logged in.
   *
   * @throws LogInNeeded when nobody is
   */
  ApplicationUser person() {
    return visitor.orElseThrow(LogInNeeded::new);
  }

  /** The context path, such as {@code /jira}. */
  String contextPath() {
    return request.getContextPath();
  }

  /** What follows the page's own path, without a slash in front; empty when nothing does. */
  String rest() {
    String path = request.getPathInfo();
    return path == null || path.length() < 2 ? "" : path.substring(1);
  }

  /** A parameter that may be left out; an empty one counts as left out. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
  }

  /**
   * A parameter that has to be there.
   *
   * @throws JiraRefusal when it is not
   */
  String required(String name) {
    return parameter(name).orElseThrow(() -> wrong(name, "The parameter " + name + " is missing."));
  }

  /**
   * A parameter that is a whole number.
   *
   * @throws JiraRefusal when it is missing or none
   */
  long requiredNumber(String name) {
    String value = required(name);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw wrong(name, "The parameter " + name + " is not a whole number: " + value);
    }
  }

  /** Sends the browser to a path below the context path. */
  void redirect(String path) throws IOException {
    response.sendRedirect(contextPath() + path);
  }

  private static JiraRefusal wrong(String field, String message) {
    return new JiraRefusal(400, message, Map.of(field, message));
  }
}
