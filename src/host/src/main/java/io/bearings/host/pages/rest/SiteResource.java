package io.bearings.host.pages.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.host.jira.HostPerson;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.SiteOperations;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What else scripts ask of a Jira: {@code /rest/api/2/myself}, {@code /project} and {@code
 * /user/picker}; PUT {@code /project/KEY} with {@code name} renames a project and PUT {@code
 * /project/KEY/archive} puts it into the archive, PUT {@code /user?username=} with {@code
 * displayName} or {@code active} renames somebody, or lets them log in or not, DELETE {@code
 * /user?username=} removes somebody.
 */
public final class SiteResource extends RestServlet {
  private static final long serialVersionUID = 1L;
  private static final int USUAL = 50;
  private static final Pattern PROJECT = Pattern.compile("/project/([^/]+)(/archive)?");

  private final transient HostPerson people;
  private final transient PermissionManager permissions;
  private final transient SiteOperations operations;

  /** Over these people and projects. */
  public SiteResource(
      JiraAuthenticationContext authentication,
      HostPerson people,
      PermissionManager permissions,
      SiteOperations operations) {
    super(authentication);
    this.people = people;
    this.permissions = permissions;
    this.operations = operations;
  }

  @Override
  void answer(Call call) throws IOException {
    if (!call.method().equals("GET")) {
      change(call);
      return;
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

  private void change(Call call) throws IOException {
    Matcher project = PROJECT.matcher(call.path());
    boolean put = call.method().equals("PUT");
    if (put && project.matches() && project.group(2) == null) {
      operations.renameProject(call.person(), project.group(1), text(call.body(), "name"));
    } else if (put && project.matches()) {
      operations.archiveProject(call.person(), project.group(1));
    } else if (put && call.path().equals("/user")) {
      editUser(call, call.body());
    } else if (call.method().equals("DELETE") && call.path().equals("/user")) {
      operations.deleteUser(call.person(), username(call));
    } else {
      throw call.unknown();
    }
    call.done();
  }

  private static String username(Call call) {
    return Optional.ofNullable(call.request().getParameter("username"))
        .orElseThrow(() -> wrong("username", "Say which user."));
  }

  private void editUser(Call call, JsonNode body) {
    JsonNode active = body.path("active");
    if (!active.isMissingNode() && !active.isBoolean()) {
      throw wrong("active", "Say whether the user is active: true or false.");
    }
    if (body.has("displayName")) {
      operations.renameUser(call.person(), username(call), text(body, "displayName"));
    }
    if (active.isBoolean()) {
      operations.setActive(call.person(), username(call), active.booleanValue());
    }
  }

  private static String text(JsonNode body, String field) {
    if (!body.path(field).isTextual()) {
      throw wrong(field, "Give a text.");
    }
    return body.path(field).asText();
  }

  private static JiraRefusal wrong(String field, String message) {
    return new JiraRefusal(400, message, Map.of(field, message));
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
