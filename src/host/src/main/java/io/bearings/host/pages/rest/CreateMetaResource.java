package io.bearings.host.pages.rest;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import io.bearings.host.jira.JiraRefusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be created in a project: {@code /rest/api/2/issue/createmeta/KEY/issuetypes}, in one
 * page. A project in which the person may create nothing is not found, as in Jira.
 */
public final class CreateMetaResource extends RestServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern TYPES = Pattern.compile("/([^/]{1,255})/issuetypes");

  private final transient PermissionManager permissions;

  /** Over these projects. */
  public CreateMetaResource(
      JiraAuthenticationContext authentication, PermissionManager permissions) {
    super(authentication);
    this.permissions = permissions;
  }

  @Override
  void answer(Call call) throws IOException {
    Matcher address = TYPES.matcher(call.path());
    if (!call.method().equals("GET") || !address.matches()) {
      throw call.unknown();
    }
    Project project =
        permissions.getProjects(ProjectPermissions.CREATE_ISSUES, call.person()).stream()
            .filter(each -> each.getKey().equals(address.group(1)))
            .findFirst()
            .orElseThrow(
                () ->
                    new JiraRefusal(
                        404, "There is no project " + address.group(1) + ".", Map.of()));
    List<Map<String, Object>> types =
        project.getIssueTypes().stream().map(CreateMetaResource::json).toList();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("maxResults", 50);
    page.put("startAt", 0);
    page.put("total", types.size());
    page.put("isLast", true);
    page.put("values", types);
    call.answer(200, page);
  }

  private static Map<String, Object> json(IssueType type) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", type.getId());
    json.put("name", type.getName());
    json.put("subtask", type.isSubTask());
    return json;
  }
}
