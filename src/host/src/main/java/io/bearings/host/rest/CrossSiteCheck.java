package io.bearings.host.rest;

import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import io.bearings.host.runtime.HostServices;
import io.bearings.host.runtime.HostSite;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what another site's page could make a browser send: a changing request with a body that a
 * form can have, or none, needs the header {@code X-Atlassian-Token: no-check} or a form token; and
 * whatever names another site as its origin is refused.
 */
@Priority(Priorities.AUTHENTICATION)
final class CrossSiteCheck implements ContainerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OF_FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
  private static final String HEADER = "X-Atlassian-Token";
  private static final String NO_CHECK = "no-check";

  private final XsrfTokenGenerator tokens;
  private final HostSite site;
  @Context private HttpServletRequest servletRequest;

  CrossSiteCheck(HostServices services, HostSite site) {
    this.tokens = services.get(XsrfTokenGenerator.class);
    this.site = site;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (READING.contains(request.getMethod()) || hasToken(request)) {
      return;
    }
    if (isFormLike(request.getMediaType()) || comesFromElsewhere(request)) {
      request.abortWith(Answers.refusal(403, "XSRF check failed"));
    }
  }

  private boolean hasToken(ContainerRequestContext request) {
    if (NO_CHECK.equals(request.getHeaderString(HEADER))) {
      return true;
    }
    String token = request.getUriInfo().getQueryParameters().getFirst(tokens.getXsrfTokenName());
    return token != null && tokens.validateToken(servletRequest, token);
  }

  private static boolean isFormLike(MediaType type) {
    return type == null
        || OF_FORMS.contains((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT));
  }

  private boolean comesFromElsewhere(ContainerRequestContext request) {
    Optional<String> from =
        Optional.ofNullable(request.getHeaderString("Origin"))
            .or(() -> Optional.ofNullable(request.getHeaderString("Referer")));
    return from.isPresent() && !isOurs(from.get());
  }

  private boolean isOurs(String address) {
    String origin = origin(address);
    return origin.equals(origin(site.baseUrl().get()))
        || origin.equals(origin(servletRequest.getRequestURL().toString()));
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
