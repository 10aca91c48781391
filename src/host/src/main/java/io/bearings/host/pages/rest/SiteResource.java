package io.bearings.host.pages.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.HostPerson;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What else scripts ask of a Jira: {@code /rest/api/2/myself}, {@code /project} and {@code
 * /user/picker}.
 */
public final class SiteResource extends RestServlet {
  private static final long serialVersionUID = 1L;
  private static final int USUAL = 50;

  private final transient HostPerson people;
  private final transient PermissionManager permissions;

  /** Over these people and projects. */
  public SiteResource(
      JiraAuthenticationContext authentication, HostPerson people, PermissionManager permissions) {
    super(authentication);
    this.people = people;
    this.permissions = permissions;
  }

  @Override
  void answer(Call call) throws IOException {
    if (!call.method().equals("GET")) {
      throw call.unknown();
    }
    switch (call.path()) {
      case "/myself" -> {
        Map<String, Object> json = Json.user(call.person());
        json.put("locale", people.localeOf(call.person()).toString());
        call.answer(200, json);
      }
      case "/project" -> call.answer(200, projects(call.person()));
      case "/user/picker" -> call.answer(200, picked(call));
      default -> throw call.unknown();
    }
  }

  private List<Map<String, Object>> projects(ApplicationUser person) {
    return permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, person).stream()
        .sorted(Comparator.comparing(Project::getName))
        .map(Json::project)
        .toList();
  }

  private Map<String, Object> picked(Call call) {
    String query = Optional.ofNullable(call.request().getParameter("query")).orElse("");
    List<ApplicationUser> found = people.matching(query);
    int most =
        Optional.ofNullable(call.request().getParameter("maxResults"))
            .filter(text -> text.matches("\\d{1,4}"))
            .map(Integer::parseInt)
            .orElse(USUAL);
    List<Map<String, Object>> users = found.stream().limit(most).map(Json::user).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("users", users);
    json.put("total", found.size());
    json.put("header", "Showing " + users.size() + " of " + found.size() + " matching users");
    return json;
  }
}
