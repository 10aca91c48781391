package io.bearings.host.pages.rest;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.user.ApplicationUser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Jira's things in the shape that Jira's REST gives them. */
final class Json {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.systemDefault());

  private Json() {}

  static Map<String, Object> user(ApplicationUser user) {
    if (user == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", user.getKey());
    json.put("name", user.getName());
    json.put("displayName", user.getDisplayName());
    json.put("emailAddress", user.getEmailAddress());
    json.put("active", user.isActive());
    return json;
  }

  static Map<String, Object> project(Project project) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", project.getId().toString());
    json.put("key", project.getKey());
    json.put("name", project.getName());
    return json;
  }

  static Map<String, Object> constant(IssueConstant constant) {
    if (constant == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", constant.getId());
    json.put("name", constant.getName());
    return json;
  }

  private static Map<String, Object> version(Version version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", version.getId().toString());
    json.put("name", version.getName());
    json.put("released", version.isReleased());
    return json;
  }

  static Map<String, Object> status(Status status) {
    StatusCategory category = status.getStatusCategory();
    Map<String, Object> of = new LinkedHashMap<>();
    of.put("id", category.getId());
    of.put("key", category.getKey());
    of.put("name", category.getName());
    Map<String, Object> json = constant(status);
    json.put("statusCategory", of);
    return json;
  }

  /** An issue's system fields; what custom fields hold costs statements, so it is asked for. */
  static Map<String, Object> issue(Issue issue) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("summary", issue.getSummary());
    fields.put("description", issue.getDescription());
    fields.put("project", project(issue.getProjectObject()));
    fields.put("issuetype", constant(issue.getIssueType()));
    fields.put("status", status(issue.getStatus()));
    fields.put("resolution", constant(issue.getResolution()));
    fields.put("priority", constant(issue.getPriority()));
    fields.put("assignee", user(issue.getAssignee()));
    fields.put("reporter", user(issue.getReporter()));
    fields.put("created", moment(issue.getCreated()));
    fields.put("updated", moment(issue.getUpdated()));
    fields.put("resolutiondate", moment(issue.getResolutionDate()));
    fields.put("duedate", issue.getDueDate() == null ? null : day(issue.getDueDate()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", issue.getId().toString());
    json.put("key", issue.getKey());
    json.put("fields", fields);
    return json;
  }

  /** An issue with its fix versions and what its custom fields hold. */
  static Map<String, Object> issue(
      Issue issue, CustomFieldManager customFields, VersionManager versions) {
    Map<String, Object> json = issue(issue);
    @SuppressWarnings("unchecked")
    Map<String, Object> fields = (Map<String, Object>) json.get("fields");
    fields.put(
        "fixVersions", versions.getFixVersionsFor(issue).stream().map(Json::version).toList());
    for (CustomField field : customFields.getCustomFieldObjects()) {
      Object value = issue.getCustomFieldValue(field);
      fields.put(
          field.getId(), value == null || value instanceof Number ? value : value.toString());
    }
    return json;
  }

  private static String moment(Date time) {
    return time == null ? null : moment(Instant.ofEpochMilli(time.getTime()));
  }

  static String moment(Instant time) {
    return MOMENT.format(time);
  }

  private static String day(Date time) {
    return DAY.format(Instant.ofEpochMilli(time.getTime()));
  }
}
