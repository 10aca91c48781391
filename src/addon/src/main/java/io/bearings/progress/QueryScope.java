package io.bearings.progress;

import io.bearings.progress.QueryNames.Names;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the answer of a query depends on. It is told from the text of a query that Jira understands;
 * what is not known for certain is absent, and then everything can matter.
 *
 * @param projects the only projects in which it finds anything; absent where it may find issues of
 *     any
 * @param fields under what changes are recorded that can change what it says of an issue; absent
 *     where it also depends on anything else: on the time, on other issues, on what happened
 */
public record QueryScope(Optional<Set<Long>> projects, Optional<Set<String>> fields) {
  private static final Set<String> PARENT = Set.of("parent", "parent issue", "issuetype");

  /** What conditions on Jira's own fields ask for, by the name of the field in queries. */
  private static final Map<String, Set<String>> OWN =
      Map.ofEntries(
          Map.entry("affectedversion", Set.of("version")),
          Map.entry("assignee", Set.of("assignee")),
          Map.entry("component", Set.of("component")),
          Map.entry("created", Set.of()),
          Map.entry("createddate", Set.of()),
          Map.entry("creator", Set.of()),
          Map.entry("description", Set.of("description")),
          Map.entry("due", Set.of("duedate")),
          Map.entry("duedate", Set.of("duedate")),
          Map.entry("environment", Set.of("environment")),
          Map.entry("fixversion", Set.of("fix version")),
          Map.entry("id", Set.of("project", "key")),
          Map.entry("issue", Set.of("project", "key")),
          Map.entry("issuekey", Set.of("project", "key")),
          Map.entry("issuetype", Set.of("issuetype")),
          Map.entry("key", Set.of("project", "key")),
          Map.entry("labels", Set.of("labels")),
          Map.entry("level", Set.of("security")),
          Map.entry("originalestimate", Set.of("timeoriginalestimate")),
          Map.entry("parent", PARENT),
          Map.entry("priority", Set.of("priority")),
          Map.entry("project", Set.of("project")),
          Map.entry("remainingestimate", Set.of("timeestimate")),
          Map.entry("reporter", Set.of("reporter")),
          Map.entry("resolution", Set.of("resolution")),
          Map.entry("resolutiondate", Set.of("resolution", "status")),
          Map.entry("resolved", Set.of("resolution", "status")),
          Map.entry("status", Set.of("status")),
          Map.entry("statuscategory", Set.of("status")),
          Map.entry("summary", Set.of("summary")),
          Map.entry("timeestimate", Set.of("timeestimate")),
          Map.entry("timeoriginalestimate", Set.of("timeoriginalestimate")),
          Map.entry("timespent", Set.of("timespent")),
          Map.entry("type", Set.of("issuetype")));

  /**
   * Jira's own names that are not told by one field; a custom field of such a name is not meant.
   */
  private static final Set<String> MORE =
      Set.of(
          "attachments",
          "category",
          "comment",
          "filter",
          "hierarchylevel",
          "issuelink",
          "issuelinktype",
          "lastviewed",
          "progress",
          "request",
          "savedfilter",
          "searchrequest",
          "subtasks",
          "text",
          "updated",
          "updateddate",
          "voter",
          "votes",
          "watcher",
          "watchers",
          "workratio",
          "worklogauthor",
          "worklogcomment",
          "worklogdate");

  /** Jira's own fields that matter to nobody but the queries that ask for them. */
  private static final Set<String> HARMLESS =
      Set.of(
          "attachment",
          "component",
          "description",
          "duedate",
          "environment",
          "fix version",
          "issuetype",
          "labels",
          "link",
          "parent",
          "parent issue",
          "priority",
          "remoteissuelink",
          "resolution",
          "status",
          "summary",
          "timeestimate",
          "timeoriginalestimate",
          "timespent",
          "version",
          "worklogid");

  /** What may give the author of a query the right to see an issue, or takes it away. */
  private static final Set<String> RIGHTS =
      Set.of("assignee", "key", "project", "reporter", "security");

  /** Functions whose value does not change while the site stays as it is. */
  private static final Set<String> STEADY =
      Set.of("currentuser", "standardissuetypes", "subtaskissuetypes");

  private static final Set<String> DATES =
      Set.of("created", "createddate", "due", "duedate", "resolved", "resolutiondate");
  private static final Pattern DAY =
      Pattern.compile("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}( \\d{1,2}:\\d{2})?");

  /** {@code -7d}, {@code 2w 1d}: from now on or back. */
  private static final Pattern FROM_NOW = Pattern.compile("[+-]?\\s*\\d+\\s*[a-z].*");

  public QueryScope {
    projects = projects.map(Set::copyOf);
    fields = fields.map(Set::copyOf);
  }

  /**
   * What a query depends on.
   *
   * @param jql a query that Jira accepted
   */
  public static QueryScope of(String jql, Names names) {
    return QueryText.read(jql)
        .map(part -> new QueryScope(projects(part, names), fields(part, names)))
        .orElse(new QueryScope(Optional.empty(), Optional.empty()));
  }

  /** Whether time alone, or what no event tells of, can change what the query finds. */
  public boolean isUnsteady() {
    return fields.isEmpty();
  }

  /**
   * Whether the query has to be asked about an issue again.
   *
   * @param found whether it found the issue before
   */
  public boolean canMatter(WhatChanged change, boolean found, Names names) {
    boolean elsewhere =
        projects.isPresent()
            && change.projectIds().isPresent()
            && Collections.disjoint(projects.get(), change.projectIds().get());
    if (elsewhere && !found) {
      return false;
    }
    return fields.isEmpty()
        || change
            .fields()
            .map(all -> all.stream().anyMatch(each -> matters(each, names)))
            .orElse(true);
  }

  private boolean matters(String change, Names names) {
    boolean harmless =
        names.isStored(change) || HARMLESS.contains(change) && !names.others().contains(change);
    return !harmless || RIGHTS.contains(change) || fields.orElseThrow().contains(change);
  }

  private static Optional<Set<String>> fields(QueryText.Part part, Names names) {
    if (part instanceof QueryText.All all) {
      return fields(all.parts(), names);
    }
    if (part instanceof QueryText.Any any) {
      return fields(any.parts(), names);
    }
    if (part instanceof QueryText.Not not) {
      return fields(not.part(), names);
    }
    return compared((QueryText.Comparison) part, names);
  }

  private static Optional<Set<String>> fields(List<QueryText.Part> parts, Names names) {
    Set<String> all = new HashSet<>();
    for (QueryText.Part each : parts) {
      Optional<Set<String>> fields = fields(each, names);
      if (fields.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(fields.get());
    }
    return Optional.of(all);
  }

  private static Optional<Set<String>> compared(QueryText.Comparison comparison, Names names) {
    String field = comparison.field();
    boolean date = DATES.contains(field);
    for (QueryText.Operand operand : comparison.operands()) {
      boolean steady =
          operand.isFunction()
              ? STEADY.contains(operand.text())
              : !FROM_NOW.matcher(operand.text()).matches()
                  && (!date
                      || operand.text().equals("empty")
                      || DAY.matcher(operand.text()).matches());
      if (!steady) {
        return Optional.empty();
      }
    }
    Set<String> own = OWN.get(field);
    return own == null && !MORE.contains(field)
        ? Optional.of(names.changesOf(field)).filter(changes -> !changes.isEmpty())
        : Optional.ofNullable(own);
  }

  private static Optional<Set<Long>> projects(QueryText.Part part, Names names) {
    if (part instanceof QueryText.All all) {
      return all.parts().stream()
          .flatMap(each -> projects(each, names).stream())
          .reduce(
              (one, other) -> {
                Set<Long> both = new HashSet<>(one);
                both.retainAll(other);
                return both;
              });
    }
    if (part instanceof QueryText.Any any) {
      Set<Long> either = new HashSet<>();
      for (QueryText.Part each : any.parts()) {
        Optional<Set<Long>> projects = projects(each, names);
        if (projects.isEmpty()) {
          return Optional.empty();
        }
        either.addAll(projects.get());
      }
      return Optional.of(either);
    }
    return part instanceof QueryText.Comparison comparison
        ? named(comparison, names)
        : Optional.empty();
  }

  private static Optional<Set<Long>> named(QueryText.Comparison comparison, Names names) {
    boolean is = comparison.operator().equals("=") || comparison.operator().equals("in");
    if (!is || !comparison.field().equals("project")) {
      return Optional.empty();
    }
    Set<Long> all = new HashSet<>();
    for (QueryText.Operand operand : comparison.operands()) {
      Set<Long> projects = names.projects().get(operand.text());
      if (operand.isFunction() || projects == null) {
        return Optional.empty();
      }
      all.addAll(projects);
    }
    return Optional.of(all);
  }
}
