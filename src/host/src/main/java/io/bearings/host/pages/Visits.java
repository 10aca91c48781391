package io.bearings.host.pages;

import com.atlassian.jira.security.JiraAuthenticationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Makes visits out of requests; the session filter has found out before who is logged in. */
final class Visits {
  private final JiraAuthenticationContext authentication;

  Visits(JiraAuthenticationContext authentication) {
    this.authentication = authentication;
  }

  Visit of(HttpServletRequest request, HttpServletResponse response) {
    return new Visit(request, response, Optional.ofNullable(authentication.getLoggedInUser()));
  }
}
