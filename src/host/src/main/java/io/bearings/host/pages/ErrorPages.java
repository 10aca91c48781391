package io.bearings.host.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.host.jira.JiraRefusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is shown instead of a page, or answered instead of JSON, when something is refused. */
final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "That request cannot be carried out",
          401, "You have to log in",
          403, "You are not allowed to do that",
          404, "There is no such page, or you may not see it",
          405, "That cannot be done here",
          409, "Somebody else was faster",
          500, "The host failed");

  private final Templates templates;
  private final Frame frame;
  private final ObjectMapper json = new ObjectMapper();

  ErrorPages(Templates templates, Frame frame) {
    this.templates = templates;
    this.frame = frame;
  }

  /** A request was refused on purpose. */
  void refused(Visit visit, JiraRefusal refusal) throws IOException {
    answer(visit, refusal.status(), refusal.getMessage(), refusal.errors());
  }

  /** A request was refused with a status and, sometimes, a message. */
  void refused(Visit visit, int status, String message) throws IOException {
    answer(visit, status, message, Map.of());
  }

  /** Something broke; the log has all of it under the reference that the page shows. */
  void broken(Visit visit, Throwable failure) throws IOException {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error(
        "{} {} failed, reference {}",
        visit.request().getMethod(),
        visit.request().getRequestURI(),
        reference,
        failure);
    String kind = failure.getClass().getSimpleName();
    String message = failure.getMessage() == null ? kind : kind + ": " + failure.getMessage();
    answer(visit, 500, message + " (reference " + reference + " in the log)", Map.of());
  }

  /** Nobody is logged in: pages lead to the log-in, everything else is told. */
  void logInNeeded(Visit visit) throws IOException {
    if (wantsJson(visit) || !visit.request().getMethod().equals("GET")) {
      answer(visit, 401, "You have to log in first.", Map.of());
    } else {
      visit.response().sendRedirect(LogInPage.address(visit.request()));
    }
  }

  private void answer(Visit visit, int status, String message, Map<String, String> errors)
      throws IOException {
    visit.response().setStatus(status);
    if (wantsJson(visit)) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("errorMessages", errors.isEmpty() ? List.of(message) : List.of());
      body.put("errors", errors);
      visit.response().setContentType("application/json;charset=UTF-8");
      visit.response().getWriter().write(json.writeValueAsString(body));
      return;
    }
    String title = TITLES.getOrDefault(status, "Error " + status);
    Html content =
        templates.render(
            "error",
            Map.of(
                "status", status,
                "title", title,
                "message", message,
                "errors", errors.values().stream().filter(e -> !e.equals(message)).toList(),
                "base", visit.contextPath()));
    frame.write(visit, Sheet.of(title, content));
  }

  private static boolean wantsJson(Visit visit) {
    String path =
        visit.request().getRequestURI().substring(visit.request().getContextPath().length());
    return path.startsWith("/rest/") || path.startsWith("/host/");
  }
}
