package io.bearings.host.pages;

import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.Workflow;
import io.bearings.host.runtime.AddOnRuntime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An issue: its fields, its transitions, its history, and what an add-on adds to it. */
final class IssuePage implements Page {
  static final String PATH = "/browse";

  private static final String NONE = "None";

  private final Templates templates;
  private final Frame frame;
  private final AddOnRuntime addOn;
  private final VisibleIssues issues;
  private final Workflow workflow;
  private final ResolutionManager resolutions;
  private final CustomFieldManager customFields;
  private final ChangeHistoryManager history;
  private final IssueTalk talk;
  private final XsrfTokenGenerator tokens;
  private final Moments moments;

  IssuePage(
      Templates templates,
      Frame frame,
      AddOnRuntime addOn,
      VisibleIssues issues,
      Workflow workflow,
      ResolutionManager resolutions,
      CustomFieldManager customFields,
      ChangeHistoryManager history,
      IssueTalk talk,
      XsrfTokenGenerator tokens,
      Moments moments) {
    this.templates = templates;
    this.frame = frame;
    this.addOn = addOn;
    this.issues = issues;
    this.workflow = workflow;
    this.resolutions = resolutions;
    this.customFields = customFields;
    this.history = history;
    this.talk = talk;
    this.tokens = tokens;
    this.moments = moments;
  }

  /** A field with its value. */
  public record Field(String id, String name, String value) {}

  /** A time of the issue. */
  public record When(String id, String name, Moment moment) {}

  /** A resolution to choose. */
  public record Choice(String id, String name, boolean preset) {}

  /** A change: who, when, what. */
  public record Change(String author, Moment when, List<Item> items) {}

  /** A changed field. */
  public record Item(String field, String from, String to) {}

  @Override
  public void show(Visit visit) throws IOException {
    ApplicationUser person = visit.person();
    Issue issue = issues.byKey(visit.rest(), person);
    Project project = issue.getProjectObject();
    Map<String, Object> context = context(visit, issue, project);
    Map<String, Object> model = new HashMap<>();
    model.put("base", visit.contextPath());
    model.put("key", issue.getKey());
    model.put("id", issue.getId());
    model.put("summary", issue.getSummary());
    model.put("description", issue.getDescription() == null ? "" : issue.getDescription());
    model.put("projectName", project.getName());
    model.put("projectUrl", visit.contextPath() + ProjectPage.PATH + "/" + project.getKey());
    model.put("status", Lozenge.of(issue.getStatus()));
    model.put("fields", fields(issue));
    model.put("people", people(issue));
    model.put("dates", dates(visit, issue));
    model.put("transitions", workflow.available(issue, person));
    model.put("resolutions", choices());
    model.put("token", tokens.generateToken(visit.request()));
    model.put("history", history(visit, issue, person));
    model.put("talk", talk.of(visit, issue, person));
    model.put("left", panels(visit, "atl.jira.view.issue.left.context", context));
    model.put("info", panels(visit, "atl.jira.view.issue.info.context", context));
    model.put("right", panels(visit, "atl.jira.view.issue.right.context", context));
    Html content = templates.render("issue", model);
    frame.write(
        visit,
        Sheet.of("[" + issue.getKey() + "] " + issue.getSummary(), content)
            .in("projects")
            .needing("jira.view.issue")
            .telling("issue-key", issue.getKey())
            .telling("issue-id", issue.getId().toString())
            .telling("project-key", project.getKey())
            .telling("project-id", project.getId().toString()));
  }

  private static Map<String, Object> context(Visit visit, Issue issue, Project project) {
    Map<String, Object> context = new HashMap<>();
    context.put("user", visit.person());
    context.put("issue", issue);
    context.put("project", project);
    context.put("helper", new JiraHelper(visit.request(), project, Map.copyOf(context)));
    return context;
  }

  private List<Panels.View> panels(Visit visit, String location, Map<String, Object> context) {
    return Panels.of(addOn.panels(location, context, visit.request()));
  }

  private List<Field> fields(Issue issue) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("type-val", "Type", name(issue.getIssueType(), NONE)));
    fields.add(new Field("priority-val", "Priority", name(issue.getPriority(), NONE)));
    fields.add(
        new Field("resolution-val", "Resolution", name(issue.getResolution(), "Unresolved")));
    for (CustomField field : customFields.getCustomFieldObjects()) {
      Object value = issue.getCustomFieldValue(field);
      if (value != null) {
        fields.add(new Field(field.getId() + "-val", field.getName(), shown(value)));
      }
    }
    return fields;
  }

  private static String name(IssueConstant constant, String none) {
    return constant == null ? none : constant.getName();
  }

  // Jira keeps numbers as doubles and shows 3, not 3.0.
  private static String shown(Object value) {
    if (value instanceof Double number && number == Math.rint(number)) {
      return Long.toString(number.longValue());
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  private static List<Field> people(Issue issue) {
    return List.of(
        new Field("assignee-val", "Assignee", name(issue.getAssignee(), "Unassigned")),
        new Field("reporter-val", "Reporter", name(issue.getReporter(), "Anonymous")));
  }

  private static String name(ApplicationUser user, String nobody) {
    return user == null ? nobody : user.getDisplayName();
  }

  private List<When> dates(Visit visit, Issue issue) {
    List<When> dates = new ArrayList<>();
    dates.add(new When("created-val", "Created", moments.of(issue.getCreated(), visit)));
    dates.add(new When("updated-val", "Updated", moments.of(issue.getUpdated(), visit)));
    if (issue.getDueDate() != null) {
      dates.add(new When("due-date", "Due", moments.of(issue.getDueDate(), visit)));
    }
    if (issue.getResolutionDate() != null) {
      dates.add(
          new When("resolutiondate-val", "Resolved", moments.of(issue.getResolutionDate(), visit)));
    }
    return dates;
  }

  private List<Choice> choices() {
    Resolution preset = resolutions.getDefaultResolution();
    return resolutions.getResolutions().stream()
        .map(
            resolution ->
                new Choice(
                    resolution.getId(),
                    resolution.getName(),
                    preset != null && preset.getId().equals(resolution.getId())))
        .toList();
  }

  private List<Change> history(Visit visit, Issue issue, ApplicationUser person) {
    return history.getChangeHistoriesForUser(issue, person).stream()
        .map(change -> change(visit, change))
        .toList();
  }

  private Change change(Visit visit, ChangeHistory change) {
    return new Change(
        name(change.getAuthorObject(), "Anonymous"),
        moments.of(change.getTimePerformed(), visit),
        change.getChangeItemBeans().stream().map(IssuePage::item).toList());
  }

  private static Item item(ChangeItemBean item) {
    return new Item(
        item.getField(),
        item.getFromString() == null ? "" : item.getFromString(),
        item.getToString() == null ? "" : item.getToString());
  }
}
