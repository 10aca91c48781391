package io.bearings.host.web;

import com.atlassian.jira.security.JiraAuthenticationContext;
import io.bearings.host.web.WebResources.Served;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /download/resources/pluginKey:moduleKey/name}; without a name, the addresses of all that
 * the web resource and its dependencies bring, one a line, which is what {@code WRM.require} loads.
 */
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
    if (parts.length == 1) {
      list(parts[0], request, response);
      return;
    }
    Optional<Served> found = resources.find(parts[0], parts[1], locale(request));
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

  private void list(String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<List<String>> addresses = resources.addresses(key, locale(request));
    if (addresses.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND, "No such web resource: " + key);
      return;
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(String.join("\n", addresses.get()));
  }

  private Locale locale(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("locale"))
        .map(Locale::forLanguageTag)
        .orElseGet(authentication::getLocale);
  }
}
