package io.bearings.systemtests.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.model.Snapshot.Change;
import io.bearings.systemtests.model.Snapshot.Issue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Jira's tables again and again. Changes are only ever added to, so each is read once; issues
 * that are deleted are remembered as they were read last.
 */
final class JiraTables {
  private static final String FIELDS =
      "('status', 'resolution', 'Story Points', 'timeoriginalestimate', 'Parent Issue',"
          + " 'Epic Link', 'Sprint', 'Fix Version')";

  private final Session session;
  private final Map<Long, List<Change>> changes = new HashMap<>();
  private final Map<Long, Issue> gone = new HashMap<>();
  private Map<Long, Issue> last = Map.of();
  private long lastItem;

  JiraTables(Session session) {
    this.session = session;
  }

  /** How it is now. What is to be deleted has to be read by this before. */
  Snapshot read() {
    Map<Long, Issue> issues = issues();
    last.forEach(
        (id, issue) -> {
          if (!issues.containsKey(id)) {
            gone.put(id, issue);
          }
        });
    last = issues;
    readChanges();
    return new Snapshot(issues, gone, changes, categories());
  }

  private Map<Long, Issue> issues() {
    Map<Long, Long> parents = links("jira_subtask");
    Map<Long, Long> epics = links("jira_gh_epic_story");
    Map<Long, Set<Long>> sprints = places("select issue as a, sprint as b from issue_sprint");
    Map<Long, Set<Long>> versions =
        places(
            "select source_node_id as a, sink_node_id as b from nodeassociation"
                + " where association_type = 'IssueFixVersion'");
    Map<Long, Issue> issues = new HashMap<>();
    session
        .sql(
            "select i.id as id, p.pkey as pkey, t.pname as kind, extract(epoch from i.created) as"
                + " created, i.issuestatus as status, i.resolution as resolution,"
                + " i.timeoriginalestimate as estimate, v.numbervalue as points from jiraissue i"
                + " join project p on p.id = i.project join issuetype t on t.id = i.issuetype"
                + " left join customfieldvalue v on v.issue = i.id and v.customfield = (select"
                + " f.id from customfield f where f.cfname = 'Story Points')")
        .forEach(
            row -> {
              long id = row.path("id").asLong();
              issues.put(
                  id,
                  new Issue(
                      id,
                      row.path("pkey").asText(),
                      row.path("kind").asText(),
                      instant(row.path("created")),
                      row.path("status").asText(),
                      text(row.path("resolution")),
                      text(row.path("points")).map(BigDecimal::new),
                      text(row.path("estimate")).map(Long::valueOf),
                      Optional.ofNullable(parents.get(id)),
                      Optional.ofNullable(epics.get(id)),
                      sprints.getOrDefault(id, Set.of()),
                      versions.getOrDefault(id, Set.of())));
            });
    return issues;
  }

  private Map<Long, Long> links(String style) {
    return session
        .sql(
            "select l.source as source, l.destination as destination from issuelink l"
                + " join issuelinktype t on t.id = l.linktype where t.pstyle = '"
                + style
                + "'")
        .stream()
        .collect(
            toMap(row -> row.path("destination").asLong(), row -> row.path("source").asLong()));
  }

  private Map<Long, Set<Long>> places(String select) {
    return session.sql(select).stream()
        .collect(
            groupingBy(
                row -> row.path("a").asLong(), mapping(row -> row.path("b").asLong(), toSet())));
  }

  private void readChanges() {
    session
        .sql(
            "select i.id as id, g.issueid as issue, extract(epoch from g.created) as moment,"
                + " i.field as field, i.oldvalue as v, i.oldstring as s, i.newvalue as n"
                + " from changeitem i join changegroup g on g.id = i.groupid where i.id > "
                + lastItem
                + " and i.field in "
                + FIELDS
                + " order by i.id")
        .forEach(
            row -> {
              lastItem = row.path("id").asLong();
              changes
                  .computeIfAbsent(row.path("issue").asLong(), id -> new ArrayList<>())
                  .add(
                      new Change(
                          instant(row.path("moment")),
                          row.path("field").asText(),
                          text(row.path("v")),
                          text(row.path("s")),
                          text(row.path("n"))));
            });
  }

  private Map<String, String> categories() {
    return session.sql("select id as id, statuscategory as category from issuestatus").stream()
        .collect(toMap(row -> row.path("id").asText(), row -> row.path("category").asText()));
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
}
