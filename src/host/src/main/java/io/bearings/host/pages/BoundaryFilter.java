package io.bearings.host.pages;

import io.bearings.host.db.StatementCount;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outermost filter: counts the statements of the request, keeps the answer back until it is
 * complete, and sets the headers that protect every page.
 */
final class BoundaryFilter implements Filter {
  /**
   * Scripts come from files of this site only. Styles may be inline, because AUI and chart
   * libraries set {@code style} attributes in markup.
   */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
          + "base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

  private static final Logger LOG = LoggerFactory.getLogger(BoundaryFilter.class);

  /** An unread body longer than this costs its sender the connection. */
  private static final int MOST_UNREAD = 1 << 20;

  private final boolean showCount;

  BoundaryFilter(boolean showCount) {
    this.showCount = showCount;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    StatementCount count = StatementCount.begin();
    try {
      BufferedResponse buffered = new BufferedResponse(answer);
      protect(answer);
      request.setCharacterEncoding(StandardCharsets.UTF_8.name());
      try {
        chain.doFilter(request, buffered);
      } catch (IOException | ServletException | RuntimeException e) {
        // Not even an error page could be made.
        LOG.error("{} failed", ((HttpServletRequest) request).getRequestURI(), e);
        buffered.startAgain();
        buffered.setStatus(500);
        buffered.setContentType("text/plain;charset=UTF-8");
        buffered.getWriter().println("The host failed; its log says why.");
      }
      if (showCount) {
        answer.setHeader("X-Host-Statements", Long.toString(count.statements()));
      }
      readRest(request);
      buffered.send();
    } finally {
      StatementCount.end();
    }
  }

  /**
   * Reads what a refused request still has to say. Jetty closes a connection with an unread body,
   * and a client that has already sent its next request on it would get no answer.
   */
  private static void readRest(ServletRequest request) throws IOException {
    InputStream body;
    try {
      body = request.getInputStream();
    } catch (IllegalStateException readAsText) {
      LOG.debug("The body was read as text", readAsText);
      return;
    }
    body.readNBytes(MOST_UNREAD);
  }

  private static void protect(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Cache-Control", "no-cache, no-store, no-transform");
  }
}
