package io.bearings.flow.realdata;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A site whose change history was kept. An issue's first state is its last one with every change
 * taken back; names of statuses stand for their ids.
 */
public final class Duraspace {
  public final List<Map<String, String>> issues;
  public final Map<String, List<Map<String, String>>> changes;
  private final Map<String, StatusCategory> categories;
  private final Map<String, String> versionIds;
  private final Map<String, List<Map<String, String>>> sprints;

  public Duraspace(RealData data) {
    issues = data.rows("issues");
    changes = data.rows("changelog").stream().collect(groupingBy(row -> row.get("key")));
    categories =
        data.rows("statuses").stream()
            .collect(
                toMap(
                    row -> row.get("status"),
                    row -> Sites.category(row.get("status_category")),
                    (one, same) -> one));
    versionIds =
        data.rows("versions").stream()
            .collect(
                toMap(
                    row -> row.get("project") + "/" + row.get("name"),
                    row -> row.get("version_id")));
    sprints = data.rows("issue_sprints").stream().collect(groupingBy(row -> row.get("key")));
  }

  public List<Map<String, String>> changesOf(String key, String... fields) {
    Set<String> wanted = Set.of(fields);
    return changes.getOrDefault(key, List.of()).stream()
        .filter(row -> wanted.contains(row.get("field")))
        .toList();
  }

  /** What of an issue history follows here; names and ids as the tables have them. */
  public record Fields(
      String status, String resolution, Set<String> versions, Set<String> sprints) {
    Fields before(Map<String, String> change) {
      return changed(change, "to", "from");
    }

    Fields after(Map<String, String> change) {
      return changed(change, "from", "to");
    }

    private Fields changed(Map<String, String> change, String old, String now) {
      return switch (change.get("field")) {
        case "status" -> new Fields(change.get(now), resolution, versions, sprints);
        case "resolution" -> new Fields(status, change.get(now), versions, sprints);
        case "Fix Version" ->
            new Fields(
                status,
                resolution,
                exchanged(versions, change.get(old + "_id"), change.get(now + "_id")),
                sprints);
        case "Sprint" -> new Fields(status, resolution, versions, ids(change.get(now + "_id")));
        default -> this;
      };
    }

    private static Set<String> exchanged(Set<String> all, String old, String now) {
      Set<String> result = new TreeSet<>(all);
      result.remove(old);
      if (!now.isEmpty()) {
        result.add(now);
      }
      return result;
    }

    private static Set<String> ids(String joined) {
      return joined.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(joined.split(", ")));
    }
  }

  /** The issue as the dump found it. */
  public Fields last(Map<String, String> issue) {
    return new Fields(
        issue.get("status"),
        issue.get("resolution"),
        Sites.names(issue.get("fix_versions")).stream()
            .map(name -> versionIds.get(issue.get("project") + "/" + name))
            .collect(Collectors.toCollection(TreeSet::new)),
        sprints.getOrDefault(issue.get("key"), List.of()).stream()
            .map(row -> row.get("sprint_id"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The issue at a moment, found by taking back what came after it. */
  public Fields takenBackTo(Map<String, String> issue, Instant moment) {
    List<Map<String, String>> newestFirst =
        new ArrayList<>(changes.getOrDefault(issue.get("key"), List.of()));
    Collections.reverse(newestFirst);
    Fields fields = last(issue);
    for (Map<String, String> change : newestFirst) {
      if (Instant.parse(change.get("at")).isAfter(moment)) {
        fields = fields.before(change);
      }
    }
    return fields;
  }

  /** The issue's life, by applying its changes one after the other. */
  public IssueHistory history(Map<String, String> issue, Function<Instant, Optional<Long>> points) {
    Instant created = Instant.parse(issue.get("created"));
    Fields fields = takenBackTo(issue, Instant.MIN);
    Map<Instant, Fields> states = new TreeMap<>();
    states.put(created, fields);
    for (Map<String, String> change : changes.getOrDefault(issue.get("key"), List.of())) {
      fields = fields.after(change);
      states.put(Instant.parse(change.get("at")), fields);
    }
    Map<Instant, Fields> ascending = new LinkedHashMap<>(states);
    List<IssueHistory.Moment> moments =
        ascending.entrySet().stream()
            .map(
                state ->
                    new IssueHistory.Moment(
                        state.getKey(), snapshot(state.getValue(), points.apply(state.getKey()))))
            .toList();
    long id = Math.abs((long) issue.get("key").hashCode());
    return new IssueHistory(id, moments, Optional.empty());
  }

  public IssueSnapshot snapshot(Fields fields, Optional<Long> points) {
    return new IssueSnapshot(
        1,
        fields.status(),
        categories.get(fields.status()),
        Optional.of(fields.resolution()).filter(name -> !name.isEmpty()),
        points.map(BigDecimal::valueOf),
        Optional.empty(),
        numbers(fields.sprints()),
        numbers(fields.versions()),
        Optional.empty(),
        Optional.empty());
  }

  private static Set<Long> numbers(Set<String> ids) {
    return ids.stream().map(Long::valueOf).collect(Collectors.toSet());
  }
}
