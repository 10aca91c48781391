package io.bearings.kpi.metric;

import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Which issues a metric is over, looked up.
 *
 * @param projectIds the projects that an issue must be in at the window's end; absent for any
 * @param typeIds the types of issues; none for all
 * @param issues by id, which are found by the queries of the scope
 * @param part by id, which are found by the second query of {@link Metric.Share}
 */
public record Reach(
    Optional<Set<Long>> projectIds, Set<String> typeIds, LongPredicate issues, LongPredicate part) {
  /** All issues. */
  public static final Reach ALL = new Reach(Optional.empty(), Set.of(), id -> true, id -> true);

  public Reach {
    projectIds = projectIds.map(Set::copyOf);
    typeIds = Set.copyOf(typeIds);
  }

  /** All issues of some projects. */
  public static Reach ofProjects(Set<Long> projectIds) {
    return new Reach(Optional.of(projectIds), Set.of(), id -> true, id -> true);
  }

  /** The same, of some types only; none for all. */
  public Reach ofTypes(Set<String> types) {
    return new Reach(projectIds, types, issues, part);
  }

  /** The same, of those only that are among these too. */
  public Reach among(LongPredicate others) {
    return new Reach(projectIds, typeIds, issues.and(others), part);
  }

  /** The same, with what a share is of. */
  public Reach withPart(LongPredicate of) {
    return new Reach(projectIds, typeIds, issues, of);
  }

  /** Whether an issue may belong to it, wherever it is. */
  boolean mayHold(IssueFacts issue) {
    return (typeIds.isEmpty() || typeIds.contains(issue.typeId()))
        && issues.test(issue.history().issueId());
  }

  /** Whether a project belongs to it. */
  boolean holdsProject(long projectId) {
    return projectIds.isEmpty() || projectIds.get().contains(projectId);
  }
}
