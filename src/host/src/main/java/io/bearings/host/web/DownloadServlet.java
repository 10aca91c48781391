package io.bearings.host.web;

import com.atlassian.jira.security.JiraAuthenticationContext;
import io.bearings.host.web.WebResources.Served;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** {@code /download/resources/pluginKey:moduleKey/name}. */
public final class DownloadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String START = "/";

  private final transient WebResources resources;
  private final transient JiraAuthenticationContext authentication;

  /** Serves one add-on's web resources. */
  public DownloadServlet(WebResources resources, JiraAuthenticationContext authentication) {
    this.resources = resources;
    this.authentication = authentication;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse(START);
    String[] parts = path.substring(START.length()).split("/", 2);
    Optional<Served> found =
        parts.length == 2 ? resources.find(parts[0], parts[1], locale(request)) : Optional.empty();
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND, "No such resource: " + path);
      return;
    }
    Served file = found.get();
    String tag = "\"" + file.tag() + "\"";
    response.setHeader("ETag", tag);
    // The address of a page's tag changes with the content; a bare address is asked again.
    response.setHeader(
        "Cache-Control",
        file.tag().equals(request.getParameter("v"))
            ? "public, max-age=31536000, immutable"
            : "public, no-cache");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    response.setContentLength(file.content().length);
    response.getOutputStream().write(file.content());
  }

  private Locale locale(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("locale"))
        .map(Locale::forLanguageTag)
        .orElseGet(authentication::getLocale);
  }
}
