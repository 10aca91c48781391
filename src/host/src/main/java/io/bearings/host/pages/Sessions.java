package io.bearings.host.pages;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Who is logged in, as the HTTP session remembers it: the user's key, and nothing that ages. */
final class Sessions {
  private static final String USER_KEY = "host.user.key";

  private Sessions() {}

  /** The user key of the request's session; empty when nobody is logged in. */
  static Optional<String> userKey(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false)).flatMap(Sessions::userKey);
  }

  static Optional<String> userKey(HttpSession session) {
    return Optional.ofNullable((String) session.getAttribute(USER_KEY));
  }

  /** Starts a new session, so that a session id known from before is of no use. */
  static void logIn(HttpServletRequest request, ApplicationUser user) {
    logOut(request);
    request.getSession(true).setAttribute(USER_KEY, user.getKey());
  }

  /** Ends the session, if there is one. */
  static void logOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
