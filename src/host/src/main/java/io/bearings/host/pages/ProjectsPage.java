package io.bearings.host.pages;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The projects that the visitor may browse. */
final class ProjectsPage implements Page {
  static final String PATH = "/secure/BrowseProjects.jspa";

  private final Templates templates;
  private final Frame frame;
  private final PermissionManager permissions;

  ProjectsPage(Templates templates, Frame frame, PermissionManager permissions) {
    this.templates = templates;
    this.frame = frame;
    this.permissions = permissions;
  }

  /** A line of the list. */
  public record Row(String key, String name, String lead, String url) {}

  @Override
  public void show(Visit visit) throws IOException {
    ApplicationUser person = visit.person();
    List<Row> rows =
        permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, person).stream()
            .sorted(Comparator.comparing(Project::getName))
            .map(project -> row(visit, project))
            .toList();
    Html content = templates.render("projects", Map.of("rows", rows));
    frame.write(visit, Sheet.of("Projects", content).in("projects"));
  }

  private static Row row(Visit visit, Project project) {
    ApplicationUser lead = project.getProjectLead();
    return new Row(
        project.getKey(),
        project.getName(),
        lead == null ? "" : lead.getDisplayName(),
        visit.contextPath() + ProjectPage.PATH + "/" + project.getKey());
  }
}
