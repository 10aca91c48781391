package io.bearings.review;

import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The work that is linked to the key results of a unit and is still to be done. An issue counts
 * once, however many key results it serves.
 *
 * @param issues how many
 * @param points the sum of their estimates
 * @param notEstimated how many of them have no estimate
 */
public record LinkedWork(int issues, BigDecimal points, int notEstimated) {

  /**
   * Issues that count alike.
   *
   * @param resolutionId absent while unresolved
   * @param points the estimate; absent when there is none
   * @param count how many, 1 or more
   */
  public record Alike(
      StatusCategory category,
      Optional<String> resolutionId,
      Optional<BigDecimal> points,
      int count) {}

  /**
   * What is left to be done.
   *
   * @param outOfScope ids of the resolutions that take an issue out of all sums
   */
  public static LinkedWork of(Collection<Alike> linked, Set<String> outOfScope) {
    int issues = 0;
    int notEstimated = 0;
    BigDecimal points = BigDecimal.ZERO;
    for (Alike each : linked) {
      if (isLeft(each, outOfScope)) {
        issues += each.count();
        if (each.points().isPresent()) {
          points = points.add(each.points().get().multiply(BigDecimal.valueOf(each.count())));
        } else {
          notEstimated += each.count();
        }
      }
    }
    return new LinkedWork(issues, points, notEstimated);
  }

  private static boolean isLeft(Alike issue, Set<String> outOfScope) {
    return issue.category() != StatusCategory.DONE
        && issue.resolutionId().filter(outOfScope::contains).isEmpty();
  }
}
