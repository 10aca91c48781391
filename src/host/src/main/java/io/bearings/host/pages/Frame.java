package io.bearings.host.pages;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.HostPerson;
import io.bearings.host.runtime.AddOnRuntime;
import io.bearings.host.runtime.AddOnRuntime.PageResources;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What all pages share: head, site navigation, footer. */
final class Frame {
  /** The site's name, after each page's title. */
  static final String SITE_NAME = "Bearings test host";

  private final Templates templates;
  private final AddOnRuntime addOn;
  private final HostPerson people;
  private final GlobalPermissionManager permissions;
  private final XsrfTokenGenerator tokens;
  private final String assets;

  Frame(
      Templates templates,
      AddOnRuntime addOn,
      HostPerson people,
      GlobalPermissionManager permissions,
      XsrfTokenGenerator tokens,
      Assets assets) {
    this.templates = templates;
    this.addOn = addOn;
    this.people = people;
    this.permissions = permissions;
    this.tokens = tokens;
    this.assets = assets.folder();
  }

  /** Something that scripts may ask about the page. */
  public record Meta(String name, String content) {}

  /** Answers with a page. The content is rendered already, so its web resources are known. */
  void write(Visit visit, Sheet sheet) throws IOException {
    HttpServletRequest request = visit.request();
    PageResources resources = addOn.resources(request);
    resources.requireContext("atl.general");
    sheet.contexts().forEach(resources::requireContext);
    Map<String, Object> model = new HashMap<>();
    model.put("site", SITE_NAME);
    model.put("title", sheet.title());
    model.put("lang", language(visit.visitor()).toLanguageTag());
    model.put("base", visit.contextPath());
    model.put("assets", visit.contextPath() + assets);
    model.put("metas", metas(visit, sheet));
    model.put("token", tokens.generateToken(request));
    model.put("visitor", visit.visitor().map(ApplicationUser::getDisplayName).orElse(""));
    model.put("administrator", administrator(visit.visitor()));
    model.put("section", sheet.section());
    model.put("items", addOn.items("system.top.navigation.bar", context(visit), request));
    model.put("trouble", addOn.trouble().orElse(""));
    model.put("logIn", LogInPage.address(request));
    model.put("sidebar", sheet.sidebar());
    model.put("content", sheet.content());
    model.put("head", sheet.head());
    // Last, because menu items and panels require web resources while they are rendered.
    model.put("tags", new Html(resources.tags()));
    visit.response().setContentType("text/html;charset=UTF-8");
    visit.response().setLocale(language(visit.visitor()));
    visit.response().getWriter().write(templates.render("frame", model).markup());
  }

  /** Whether the visitor may see the administration. */
  boolean administrator(Optional<ApplicationUser> visitor) {
    return visitor
        .map(user -> permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user))
        .orElse(false);
  }

  /** What menus of the whole site are given. */
  static Map<String, Object> context(Visit visit) {
    Map<String, Object> context = new HashMap<>();
    visit.visitor().ifPresent(user -> context.put("user", user));
    context.put("helper", new JiraHelper(visit.request()));
    return context;
  }

  private Locale language(Optional<ApplicationUser> visitor) {
    return visitor.map(people::localeOf).orElse(Locale.ENGLISH);
  }

  private List<Meta> metas(Visit visit, Sheet sheet) {
    Map<String, String> all = new TreeMap<>(sheet.meta());
    HttpServletRequest request = visit.request();
    all.put("context-path", visit.contextPath());
    all.put("base-url", baseUrl(request));
    all.put("server-name", request.getServerName());
    all.put("remote-user", visit.visitor().map(ApplicationUser::getName).orElse(""));
    all.put(
        "remote-user-fullname", visit.visitor().map(ApplicationUser::getDisplayName).orElse(""));
    all.put("user-locale", language(visit.visitor()).toString());
    all.put("is-admin", Boolean.toString(administrator(visit.visitor())));
    return all.entrySet().stream()
        .map(entry -> new Meta("ajs-" + entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String baseUrl(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length())
        + request.getContextPath();
  }
}
