package io.bearings.host.jira;

import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.project.version.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The difference between an issue and what the fields of a request ask for. */
final class IssueEdit {
  private static final Set<String> ESTIMATES = Set.of("originalEstimate", "remainingEstimate");

  private final FieldReader reader;
  private final Site site;
  private final CustomFields customFields;
  private final AgileFields agile;
  private final Versions versions;
  private final HostIssue issue;
  private final IssueRow row;
  private final Map<String, Object> columns = new LinkedHashMap<>();
  private final Map<Long, Object> customValues = new LinkedHashMap<>();
  private final List<ChangeItemBean> items = new ArrayList<>();
  private final List<Runnable> otherTables = new ArrayList<>();

  IssueEdit(
      FieldReader reader,
      Site site,
      CustomFields customFields,
      AgileFields agile,
      Versions versions,
      HostIssue issue) {
    this.reader = reader;
    this.site = site;
    this.customFields = customFields;
    this.agile = agile;
    this.versions = versions;
    this.issue = issue;
    this.row = issue.row();
  }

  /** Takes what a request asks for; what is wrong is told to the reader. */
  void take(Map<String, Object> fields) {
    fields.forEach(this::take);
  }

  private void take(String field, Object value) {
    switch (field) {
      case "summary" -> summary(value);
      case "description" -> description(value);
      case "priority" -> priority(value);
      case "assignee" -> assignee(value);
      case "duedate" -> dueDate(value);
      case "timetracking" -> timeTracking(value);
      case "fixVersions" -> fixVersions(value);
      default -> customField(field, value);
    }
  }

  private <T> void set(String column, T before, T after, ChangeItemBean item) {
    if (!Objects.equals(before, after)) {
      columns.put(column, after);
      items.add(item);
    }
  }

  private void summary(Object value) {
    String to = reader.summary(value);
    set("summary", row.summary(), to, Changes.ofText("summary", row.summary(), to));
  }

  private void description(Object value) {
    String to = reader.text("description", value, FieldReader.LONGEST_TEXT);
    set("description", row.description(), to, Changes.ofText("description", row.description(), to));
  }

  private void priority(Object value) {
    HostConstant.HostPriority to = reader.constant("priority", value, site.priorities());
    if (to != null) {
      set(
          "priority",
          row.priorityId(),
          to.getId(),
          Changes.ofConstant("priority", issue.getPriority(), to));
    }
  }

  private void assignee(Object value) {
    HostUser to = reader.assignee(value, site.projects().get(row.projectId()));
    set(
        "assignee",
        row.assigneeKey(),
        to == null ? null : to.key(),
        Changes.ofUser("assignee", issue.getAssignee(), to));
  }

  private void dueDate(Object value) {
    LocalDate from = row.due();
    LocalDate to = reader.date("duedate", value);
    String midnight = " 00:00:00.0";
    set(
        "duedate",
        from,
        to,
        Changes.item(
            "duedate", text(from, ""), text(from, midnight), text(to, ""), text(to, midnight)));
  }

  private static String text(Object value, String end) {
    return value == null ? null : value + end;
  }

  private void timeTracking(Object value) {
    if (!(value instanceof Map<?, ?> given) || !ESTIMATES.containsAll(given.keySet())) {
      reader.wrong("timetracking", "Give an object with originalEstimate or remainingEstimate");
      return;
    }
    if (given.containsKey("originalEstimate")) {
      seconds("timeoriginalestimate", row.originalEstimate(), given.get("originalEstimate"));
    }
    if (given.containsKey("remainingEstimate")) {
      seconds("timeestimate", row.estimate(), given.get("remainingEstimate"));
    }
  }

  private void seconds(String column, Long from, Object value) {
    Long to = reader.duration(value);
    set(
        column,
        from,
        to,
        Changes.item(column, text(from, ""), text(from, ""), text(to, ""), text(to, "")));
  }

  private void fixVersions(Object value) {
    List<Version> own = versions.getVersions(row.projectId());
    List<?> named = value instanceof List<?> list ? list : List.of(Map.of());
    Set<Version> after = new LinkedHashSet<>();
    for (Object each : named) {
      Optional<Version> version = own.stream().filter(it -> isNamed(it, each)).findFirst();
      if (version.isEmpty()) {
        reader.wrong("fixVersions", "Give a list of versions of the issue's project");
        return;
      }
      after.add(version.get());
    }
    Collection<Version> before = versions.getFixVersionsFor(issue);
    List<ChangeItemBean> changes = Changes.ofFixVersions(before, after);
    if (!changes.isEmpty()) {
      items.addAll(changes);
      otherTables.add(() -> versions.setFixVersions(row.id(), after));
    }
  }

  private static boolean isNamed(Version version, Object reference) {
    return reference instanceof Map<?, ?> object
        && (version.getId().toString().equals(object.get("id"))
            || version.getName().equals(object.get("name")));
  }

  private void customField(String name, Object value) {
    Optional<Site.Field> known =
        site.fields().values().stream().filter(field -> field.fullId().equals(name)).findFirst();
    if (known.isEmpty()) {
      reader.unknown(name);
      return;
    }
    Site.Field field = known.get();
    CustomField custom = customFields.getCustomFieldObject(field.id());
    if (custom == null) {
      reader.unknown(name);
      return;
    }
    Optional<AgileFields.Planned> planned = agile.plan(reader, field, issue, value);
    if (planned.isPresent()) {
      planned
          .get()
          .item()
          .ifPresent(
              item -> {
                items.add(item);
                otherTables.add(planned.get().write());
              });
      return;
    }
    String before = CustomFields.shown(custom.getValue(issue));
    Object after = reader.customValue(field, value);
    String shown = CustomFields.shown(after);
    if (!Objects.equals(before, shown)) {
      customValues.put(field.id(), after);
      items.add(Changes.ofCustomField(field.name(), before, shown));
    }
  }

  /** What the change history will say; empty when nothing is different. */
  List<ChangeItemBean> items() {
    return List.copyOf(items);
  }

  /** Writes the difference to the tables, and that the issue was updated now. */
  void store(IssueTables tables, Instant now) {
    columns.put("updated", IssueRow.timestamp(now));
    tables.update(row.id(), columns);
    customValues.forEach((field, value) -> tables.setCustomField(row.id(), field, value));
    otherTables.forEach(Runnable::run);
  }
}
