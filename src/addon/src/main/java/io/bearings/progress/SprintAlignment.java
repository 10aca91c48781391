package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import io.bearings.flow.Weights;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a sprint serves which key result, and how much serves none. Work out of scope is in no
 * sum. A sub-task is work of its parent, unless it serves a key result itself.
 *
 * @param serves by the id of the key result, the most work first; an issue that serves several is
 *     in each
 * @param none what serves none
 * @param whole all of it, each issue once
 * @param outOfScope issues that their resolution takes out of all sums
 * @param unserved the ids of the issues that serve none: those to be done first, then by weight
 */
public record SprintAlignment(
    Map<Long, Part> serves, Part none, Part whole, int outOfScope, List<Long> unserved) {

  /**
   * Some of the work of a sprint.
   *
   * @param done how many of the issues are done
   * @param points the sum of the estimates that there are
   * @param donePoints the same of what is done
   * @param unestimated issues without an estimate
   * @param weight the sum of the estimates, an issue without one weighing the median of the others
   *     of the sprint
   */
  public record Part(
      int issues,
      int done,
      BigDecimal points,
      BigDecimal donePoints,
      int unestimated,
      BigDecimal weight) {
    /** No work. */
    public static final Part NOTHING =
        new Part(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO);

    private Part and(InSprint issue, Weights weights) {
      BigDecimal estimate = issue.points().filter(it -> it.signum() >= 0).orElse(BigDecimal.ZERO);
      boolean isDone = issue.category() == StatusCategory.DONE;
      return new Part(
          issues + 1,
          done + (isDone ? 1 : 0),
          points.add(estimate),
          isDone ? donePoints.add(estimate) : donePoints,
          unestimated + (weights.isImputed(issue.points()) ? 1 : 0),
          weight.add(weights.of(issue.points())));
    }

    /** The same with other work, of which none is in both. */
    public Part and(Part other) {
      return new Part(
          issues + other.issues,
          done + other.done,
          points.add(other.points),
          donePoints.add(other.donePoints),
          unestimated + other.unestimated,
          weight.add(other.weight));
    }
  }

  /**
   * An issue in a sprint.
   *
   * @param resolutionId absent while unresolved
   * @param points its story points
   * @param subTask whether it has a parent
   * @param keyResultIds those that it counts for
   */
  public record InSprint(
      long issueId,
      StatusCategory category,
      Optional<String> resolutionId,
      Optional<BigDecimal> points,
      boolean subTask,
      Set<Long> keyResultIds) {
    public InSprint {
      keyResultIds = Set.copyOf(keyResultIds);
    }
  }

  public SprintAlignment {
    unserved = List.copyOf(unserved);
  }

  /**
   * Takes a sprint together.
   *
   * @param issues all of it, each once
   * @param outOfScopeIds resolutions that take an issue out of all sums
   */
  public static SprintAlignment of(Collection<InSprint> issues, Set<String> outOfScopeIds) {
    List<InSprint> work =
        issues.stream().filter(each -> !each.subTask() || !each.keyResultIds().isEmpty()).toList();
    List<InSprint> counting =
        work.stream()
            .filter(each -> each.resolutionId().filter(outOfScopeIds::contains).isEmpty())
            .toList();
    Weights weights =
        Weights.byEstimate(counting.stream().flatMap(each -> each.points().stream()).toList());
    Map<Long, Part> serves = new LinkedHashMap<>();
    Part none = Part.NOTHING;
    Part whole = Part.NOTHING;
    List<InSprint> unserved = new ArrayList<>();
    for (InSprint each : counting) {
      whole = whole.and(each, weights);
      for (long keyResultId : each.keyResultIds()) {
        serves.merge(
            keyResultId,
            Part.NOTHING.and(each, weights),
            (before, added) -> before.and(each, weights));
      }
      if (each.keyResultIds().isEmpty()) {
        none = none.and(each, weights);
        unserved.add(each);
      }
    }
    unserved.sort(
        Comparator.comparing((InSprint each) -> each.category() == StatusCategory.DONE)
            .thenComparing(each -> weights.of(each.points()), Comparator.reverseOrder())
            .thenComparing(InSprint::issueId));
    return new SprintAlignment(
        mostFirst(serves),
        none,
        whole,
        work.size() - counting.size(),
        unserved.stream().map(InSprint::issueId).toList());
  }

  private static Map<Long, Part> mostFirst(Map<Long, Part> serves) {
    Map<Long, Part> sorted = new LinkedHashMap<>();
    serves.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Long, Part> each) -> each.getValue().weight(),
                    Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }

  /** Whether nothing of it is estimated, so that each issue weighs the same. */
  public boolean notEstimated() {
    return whole.unestimated() == whole.issues();
  }

  /** What share of the whole a part is, 0 to 1; absent where the whole weighs nothing. */
  public Optional<BigDecimal> share(Part part) {
    return whole.weight().signum() == 0
        ? Optional.empty()
        : Optional.of(part.weight().divide(whole.weight(), MathContext.DECIMAL128));
  }
}
