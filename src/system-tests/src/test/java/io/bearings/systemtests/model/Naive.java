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
 * @param categories of statuses, by their id
 * @param credit for an issue in progress, 0 to 1
 * @param outOfScope ids of the resolutions that take an issue out of both sums
 */
record Naive(Map<String, String> categories, BigDecimal credit, Set<String> outOfScope) {
  private static final BigDecimal SECONDS_OF_HOUR = BigDecimal.valueOf(3_600);

  /** What an issue weighs. */
  enum Weight {
    ISSUES,
    POINTS,
    ESTIMATE
  }

  /** What a key result is linked to. */
  sealed interface Link {}

  /** One issue. */
  record ToIssue(long id) implements Link {}

  /** The issues of an epic. */
  record ToEpic(long id) implements Link {}

  /** The issues of a sprint. */
  record ToSprint(long id) implements Link {}

  /** The issues with a fix version. */
  record ToVersion(long id) implements Link {}

  /** What a query finds. */
  record ToQuery(Set<Long> found) implements Link {}

  /** What linked issues come to; the ratio is absent without anything to divide by. */
  record Figures(
      int issues,
      int toDo,
      int inProgress,
      int done,
      int outOfScope,
      int imputed,
      BigDecimal doneWeight,
      BigDecimal totalWeight,
      Optional<BigDecimal> ratio) {

    boolean mostlyNotEstimated() {
      return imputed * 5 > issues;
    }

    /** How far a key result is, not held within 0 and 1. */
    Optional<BigDecimal> reached(Optional<Integer> fixedCount) {
      return fixedCount.isEmpty()
          ? ratio
          : fixedCount
              .filter(count -> issues > 0)
              .map(count -> quotient(BigDecimal.valueOf(done), BigDecimal.valueOf(count)));
    }
  }

  /** A key result's share of its objective's score. */
  record Part(BigDecimal weight, Optional<BigDecimal> reached) {
    Optional<BigDecimal> score() {
      return reached.map(ratio -> ratio.min(BigDecimal.ONE).max(BigDecimal.ZERO));
    }
  }

  /** An objective's score; absent where less than half of the weight has data. */
  record Score(Optional<BigDecimal> value, BigDecimal coverage) {
    static Score of(List<Part> parts) {
      BigDecimal all = BigDecimal.ZERO;
      BigDecimal known = BigDecimal.ZERO;
      BigDecimal sum = BigDecimal.ZERO;
      for (Part part : parts) {
        all = all.add(part.weight());
        if (part.score().isPresent()) {
          known = known.add(part.weight());
          sum = sum.add(part.weight().multiply(part.score().get()));
        }
      }
      BigDecimal coverage = quotient(known, all);
      return new Score(
          coverage.doubleValue() < 0.5 ? Optional.empty() : Optional.of(quotient(sum, known)),
          coverage);
    }
  }

  private static BigDecimal quotient(BigDecimal one, BigDecimal other) {
    return one.divide(other, MathContext.DECIMAL128);
  }

  /** What issues that count come to; none of them twice. */
  Figures figures(Collection<Issue> counting, Weight weight) {
    List<Issue> inScope =
        counting.stream()
            .filter(issue -> issue.resolution().filter(outOfScope::contains).isEmpty())
            .toList();
    BigDecimal median = median(inScope, weight);
    BigDecimal done = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    int imputed = 0;
    for (Issue issue : inScope) {
      Optional<BigDecimal> own = estimate(issue, weight);
      imputed += own.isPresent() ? 0 : 1;
      total = total.add(own.orElse(median));
      done = done.add(own.orElse(median).multiply(share(issue)));
    }
    return new Figures(
        inScope.size(),
        count(inScope, "new"),
        count(inScope, "indeterminate"),
        count(inScope, "done"),
        counting.size() - inScope.size(),
        imputed,
        done,
        total,
        total.signum() == 0 ? Optional.empty() : Optional.of(quotient(done, total)));
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

  private static Optional<BigDecimal> estimate(Issue issue, Weight weight) {
    return switch (weight) {
      case ISSUES -> Optional.of(BigDecimal.ONE);
      case POINTS -> issue.points().filter(points -> points.signum() >= 0);
      case ESTIMATE ->
          issue.estimate().map(seconds -> quotient(BigDecimal.valueOf(seconds), SECONDS_OF_HOUR));
    };
  }

  private static BigDecimal median(List<Issue> issues, Weight weight) {
    List<BigDecimal> sorted =
        issues.stream().flatMap(issue -> estimate(issue, weight).stream()).sorted().toList();
    int size = sorted.size();
    return size == 0
        ? BigDecimal.ONE
        : quotient(sorted.get((size - 1) / 2).add(sorted.get(size / 2)), BigDecimal.valueOf(2));
  }

  /** The issues that count for a key result, each once. */
  static List<Issue> counting(Collection<Link> links, Map<Long, Issue> issues) {
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
        || link instanceof ToSprint sprint && issue.sprints().contains(sprint.id())
        || link instanceof ToVersion version && issue.versions().contains(version.id());
  }
}
