package io.bearings.host.pages;

import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.SiteOperations;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The statuses with their categories, the resolutions, and the projects. */
final class SitePage implements Page {
  static final String PATH = "/secure/admin/ViewStatuses.jspa";

  private final AdministrationFrame administration;
  private final SiteOperations operations;
  private final FormToken token;

  SitePage(AdministrationFrame administration, SiteOperations operations, FormToken token) {
    this.administration = administration;
    this.operations = operations;
    this.token = token;
  }

  @Override
  public void show(Visit visit) throws IOException {
    administration.require(visit);
    Map<String, Object> model = new HashMap<>();
    model.put("action", visit.contextPath() + PATH);
    model.put("token", token.of(visit));
    model.put("statuses", operations.statuses());
    model.put("categories", operations.categories());
    model.put("resolutions", operations.resolutions());
    model.put("projects", operations.projects());
    administration.write(visit, "Statuses and projects", "view_statuses", "site", model);
  }

  @Override
  public void act(Visit visit) throws IOException {
    administration.require(visit);
    token.require(visit);
    switch (visit.required("command")) {
      case "category" ->
          operations.setCategory(visit.person(), visit.required("id"), visit.required("category"));
      case "add-resolution" -> operations.addResolution(visit.person(), visit.required("name"));
      case "remove-resolution" ->
          operations.removeResolution(
              visit.person(), visit.required("id"), visit.required("replacement"));
      case "delete-project" -> operations.deleteProject(visit.person(), visit.required("key"));
      default -> throw new JiraRefusal(400, "There is no such command.", Map.of());
    }
    visit.redirect(PATH);
  }
}
