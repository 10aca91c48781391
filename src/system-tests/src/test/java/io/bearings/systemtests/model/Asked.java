package io.bearings.systemtests.model;

import io.bearings.systemtests.model.Snapshot.Issue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A query, and what it means.
 *
 * @param finds the issues that it finds, as they are
 */
record Asked(String jql, Predicate<Issue> finds) {
  private static final Set<String> IN_PROGRESS = Set.of("3", "10002");

  /** Queries that look at many different fields. */
  static List<Asked> of(Ground one, Ground other) {
    String here = one.project();
    String there = other.project();
    long version = one.versions().get(0);
    String both = "project in (" + here + ", " + there + ") AND ";
    Predicate<Issue> isHere = issue -> issue.project().equals(here);
    Predicate<Issue> isThere = issue -> issue.project().equals(there);
    Predicate<Issue> isInBoth = isHere.or(isThere);
    return List.of(
        new Asked(
            "project = " + here + " AND status = Done",
            isHere.and(issue -> issue.status().equals("10001"))),
        new Asked("project = " + there, isThere),
        new Asked(
            both + "statusCategory = \"In Progress\"",
            isInBoth.and(issue -> IN_PROGRESS.contains(issue.status()))),
        new Asked(
            "project = " + here + " AND resolution is EMPTY AND status != \"In Review\"",
            isHere.and(issue -> issue.resolution().isEmpty() && !issue.status().equals("10002"))),
        new Asked(
            "project = " + here + " AND issuetype = Sub-task",
            isHere.and(issue -> issue.type().equals("Sub-task"))),
        new Asked("fixVersion = " + version, issue -> issue.versions().contains(version)),
        new Asked(
            both + "(issuetype = Epic OR resolution = Duplicate)",
            isInBoth.and(
                issue ->
                    issue.type().equals("Epic")
                        || issue.resolution().equals(Optional.of("10002")))));
  }

  Set<Long> found(Snapshot snapshot) {
    return snapshot.issues().values().stream()
        .filter(finds)
        .map(Issue::id)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Asked asked && asked.jql.equals(jql);
  }

  @Override
  public int hashCode() {
    return jql.hashCode();
  }
}
