package com.atlassian.jira.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The request that this thread answers.
 *
 * <p>Source and confidence: Jira documentation; L. The host binds it; the add-on does not use it.
 */
public final class ExecutingHttpRequest {
  private record Exchange(HttpServletRequest request, HttpServletResponse response) {}

  private static final ThreadLocal<Exchange> CURRENT = new ThreadLocal<>();

  private ExecutingHttpRequest() {}

  public static void set(HttpServletRequest request, HttpServletResponse response) {
    CURRENT.set(new Exchange(request, response));
  }

  /** The request; null outside one. */
  public static HttpServletRequest get() {
    Exchange exchange = CURRENT.get();
    return exchange == null ? null : exchange.request();
  }

  /** The response; null outside a request. */
  public static HttpServletResponse getResponse() {
    Exchange exchange = CURRENT.get();
    return exchange == null ? null : exchange.response();
  }

  public static void clear() {
    CURRENT.remove();
  }
}
