package io.bearings.host.rest;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.bearings.host.Temper;
import io.bearings.host.runtime.HostServices;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may call a resource, by the annotation of its method, or else of its class. */
@Priority(Priorities.AUTHORIZATION)
final class Access implements ContainerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);
  private static final List<Class<? extends Annotation>> KNOWN =
      List.of(UnrestrictedAccess.class, LicensedOnly.class, AdminOnly.class, SystemAdminOnly.class);

  private final JiraAuthenticationContext authentication;
  private final GlobalPermissionManager permissions;
  private final Temper temper;
  @Context private ResourceInfo resource;

  Access(HostServices services, Temper temper) {
    this.authentication = services.get(JiraAuthenticationContext.class);
    this.permissions = services.get(GlobalPermissionManager.class);
    this.temper = temper;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Class<? extends Annotation>> rule =
        rule(resource.getResourceMethod()).or(() -> rule(resource.getResourceClass()));
    if (rule.isEmpty() && temper.harsh()) {
      LOG.error(
          "{}#{} has no security annotation",
          resource.getResourceClass().getName(),
          resource.getResourceMethod().getName());
      request.abortWith(Answers.refusal(403, "This resource says not who may use it."));
      return;
    }
    if (rule.isPresent() && rule.get() == UnrestrictedAccess.class) {
      return;
    }
    ApplicationUser user = authentication.getLoggedInUser();
    if (user == null) {
      request.abortWith(
          Answers.refusal(401, "Client must be authenticated to access this resource."));
      return;
    }
    if (!mayUse(rule, user)) {
      request.abortWith(Answers.refusal(403, "Client is not allowed to access this resource."));
    }
  }

  private boolean mayUse(Optional<Class<? extends Annotation>> rule, ApplicationUser user) {
    if (rule.isPresent() && rule.get() == AdminOnly.class) {
      return permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user);
    }
    if (rule.isPresent() && rule.get() == SystemAdminOnly.class) {
      return permissions.hasPermission(GlobalPermissionKey.SYSTEM_ADMIN, user);
    }
    return true;
  }

  private static Optional<Class<? extends Annotation>> rule(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .<Class<? extends Annotation>>map(Annotation::annotationType)
        .filter(KNOWN::contains)
        .findFirst();
  }
}
