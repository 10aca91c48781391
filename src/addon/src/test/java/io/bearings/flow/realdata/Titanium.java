package io.bearings.flow.realdata;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.Sprint;
import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A site that kept no history: an issue is taken to have been in a sprint from its start, to have
 * had its points of today, and to have been done from its last resolution on.
 */
public final class Titanium {
  public final Map<String, Map<String, String>> issues;
  public final Map<String, List<String>> members;
  public final Map<String, Map<String, String>> sprints;
  public final Map<String, IssueHistory> histories;

  public Titanium(RealData data) {
    issues =
        data.rows("issues").stream().collect(toMap(row -> row.get("key"), Function.identity()));
    sprints =
        data.rows("sprints").stream()
            .filter(row -> row.get("state").equals("closed"))
            .filter(row -> !row.get("start").isEmpty() && !row.get("complete").isEmpty())
            .collect(toMap(row -> row.get("sprint_id"), Function.identity()));
    List<Map<String, String>> pairs = data.rows("issue_sprints");
    members =
        pairs.stream()
            .filter(row -> issues.containsKey(row.get("key")))
            .collect(
                groupingBy(row -> row.get("sprint_id"), mapping(row -> row.get("key"), toList())));
    Map<String, List<Map<String, String>>> ofIssue =
        pairs.stream().collect(groupingBy(row -> row.get("key")));
    histories =
        ofIssue.keySet().stream()
            .filter(issues::containsKey)
            .collect(toMap(Function.identity(), key -> history(key, ofIssue.get(key))));
  }

  private IssueHistory history(String key, List<Map<String, String>> sprintRows) {
    Map<String, String> issue = issues.get(key);
    Instant created = Instant.parse(issue.get("created"));
    Optional<Instant> resolved = Sites.instant(issue.get("resolved"));
    Map<Long, Instant> joined =
        sprintRows.stream()
            .map(row -> sprints.get(row.get("sprint_id")))
            .filter(row -> row != null)
            .collect(
                toMap(
                    row -> Long.valueOf(row.get("sprint_id")),
                    row -> latest(created, Instant.parse(row.get("start")))));
    Set<Instant> changes = new TreeSet<>(joined.values());
    changes.add(created);
    resolved.filter(at -> at.isAfter(created)).ifPresent(changes::add);
    List<IssueHistory.Moment> moments = new ArrayList<>();
    for (Instant at : changes) {
      Set<Long> in =
          joined.entrySet().stream()
              .filter(entry -> !entry.getValue().isAfter(at))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      boolean done = resolved.filter(end -> !end.isAfter(at)).isPresent();
      moments.add(new IssueHistory.Moment(at, state(issue, done, in)));
    }
    return new IssueHistory(Math.abs((long) key.hashCode()), moments, Optional.empty());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static IssueSnapshot state(Map<String, String> issue, boolean done, Set<Long> in) {
    return new IssueSnapshot(
        1,
        done ? "Closed" : "Open",
        done ? StatusCategory.DONE : StatusCategory.TO_DO,
        Optional.of(issue.get("resolution")).filter(name -> done && !name.isEmpty()),
        points(issue),
        Optional.empty(),
        in,
        Set.of(),
        Optional.empty(),
        issue.get("is_subtask").equals("1") ? Optional.of(1L) : Optional.empty());
  }

  public static Optional<BigDecimal> points(Map<String, String> issue) {
    return Optional.of(issue.get("story_points"))
        .filter(text -> !text.isEmpty())
        .map(BigDecimal::new);
  }

  public static Sprint sprint(Map<String, String> row) {
    return new Sprint(
        Long.parseLong(row.get("sprint_id")),
        Instant.parse(row.get("start")),
        Optional.of(Instant.parse(row.get("complete"))));
  }
}
