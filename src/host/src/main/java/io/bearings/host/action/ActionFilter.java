package io.bearings.host.action;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import io.bearings.host.Temper;
import io.bearings.host.i18n.Translations;
import io.bearings.host.runtime.AddOnRuntime.PageResources;
import io.bearings.host.runtime.HostServices;
import io.bearings.host.runtime.PageDecorator;
import io.bearings.host.velocity.RequiredResources;
import io.bearings.host.velocity.Templates;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the add-on's actions below {@code /secure/}; everything else passes. */
public final class ActionFilter implements Filter {
  private static final Pattern PATH =
      Pattern.compile("/secure/(?:admin/|project/)?([\\w.]+)(?:!(\\w+))?\\.jspa");
  private static final String TOKEN_HEADER = "X-Atlassian-Token";

  private final Actions actions;
  private final Templates templates;
  private final Translations translations;
  private final PageDecorator decorator;
  private final Function<HttpServletRequest, PageResources> resources;
  private final Temper temper;
  private final JiraAuthenticationContext authentication;
  private final GlobalPermissionManager permissions;
  private final XsrfTokenGenerator tokens;

  /** Runs these actions. */
  public ActionFilter(
      Actions actions,
      Templates templates,
      Translations translations,
      PageDecorator decorator,
      Function<HttpServletRequest, PageResources> resources,
      HostServices services,
      Temper temper) {
    this.actions = actions;
    this.templates = templates;
    this.translations = translations;
    this.decorator = decorator;
    this.resources = resources;
    this.temper = temper;
    this.authentication = services.get(JiraAuthenticationContext.class);
    this.permissions = services.get(GlobalPermissionManager.class);
    this.tokens = services.get(XsrfTokenGenerator.class);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Matcher path = PATH.matcher(http.getRequestURI().substring(http.getContextPath().length()));
    Optional<Actions.Known> action =
        path.matches() ? actions.find(path.group(1)) : Optional.empty();
    if (action.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    run(action.get(), Optional.ofNullable(path.group(2)), http, (HttpServletResponse) response);
  }

  private void run(
      Actions.Known action,
      Optional<String> commandName,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    if (!mayUse(action)) {
      if (authentication.getLoggedInUser() == null) {
        response.sendRedirect(logIn(request));
      } else {
        response.sendError(
            HttpServletResponse.SC_FORBIDDEN, "You do not have the permission for this page.");
      }
      return;
    }
    Optional<Command> command = Command.of(action.type(), commandName);
    if (command.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND, "There is no such command.");
    } else if (!command.get().supports(request.getMethod(), temper)) {
      response.sendError(
          HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          command.get() + " is not for " + request.getMethod());
    } else if (command.get().requiresToken() && !hasToken(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, "XSRF Security Token Missing");
    } else {
      execute(action, command.get(), request, response);
    }
  }

  private boolean mayUse(Actions.Known action) {
    ApplicationUser user = authentication.getLoggedInUser();
    return action.roles().stream()
        .allMatch(
            role ->
                user != null
                    && switch (role) {
                      case "admin" ->
                          permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user);
                      case "sysadmin" ->
                          permissions.hasPermission(GlobalPermissionKey.SYSTEM_ADMIN, user);
                      default -> true;
                    });
  }

  private static String logIn(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return request.getContextPath()
        + "/login.jsp?permissionViolation=true&os_destination="
        + URLEncoder.encode(path + query, StandardCharsets.UTF_8);
  }

  private boolean hasToken(HttpServletRequest request) {
    return "no-check".equals(request.getHeader(TOKEN_HEADER))
        || tokens.validateToken(request, request.getParameter(tokens.getXsrfTokenName()));
  }

  private void execute(
      Actions.Known known,
      Command command,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    JiraWebActionSupport action = actions.create(known);
    Parameters.set(action, request.getParameterMap());
    String result;
    try {
      result = command.run(action);
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(command + " failed", e);
    }
    if (result == null || result.equals(JiraWebActionSupport.NONE)) {
      return;
    }
    String view = known.views().get(result);
    if (view == null) {
      throw new ServletException(command + " returned " + result + ", for which there is no view");
    }
    String html = templates.render(view, new ActionVariables(action, variables(action, request)));
    response.setContentType("text/html;charset=UTF-8");
    decorator.write(RenderedPage.parse(html), request, response);
  }

  private Map<String, Object> variables(JiraWebActionSupport action, HttpServletRequest request) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("action", action);
    variables.put("req", request);
    variables.put("i18n", translations.in(authentication.getLocale()));
    variables.put("webResourceManager", new RequiredResources(resources.apply(request)));
    variables.put("atl_token", tokens.generateToken(request));
    return variables;
  }
}
