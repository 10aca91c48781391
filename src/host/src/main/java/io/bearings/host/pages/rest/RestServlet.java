package io.bearings.host.pages.rest;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.host.jira.JiraRefusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * JSON over HTTP with the rules of Jira's REST: log-in needed, and no change of anything for a
 * request that another site could have made a browser send.
 */
abstract class RestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> FORM_LIKE =
      Set.of("", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
  private static final int MAX_BODY = 1_000_000;

  /** Reads and writes every body. */
  static final ObjectMapper JSON = new ObjectMapper();

  private final transient JiraAuthenticationContext authentication;

  RestServlet(JiraAuthenticationContext authentication) {
    this.authentication = authentication;
  }

  /** One request, past log-in and XSRF checks. */
  record Call(
      HttpServletRequest request,
      HttpServletResponse response,
      ApplicationUser person,
      String method,
      String path) {

    /** A body that is one JSON object. */
    ObjectNode body() throws IOException {
      byte[] bytes = request.getInputStream().readNBytes(MAX_BODY + 1);
      if (bytes.length > MAX_BODY) {
        throw new JiraRefusal(400, "The body is longer than " + MAX_BODY + " bytes.", Map.of());
      }
      try {
        JsonNode body = JSON.readTree(bytes);
        if (body instanceof ObjectNode object) {
          return object;
        }
      } catch (JsonProcessingException e) {
        throw new JiraRefusal(400, "The body is not JSON: " + e.getOriginalMessage(), Map.of());
      }
      throw new JiraRefusal(400, "The body is not a JSON object.", Map.of());
    }

    /** Answers with JSON. */
    void answer(int status, Object body) throws IOException {
      response.setStatus(status);
      response.setContentType("application/json;charset=UTF-8");
      response.getWriter().write(JSON.writeValueAsString(body));
    }

    /** Answers that it is done, without a body. */
    void done() {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** There is nothing at this address for this method. */
    JiraRefusal unknown() {
      return new JiraRefusal(404, "There is no " + method + " " + path + " here.", Map.of());
    }
  }

  /** Answers a call; what it refuses, it refuses by a {@link JiraRefusal}. */
  abstract void answer(Call call) throws IOException;

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ApplicationUser person = authentication.getLoggedInUser();
    if (person == null) {
      throw new JiraRefusal(401, "You have to log in first.", Map.of());
    }
    if (!READING.contains(request.getMethod()) && couldBeForged(request)) {
      throw new JiraRefusal(403, "XSRF check failed", Map.of());
    }
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    answer(new Call(request, response, person, request.getMethod(), path));
  }

  // The same rules as for an add-on's REST: no page of another site can set the header.
  private static boolean couldBeForged(HttpServletRequest request) {
    if ("no-check".equals(request.getHeader("X-Atlassian-Token"))) {
      return false;
    }
    return FORM_LIKE.contains(mediaType(request)) || comesFromElsewhere(request);
  }

  private static String mediaType(HttpServletRequest request) {
    String type = request.getContentType() == null ? "" : request.getContentType();
    return type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  private static boolean comesFromElsewhere(HttpServletRequest request) {
    String from = request.getHeader("Origin");
    if (from == null) {
      from = request.getHeader("Referer");
    }
    return from != null && !origin(from).equals(origin(request.getRequestURL().toString()));
  }

  // An address that cannot be understood, such as "null" from a sandboxed frame, is nobody's.
  private static String origin(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getScheme() + "://" + uri.getRawAuthority();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
