package io.bearings.host.pages.rest;

import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.host.jira.Comments;
import io.bearings.host.jira.IssueOperations;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.WorkLogs;
import io.bearings.host.jira.Workflow;
import io.bearings.host.jira.Workflow.Transition;
import io.bearings.host.pages.VisibleIssues;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Issues, {@code /rest/api/2/issue}: read, create, edit, delete, take a transition, comment, log
 * work.
 */
public final class IssueResource extends RestServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern ISSUE =
      Pattern.compile("/([^/]{1,60})(?:/(transitions|comment|worklog)(?:/(\\d{1,18}))?)?");
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final transient Parts jira;

  /** What the resource works with. */
  public record Parts(
      VisibleIssues issues,
      Workflow workflow,
      IssueOperations operations,
      Comments comments,
      WorkLogs workLogs,
      ResolutionManager resolutions,
      CustomFieldManager customFields,
      VersionManager versions) {
    private TalkCalls talk() {
      return new TalkCalls(comments, workLogs);
    }
  }

  /** Over this Jira. */
  public IssueResource(JiraAuthenticationContext authentication, Parts jira) {
    super(authentication);
    this.jira = jira;
  }

  @Override
  void answer(Call call) throws IOException {
    Matcher address = ISSUE.matcher(call.path());
    if (call.path().length() < 2 && call.method().equals("POST")) {
      create(call);
    } else if (!address.matches()) {
      throw call.unknown();
    } else {
      Issue issue = jira.issues().byKeyOrId(address.group(1), call.person());
      OptionalLong id =
          address.group(3) == null
              ? OptionalLong.empty()
              : OptionalLong.of(Long.parseLong(address.group(3)));
      switch (address.group(2) == null ? "" : address.group(2)) {
        case "" -> answer(call, issue);
        case "comment" -> jira.talk().comment(call, issue, id);
        case "worklog" -> jira.talk().workLog(call, issue, id);
        default -> transitions(call, issue, id);
      }
    }
  }

  private void answer(Call call, Issue issue) throws IOException {
    switch (call.method()) {
      case "GET" -> call.answer(200, Json.issue(issue, jira.customFields(), jira.versions()));
      case "PUT" -> {
        jira.operations().edit(call.person(), issue.getId(), fields(call));
        call.done();
      }
      case "DELETE" -> {
        jira.operations().delete(call.person(), issue.getId());
        call.done();
      }
      default -> throw call.unknown();
    }
  }

  private void create(Call call) throws IOException {
    Issue issue = jira.operations().create(call.person(), fields(call));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", issue.getId().toString());
    json.put("key", issue.getKey());
    call.answer(201, json);
  }

  private static Map<String, Object> fields(Call call) throws IOException {
    JsonNode fields = call.body().path("fields");
    if (!fields.isObject()) {
      throw wrong("fields", "The body has no object 'fields'.");
    }
    return JSON.convertValue(fields, FIELDS);
  }

  private void transitions(Call call, Issue issue, OptionalLong id) throws IOException {
    if (id.isPresent()) {
      throw call.unknown();
    }
    if (call.method().equals("GET")) {
      List<Map<String, Object>> all =
          jira.workflow().available(issue, call.person()).stream()
              .map(IssueResource::json)
              .toList();
      call.answer(200, Map.of("transitions", all));
    } else if (call.method().equals("POST")) {
      ObjectNode body = call.body();
      String transition = body.path("transition").path("id").asText();
      if (!transition.matches("\\d{1,9}")) {
        throw wrong("transition", "The transition's id is a whole number in text.");
      }
      jira.workflow()
          .transition(
              call.person(),
              issue.getId(),
              Integer.parseInt(transition),
              resolution(body.path("fields").path("resolution")));
      call.done();
    } else {
      throw call.unknown();
    }
  }

  private static Map<String, Object> json(Transition transition) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", Integer.toString(transition.id()));
    json.put("name", transition.name());
    json.put("hasScreen", transition.needsResolution());
    json.put("to", Map.of("id", transition.toStatusId()));
    return json;
  }

  // Null is how the workflow says: the default one.
  private String resolution(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return null;
    }
    String name = given.path("name").asText();
    String id = given.path("id").asText();
    return jira.resolutions().getResolutions().stream()
        .filter(known -> known.getName().equals(name) || known.getId().equals(id))
        .map(Resolution::getId)
        .findFirst()
        .orElseThrow(() -> wrong("resolution", "There is no resolution " + given + "."));
  }

  private static JiraRefusal wrong(String field, String message) {
    return new JiraRefusal(400, message, Map.of(field, message));
  }
}
