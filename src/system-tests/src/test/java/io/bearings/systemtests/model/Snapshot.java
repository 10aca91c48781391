package io.bearings.systemtests.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Jira's own tables say about all issues at one moment: how they are, and all their changes.
 * Nothing of the add-on is asked.
 *
 * @param issues by id
 * @param changes by issue, the newest first
 * @param categories of statuses, by their id
 */
record Snapshot(
    Map<Long, Issue> issues, Map<Long, List<Change>> changes, Map<String, String> categories) {

  /** An issue as it is or was. What it lacks is absent. */
  record Issue(
      long id,
      String key,
      Instant created,
      String status,
      Optional<String> resolution,
      Optional<BigDecimal> points,
      Optional<Long> parent,
      Optional<Long> epic,
      Set<Long> sprints) {

    private Issue before(Change change) {
      String status = this.status;
      Optional<String> resolution = this.resolution;
      Optional<BigDecimal> points = this.points;
      Optional<Long> epic = this.epic;
      Set<Long> sprints = this.sprints;
      switch (change.field()) {
        case "status" -> status = change.from().orElseThrow();
        case "resolution" -> resolution = change.from();
        case "Story Points" -> points = change.fromText().map(BigDecimal::new);
        case "Epic Link" -> epic = change.from().map(Long::valueOf);
        case "Sprint" -> sprints = ids(change.from());
        default -> {
          // Neither the summary nor the project changes what the issue counts.
        }
      }
      return new Issue(id, key, created, status, resolution, points, parent, epic, sprints);
    }
  }

  /** A change of one field; the values before it. */
  record Change(Instant at, String field, Optional<String> from, Optional<String> fromText) {}

  /** Reads everything with six statements. */
  static Snapshot of(Session session) {
    Map<Long, Long> parents = links(session, "jira_subtask");
    Map<Long, Long> epics = links(session, "jira_gh_epic_story");
    Map<Long, Set<Long>> sprints =
        session.sql("select issue as issue, sprint as sprint from issue_sprint").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.path("issue").asLong(),
                    Collectors.mapping(row -> row.path("sprint").asLong(), Collectors.toSet())));
    Map<Long, Issue> issues = new HashMap<>();
    session
        .sql(
            "select i.id as id, p.pkey as pkey, i.issuenum as num, extract(epoch from i.created) as"
                + " created, i.issuestatus as status, i.resolution as resolution, v.numbervalue as"
                + " points from jiraissue i join project p on p.id = i.project left join"
                + " customfieldvalue v on v.issue = i.id and v.customfield = (select f.id from"
                + " customfield f where f.cfname = 'Story Points')")
        .forEach(
            row -> {
              long id = row.path("id").asLong();
              issues.put(
                  id,
                  new Issue(
                      id,
                      row.path("pkey").asText() + "-" + row.path("num").asLong(),
                      instant(row.path("created")),
                      row.path("status").asText(),
                      text(row.path("resolution")),
                      text(row.path("points")).map(BigDecimal::new),
                      Optional.ofNullable(parents.get(id)),
                      Optional.ofNullable(epics.get(id)),
                      sprints.getOrDefault(id, Set.of())));
            });
    return new Snapshot(issues, changes(session), categories(session));
  }

  private static Map<Long, Long> links(Session session, String style) {
    return session
        .sql(
            "select l.source as source, l.destination as destination from issuelink l"
                + " join issuelinktype t on t.id = l.linktype where t.pstyle = '"
                + style
                + "'")
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.path("destination").asLong(), row -> row.path("source").asLong()));
  }

  private static Map<Long, List<Change>> changes(Session session) {
    Map<Long, List<Change>> changes = new LinkedHashMap<>();
    session
        .sql(
            "select g.issueid as issue, extract(epoch from g.created) as moment, i.field as field,"
                + " i.oldvalue as v, i.oldstring as s from changeitem i join changegroup g on g.id"
                + " = i.groupid where i.field in ('status', 'resolution', 'Story Points', 'Epic"
                + " Link', 'Sprint') order by g.created desc, g.id desc, i.id desc")
        .forEach(
            row ->
                changes
                    .computeIfAbsent(row.path("issue").asLong(), id -> new ArrayList<>())
                    .add(
                        new Change(
                            instant(row.path("moment")),
                            row.path("field").asText(),
                            text(row.path("v")),
                            text(row.path("s")))));
    return changes;
  }

  private static Map<String, String> categories(Session session) {
    return session.sql("select id as id, statuscategory as category from issuestatus").stream()
        .collect(
            Collectors.toMap(row -> row.path("id").asText(), row -> row.path("category").asText()));
  }

  /** Both databases give seconds with a fraction. */
  private static Instant instant(JsonNode seconds) {
    return Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1000));
  }

  private static Optional<String> text(JsonNode value) {
    return value.isNull() || value.asText().isEmpty()
        ? Optional.empty()
        : Optional.of(value.asText());
  }

  private static Set<Long> ids(Optional<String> list) {
    return list.stream()
        .flatMap(text -> Arrays.stream(text.split(",\\s*")))
        .map(Long::valueOf)
        .collect(Collectors.toSet());
  }

  /** The issues as they were at an instant, those that did not exist left out. */
  Map<Long, Issue> at(Instant instant) {
    Map<Long, Issue> then = new HashMap<>();
    issues.forEach(
        (id, issue) -> {
          if (!issue.created().isAfter(instant)) {
            Issue state = issue;
            for (Change change : changes.getOrDefault(id, List.of())) {
              if (change.at().isAfter(instant)) {
                state = state.before(change);
              }
            }
            then.put(id, state);
          }
        });
    return then;
  }

  /** With issues that were deleted, as they were before. */
  Snapshot with(Snapshot deleted, Set<Long> deletedIds) {
    Map<Long, Issue> all = new HashMap<>(issues);
    Map<Long, List<Change>> allChanges = new HashMap<>(changes);
    for (long id : deletedIds) {
      all.put(id, deleted.issues().get(id));
      allChanges.put(id, deleted.changes().getOrDefault(id, List.of()));
    }
    return new Snapshot(all, allChanges, categories);
  }

  /** The ids in order of creation, so that a seed always means the same issues. */
  List<Long> ids() {
    return issues.keySet().stream().sorted(Comparator.naturalOrder()).toList();
  }
}
