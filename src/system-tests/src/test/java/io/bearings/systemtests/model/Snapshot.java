package io.bearings.systemtests.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Jira's own tables say about all issues at one moment: how they are, and all their changes.
 * Nothing of the add-on is asked.
 *
 * @param issues those that there are, by id
 * @param gone those that were deleted, as they were last
 * @param changes by issue, the oldest first
 * @param categories of statuses, by their id
 */
record Snapshot(
    Map<Long, Issue> issues,
    Map<Long, Issue> gone,
    Map<Long, List<Change>> changes,
    Map<String, String> categories) {

  /** An issue as it is or was. What it lacks is absent. */
  record Issue(
      long id,
      String project,
      String type,
      Instant created,
      String status,
      Optional<String> resolution,
      Optional<BigDecimal> points,
      Optional<Long> estimate,
      Optional<Long> parent,
      Optional<Long> epic,
      Set<Long> sprints,
      Set<Long> versions) {}

  /**
   * A change of one field.
   *
   * @param from the value before, as an id or a number
   * @param fromText the value before, as people see it
   * @param to the value after, as an id or a number
   */
  record Change(
      Instant at,
      String field,
      Optional<String> from,
      Optional<String> fromText,
      Optional<String> to) {}

  /** The issues as they were at an instant, those that did not exist yet left out. */
  Map<Long, Issue> at(Instant instant) {
    Map<Long, Issue> then = new HashMap<>();
    List.of(issues, gone)
        .forEach(
            all ->
                all.forEach(
                    (id, issue) -> {
                      if (!issue.created().isAfter(instant)) {
                        then.put(id, at(issue, instant));
                      }
                    }));
    return then;
  }

  private Issue at(Issue issue, Instant instant) {
    Issue state = issue;
    List<Change> all = changes.getOrDefault(issue.id(), List.of());
    ListIterator<Change> latestFirst = all.listIterator(all.size());
    while (latestFirst.hasPrevious()) {
      Change change = latestFirst.previous();
      if (!change.at().isAfter(instant)) {
        break;
      }
      state = before(state, change);
    }
    return state;
  }

  private static Issue before(Issue after, Change change) {
    String status = after.status();
    Optional<String> resolution = after.resolution();
    Optional<BigDecimal> points = after.points();
    Optional<Long> estimate = after.estimate();
    Optional<Long> parent = after.parent();
    Optional<Long> epic = after.epic();
    Set<Long> sprints = after.sprints();
    Set<Long> versions = after.versions();
    switch (change.field()) {
      case "status" -> status = change.from().orElseThrow();
      case "resolution" -> resolution = change.from();
      case "Story Points" -> points = change.fromText().map(BigDecimal::new);
      case "timeoriginalestimate" -> estimate = change.from().map(Long::valueOf);
      case "Parent Issue" -> parent = change.from().map(Long::valueOf);
      case "Epic Link" -> epic = change.from().map(Long::valueOf);
      case "Sprint" -> sprints = ids(change.from());
      case "Fix Version" -> {
        versions = new HashSet<>(versions);
        change.to().map(Long::valueOf).ifPresent(versions::remove);
        change.from().map(Long::valueOf).ifPresent(versions::add);
      }
      default -> throw new IllegalArgumentException(change.field());
    }
    return new Issue(
        after.id(),
        after.project(),
        after.type(),
        after.created(),
        status,
        resolution,
        points,
        estimate,
        parent,
        epic,
        sprints,
        versions);
  }

  private static Set<Long> ids(Optional<String> list) {
    Set<Long> ids = new TreeSet<>();
    list.ifPresent(text -> List.of(text.split(",\\s*")).forEach(id -> ids.add(Long.valueOf(id))));
    return ids;
  }
}
