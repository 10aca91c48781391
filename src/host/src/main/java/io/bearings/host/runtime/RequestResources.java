package io.bearings.host.runtime;

import com.atlassian.jira.security.JiraAuthenticationContext;
import io.bearings.host.runtime.AddOnRuntime.PageResources;
import io.bearings.host.web.WebResources;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;

/** The web resources that a request's page has required so far. */
record RequestResources(WebResources resources, JiraAuthenticationContext authentication)
    implements Function<HttpServletRequest, PageResources> {
  private static final String ATTRIBUTE = RequestResources.class.getName();

  @Override
  public PageResources apply(HttpServletRequest request) {
    PageResources known = (PageResources) request.getAttribute(ATTRIBUTE);
    if (known != null) {
      return known;
    }
    PageResources made = resources.forPage(authentication::getLocale);
    request.setAttribute(ATTRIBUTE, made);
    return made;
  }
}
