package io.bearings.host.pages;

import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.PostFunctions;
import io.bearings.host.runtime.PostFunction;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workflows, and what an add-on does on their transitions. */
final class WorkflowsPage implements Page {
  static final String PATH = "/secure/admin/workflows/ListWorkflows.jspa";

  private final AdministrationFrame administration;
  private final PostFunctions functions;
  private final FormToken token;

  WorkflowsPage(AdministrationFrame administration, PostFunctions functions, FormToken token) {
    this.administration = administration;
    this.functions = functions;
    this.token = token;
  }

  /** A workflow. */
  public record Flow(long id, String name, List<Line> transitions) {}

  /** A transition with its functions. */
  public record Line(int id, String name, String to, List<Done> functions) {}

  /** A function that is set up; without an add-on that offers it, its name is its key. */
  public record Done(long id, String name, Html view, boolean offered) {}

  /** A function to choose. */
  public record Choice(String key, String name) {}

  @Override
  public void show(Visit visit) throws IOException {
    administration.require(visit);
    Optional<String> function = visit.parameter("function");
    if (visit.parameter("id").isPresent()) {
      PostFunctions.SetUp setUp = functions.setUp(visit.requiredNumber("id"));
      PostFunction offered = offered(setUp.moduleKey());
      form(visit, offered, Optional.of(setUp), "edit", setUp.workflowId(), setUp.transitionId());
    } else if (function.isPresent()) {
      form(
          visit,
          offered(function.get()),
          Optional.empty(),
          "add",
          visit.requiredNumber("workflow"),
          Math.toIntExact(visit.requiredNumber("transition")));
    } else {
      list(visit);
    }
  }

  private PostFunction offered(String key) {
    return functions
        .offered(key)
        .orElseThrow(() -> new JiraRefusal(404, "There is no function " + key, Map.of()));
  }

  private void form(
      Visit visit,
      PostFunction function,
      Optional<PostFunctions.SetUp> setUp,
      String command,
      long workflowId,
      int transitionId)
      throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("action", visit.contextPath() + PATH);
    model.put("token", token.of(visit));
    model.put("command", command);
    model.put("id", setUp.map(it -> Long.toString(it.id())).orElse(""));
    model.put("workflow", workflowId);
    model.put("transition", transitionId);
    model.put("function", function.completeKey());
    model.put("name", function.name());
    model.put("description", function.description());
    model.put(
        "fields", new Html(function.fields(setUp.map(PostFunctions.SetUp::args), visit.request())));
    write(visit, "workflow-function", model);
  }

  private void list(Visit visit) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("action", visit.contextPath() + PATH);
    model.put("token", token.of(visit));
    model.put("flows", functions.flows().stream().map(flow -> flow(visit, flow)).toList());
    model.put(
        "choices",
        functions.offered().stream()
            .map(function -> new Choice(function.completeKey(), function.name()))
            .toList());
    write(visit, "workflows", model);
  }

  private Flow flow(Visit visit, PostFunctions.Flow flow) {
    return new Flow(
        flow.id(),
        flow.name(),
        flow.transitions().stream()
            .map(
                each ->
                    new Line(
                        each.id(),
                        each.name(),
                        each.to(),
                        each.functions().stream().map(setUp -> done(visit, setUp)).toList()))
            .toList());
  }

  private Done done(Visit visit, PostFunctions.SetUp setUp) {
    return functions
        .offered(setUp.moduleKey())
        .map(
            function ->
                new Done(
                    setUp.id(),
                    function.name(),
                    new Html(function.view(setUp.args(), visit.request())),
                    true))
        .orElseGet(() -> new Done(setUp.id(), setUp.moduleKey(), Html.NONE, false));
  }

  private void write(Visit visit, String template, Map<String, Object> model) throws IOException {
    administration.write(visit, "Workflows", "view_workflows", template, model);
  }

  @Override
  public void act(Visit visit) throws IOException {
    administration.require(visit);
    token.require(visit);
    switch (visit.required("command")) {
      case "add" ->
          functions.add(
              visit.requiredNumber("workflow"),
              Math.toIntExact(visit.requiredNumber("transition")),
              visit.required("function"),
              args(visit, visit.required("function")));
      case "edit" -> {
        PostFunctions.SetUp setUp = functions.setUp(visit.requiredNumber("id"));
        functions.change(setUp.id(), args(visit, setUp.moduleKey()));
      }
      case "delete" -> functions.remove(visit.requiredNumber("id"));
      default -> throw new JiraRefusal(400, "There is no such command.", Map.of());
    }
    visit.redirect(PATH);
  }

  private Map<String, String> args(Visit visit, String moduleKey) {
    try {
      return offered(moduleKey).args(visit.request().getParameterMap());
    } catch (IllegalArgumentException e) {
      throw new JiraRefusal(400, e.getMessage(), Map.of());
    }
  }
}
