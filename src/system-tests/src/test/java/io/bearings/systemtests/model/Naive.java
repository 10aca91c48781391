package io.bearings.systemtests.model;

import io.bearings.systemtests.model.Snapshot.Issue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Progress from linked issues, computed from scratch by the words of the product's description and
 * by nothing of the add-on.
 *
 * @param credit for an issue in progress, 0 to 1
 * @param outOfScope ids of the resolutions that take an issue out of both sums
 */
record Naive(Map<String, String> categories, BigDecimal credit, Set<String> outOfScope) {

  /** What a key result is linked to. */
  sealed interface Link {}

  /** One issue. */
  record ToIssue(long id) implements Link {}

  /** The issues of an epic. */
  record ToEpic(long id) implements Link {}

  /** The issues of a sprint. */
  record ToSprint(long id) implements Link {}

  /** What a query finds. */
  record ToQuery(Set<Long> found) implements Link {}

  /** The figures of a key result; the ratio is absent without anything to divide by. */
  record Figures(
      int issues,
      int toDo,
      int inProgress,
      int done,
      int outOfScope,
      BigDecimal doneWeight,
      BigDecimal totalWeight,
      Optional<BigDecimal> ratio) {}

  /** What the issues come to that the links lead to. */
  Figures figures(Collection<Link> links, Map<Long, Issue> issues, boolean byPoints) {
    List<Issue> counting = counting(links, issues);
    List<Issue> inScope =
        counting.stream()
            .filter(issue -> issue.resolution().filter(outOfScope::contains).isEmpty())
            .toList();
    BigDecimal median = median(inScope);
    BigDecimal done = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    for (Issue issue : inScope) {
      BigDecimal weight = byPoints ? estimate(issue).orElse(median) : BigDecimal.ONE;
      total = total.add(weight);
      done = done.add(weight.multiply(share(issue)));
    }
    return new Figures(
        inScope.size(),
        count(inScope, "new"),
        count(inScope, "indeterminate"),
        count(inScope, "done"),
        counting.size() - inScope.size(),
        done,
        total,
        total.signum() == 0
            ? Optional.empty()
            : Optional.of(done.divide(total, MathContext.DECIMAL64)));
  }

  private BigDecimal share(Issue issue) {
    return switch (category(issue)) {
      case "done" -> BigDecimal.ONE;
      case "indeterminate" -> credit;
      default -> BigDecimal.ZERO;
    };
  }

  private String category(Issue issue) {
    return categories.get(issue.status());
  }

  private int count(List<Issue> issues, String category) {
    return (int) issues.stream().filter(issue -> category(issue).equals(category)).count();
  }

  private static Optional<BigDecimal> estimate(Issue issue) {
    return issue.points().filter(points -> points.signum() >= 0);
  }

  private static BigDecimal median(List<Issue> issues) {
    List<BigDecimal> sorted =
        issues.stream().flatMap(issue -> estimate(issue).stream()).sorted().toList();
    int size = sorted.size();
    return size == 0
        ? BigDecimal.ONE
        : sorted.get((size - 1) / 2).add(sorted.get(size / 2)).divide(BigDecimal.valueOf(2));
  }

  private static List<Issue> counting(Collection<Link> links, Map<Long, Issue> issues) {
    Set<Long> named = new HashSet<>();
    Set<Long> found = new HashSet<>();
    Set<Long> held = new HashSet<>();
    for (Link link : links) {
      if (link instanceof ToIssue issue) {
        named.add(issue.id());
      } else if (link instanceof ToQuery query) {
        found.addAll(query.found());
      } else {
        held.addAll(
            issues.values().stream()
                .filter(issue -> isIn(issue, link))
                .map(Issue::id)
                .collect(Collectors.toSet()));
      }
    }
    Set<Long> reached = new HashSet<>(named);
    reached.addAll(found);
    reached.addAll(held);
    List<Issue> counting = new ArrayList<>();
    for (Issue issue : issues.values()) {
      boolean counts =
          named.contains(issue.id())
              || found.contains(issue.id()) && issue.parent().filter(reached::contains).isEmpty()
              || held.contains(issue.id()) && issue.parent().isEmpty();
      if (counts) {
        counting.add(issue);
      }
    }
    return counting;
  }

  private static boolean isIn(Issue issue, Link link) {
    return link instanceof ToEpic epic && issue.epic().equals(Optional.of(epic.id()))
        || link instanceof ToSprint sprint && issue.sprints().contains(sprint.id());
  }
}
