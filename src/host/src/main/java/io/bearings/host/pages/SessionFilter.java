package io.bearings.host.pages;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.ExecutingHttpRequest;
import io.bearings.host.db.StatementCount;
import io.bearings.host.jira.HostPerson;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Tells the thread who is logged in, for the length of one request. */
final class SessionFilter implements Filter {
  private final HostPerson people;
  private final JiraAuthenticationContext authentication;

  SessionFilter(HostPerson people, JiraAuthenticationContext authentication) {
    this.people = people;
    this.authentication = authentication;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Optional<ApplicationUser> user =
        Sessions.userKey(http).flatMap(key -> StatementCount.free(() -> people.byKey(key)));
    ExecutingHttpRequest.set(http, (HttpServletResponse) response);
    user.filter(ApplicationUser::isActive)
        .ifPresentOrElse(authentication::setLoggedInUser, authentication::clearLoggedInUser);
    try {
      chain.doFilter(request, response);
    } finally {
      authentication.clearLoggedInUser();
      ExecutingHttpRequest.clear();
    }
  }
}
