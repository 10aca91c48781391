package io.bearings.host.jira;

import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people do with issues besides transitions. Every operation checks permissions, is one
 * transaction with its change history, and fires Jira's event after the commit.
 *
 * <p>Fields come in the shape of Jira's REST API: {@code summary}, {@code description}, {@code
 * duedate} (yyyy-MM-dd), {@code priority} and {@code issuetype} ({@code {"name"}} or {@code
 * {"id"}}), {@code assignee} ({@code {"name"}} or {@code {"key"}}), {@code project} and {@code
 * parent} ({@code {"key"}}), {@code timetracking} ({@code {"originalEstimate",
 * "remainingEstimate"}}) and custom fields such as {@code customfield_10002}.
 */
public final class IssueOperations {
  private final SiteCache site;
  private final Ids ids;
  private final Issues issues;
  private final IssueTables tables;
  private final IssueWrites writes;
  private final CustomFields customFields;
  private final AgileFields agile;
  private final Versions versions;
  private final Permissions permissions;
  private final IssueAccess access;
  private final Clock clock;

  IssueOperations(
      SiteCache site,
      Ids ids,
      Issues issues,
      IssueTables tables,
      IssueWrites writes,
      CustomFields customFields,
      AgileFields agile,
      Versions versions,
      Permissions permissions,
      IssueAccess access,
      Clock clock) {
    this.site = site;
    this.ids = ids;
    this.issues = issues;
    this.tables = tables;
    this.writes = writes;
    this.customFields = customFields;
    this.agile = agile;
    this.versions = versions;
    this.permissions = permissions;
    this.access = access;
    this.clock = clock;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Creates an issue in its project's first status; the user is its reporter.
   *
   * @return the issue as it is stored
   * @throws JiraRefusal 400 with what is wrong by field, 403 without CREATE_ISSUES, 404 when the
   *     project is not there for the user
   */
  public Issue create(ApplicationUser user, Map<String, Object> fields) {
    long id = ids.next(Ids.Sequence.ISSUE);
    writes.write(
        user,
        () -> {
          create(id, user, fields);
          return List.of(new IssueWrites.Written(id, EventType.ISSUE_CREATED_ID));
        });
    return issues.byId(id).orElseThrow();
  }

  private void create(long id, ApplicationUser user, Map<String, Object> fields) {
    Site current = site.current();
    FieldReader reader = new FieldReader(current);
    String key = reader.reference("project", fields.get("project"), List.of("key", "id"));
    if (key == null) {
      reader.wrong("project", "The field 'project' is required");
    }
    reader.refuseWrong();
    HostProject project = visibleProject("project", key, user);
    access.require(ProjectPermissions.CREATE_ISSUES, project, user);
    HostConstant.HostIssueType type =
        reader.constant("issuetype", fields.get("issuetype"), current.issueTypes());
    reader.refuseWrong();
    Optional<HostIssue> parent = parent(reader, fields.get("parent"), type, project, user);
    IssueRow row = blank(id, project, type, user);
    IssueEdit edit =
        new IssueEdit(reader, current, customFields, agile, versions, issues.issue(row));
    Map<String, Object> own = new LinkedHashMap<>(fields);
    List.of("project", "issuetype", "parent").forEach(own::remove);
    own.putIfAbsent("summary", null);
    edit.take(own);
    reader.refuseWrong();
    tables.insert(row);
    edit.store(tables, row.updated());
    parent.ifPresent(of -> tables.link(of.getId(), id));
  }

  private HostProject visibleProject(String field, String keyOrId, ApplicationUser user) {
    Site current = site.current();
    return current.projects().values().stream()
        .filter(known -> known.key().equals(keyOrId) || known.id().toString().equals(keyOrId))
        .filter(known -> current.allows("BROWSE_PROJECTS", known, user))
        .findFirst()
        .orElseThrow(
            () -> {
              String message = "No project could be found with key '" + keyOrId + "'";
              return new JiraRefusal(404, message, Map.of(field, message));
            });
  }

  private Optional<HostIssue> parent(
      FieldReader reader,
      Object value,
      HostConstant.HostIssueType type,
      HostProject project,
      ApplicationUser user) {
    String key = reader.reference("parent", value, List.of("key"));
    if (!type.isSubTask()) {
      if (key != null) {
        reader.wrong("parent", "Only a sub-task has a parent.");
      }
      return Optional.empty();
    }
    Optional<HostIssue> parent =
        issues
            .byKey(key)
            .filter(issue -> issue.getProjectId().equals(project.id()) && !issue.isSubTask())
            .filter(issue -> permissions.mayBrowse(issue, user));
    if (parent.isEmpty()) {
      reader.wrong(
          "parent", "A sub-task needs a parent in the same project that is no sub-task itself.");
    }
    return parent;
  }

  private IssueRow blank(
      long id, HostProject project, HostConstant.HostIssueType type, ApplicationUser reporter) {
    Site current = site.current();
    Instant now = now();
    return new IssueRow(
        id,
        project.id(),
        tables.nextNumber(project.id()),
        type.getId(),
        "",
        null,
        Site.find(current.priorities(), "Medium").orElseThrow().getId(),
        current.workflows().get(project.workflow()).initialStatus(),
        null,
        reporter.getKey(),
        null,
        reporter.getKey(),
        now,
        now,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * Edits an issue; fields that are not named stay as they are. An edit that changes nothing leaves
   * no history, but is an event, as in Jira.
   *
   * @throws JiraRefusal 400 with what is wrong by field, 403 without EDIT_ISSUES, 404 when the
   *     issue is not there for the user
   */
  public void edit(ApplicationUser user, long issueId, Map<String, Object> fields) {
    writes.write(
        user,
        () -> {
          HostIssue issue =
              access.require(issues.locked(issueId), ProjectPermissions.EDIT_ISSUES, user);
          FieldReader reader = new FieldReader(site.current());
          IssueEdit edit =
              new IssueEdit(reader, site.current(), customFields, agile, versions, issue);
          edit.take(fields);
          reader.refuseWrong();
          Instant now = now();
          edit.store(tables, now);
          tables.recordChange(issueId, user.getKey(), now, edit.items());
          return List.of(new IssueWrites.Written(issueId, EventType.ISSUE_UPDATED_ID));
        });
  }

  /**
   * Deletes an issue and its sub-tasks with their history.
   *
   * @throws JiraRefusal 403 without DELETE_ISSUES, 404 when the issue is not there for the user
   */
  public void delete(ApplicationUser user, long issueId) {
    writes.delete(
        user,
        () -> {
          HostIssue issue = access.require(issues.locked(issueId), Permissions.DELETE_ISSUES, user);
          List<HostIssue> all = withSubTasks(issue, false);
          all.forEach(each -> tables.delete(each.getId()));
          return all;
        },
        EventType.ISSUE_DELETED_ID);
  }

  private List<HostIssue> withSubTasks(HostIssue issue, boolean parentFirst) {
    List<HostIssue> all = new ArrayList<>();
    issues.subTasksOf(issue.getId()).forEach(id -> issues.locked(id).ifPresent(all::add));
    all.add(parentFirst ? 0 : all.size(), issue);
    return all;
  }

  /**
   * Moves an issue and its sub-tasks to another project, where they get new keys; the old ones
   * still find them.
   *
   * @throws JiraRefusal 400 for a sub-task alone or the same project, 403 without MOVE_ISSUES here
   *     or CREATE_ISSUES there, 404 when issue or project are not there for the user
   */
  public void move(ApplicationUser user, long issueId, String projectKey) {
    writes.write(
        user,
        () -> {
          HostIssue issue = access.require(issues.locked(issueId), Permissions.MOVE_ISSUES, user);
          HostProject target = visibleProject("project", projectKey, user);
          access.require(ProjectPermissions.CREATE_ISSUES, target, user);
          if (issue.isSubTask()) {
            throw cannotMove("A sub-task moves with its parent.");
          }
          if (target.equals(issue.getProjectObject())) {
            throw cannotMove(issue.getKey() + " is in the project " + projectKey + " already.");
          }
          Instant now = now();
          List<IssueWrites.Written> moved = new ArrayList<>();
          for (HostIssue each : withSubTasks(issue, true)) {
            move(each, target, user, now);
            moved.add(new IssueWrites.Written(each.getId(), EventType.ISSUE_MOVED_ID));
          }
          return moved;
        });
  }

  /**
   * Puts a sub-task below another issue of its project.
   *
   * @throws JiraRefusal 400 for an issue that is no sub-task, or a parent that it cannot have, 403
   *     without EDIT_ISSUES, 404 when the issue is not there for the user
   */
  public void moveToParent(ApplicationUser user, long issueId, String parentKey) {
    writes.write(
        user,
        () -> {
          HostIssue issue =
              access.require(issues.locked(issueId), ProjectPermissions.EDIT_ISSUES, user);
          FieldReader reader = new FieldReader(site.current());
          HostConstant.HostIssueType type = site.current().issueTypes().get(issue.getIssueTypeId());
          HostProject project = site.current().projects().get(issue.getProjectId());
          Optional<HostIssue> parent =
              parent(reader, Map.of("key", parentKey), type, project, user);
          reader.refuseWrong();
          Issue before = issue.getParentObject();
          if (parent.isEmpty() || parent.get().equals(before)) {
            return List.of();
          }
          Instant now = now();
          tables.unlink(before.getId(), issueId);
          tables.link(parent.get().getId(), issueId);
          tables.update(issueId, Map.of("updated", IssueRow.timestamp(now)));
          tables.recordChange(
              issueId, user.getKey(), now, List.of(Changes.ofParent(before, parent.get())));
          return List.of(new IssueWrites.Written(issueId, EventType.ISSUE_UPDATED_ID));
        });
  }

  private static JiraRefusal cannotMove(String message) {
    return new JiraRefusal(400, message, Map.of("project", message));
  }

  private void move(HostIssue issue, HostProject target, ApplicationUser user, Instant now) {
    long number = tables.nextNumber(target.id());
    HostProject from = site.current().projects().get(issue.getProjectId());
    List<ChangeItemBean> items = new ArrayList<>(movedItems(issue, from, target, number));
    items.addAll(Changes.ofFixVersions(versions.getFixVersionsFor(issue), List.of()));
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("project", target.id());
    columns.put("issuenum", number);
    columns.put("updated", IssueRow.timestamp(now));
    tables.update(issue.getId(), columns);
    tables.rememberKey(issue.getKey(), issue.getId());
    tables.dropProjectsOwn(issue.getId());
    tables.recordChange(issue.getId(), user.getKey(), now, items);
  }

  private static List<ChangeItemBean> movedItems(
      HostIssue issue, HostProject from, HostProject target, long number) {
    return List.of(
        Changes.item(
            "project", from.id().toString(), from.name(), target.id().toString(), target.name()),
        Changes.ofText("Key", issue.getKey(), target.key() + "-" + number));
  }
}
