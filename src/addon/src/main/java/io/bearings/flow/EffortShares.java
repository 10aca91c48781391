package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Alignment of effort: where the work went that a unit finished in a period. The three shares add
 * up to 1; work that serves an objective and restores a KPI counts for the objective.
 *
 * @param objective share of done weight that serves an objective; absent where there is no weight,
 *     and so are the two after it
 * @param kpi share that restores a KPI
 * @param neither share that does neither
 * @param weight the done weight of all of it
 * @param imputed done issues without an estimate, which got the median of the others
 */
public record EffortShares(
    Optional<BigDecimal> objective,
    Optional<BigDecimal> kpi,
    Optional<BigDecimal> neither,
    BigDecimal weight,
    int imputed) {

  /**
   * Finished or open work.
   *
   * @param isDone whether its status category is Done
   * @param resolved its last resolution date; done work without one is in no period
   * @param estimate a negative one is none
   */
  public record Work(
      boolean isDone,
      Optional<Instant> resolved,
      Optional<String> resolutionId,
      Optional<BigDecimal> estimate,
      boolean servesObjective,
      boolean restoresKpi) {}

  /**
   * @param outOfScopeIds resolutions that are not work done
   * @param estimated whether work weighs its estimate; else each issue weighs 1
   */
  public static EffortShares of(
      Collection<Work> all, Period period, Set<String> outOfScopeIds, boolean estimated) {
    List<Work> done = all.stream().filter(work -> counts(work, period, outOfScopeIds)).toList();
    Weights weights = estimated ? Weights.byEstimate(estimates(done)) : Weights.ONE_EACH;
    BigDecimal objective = BigDecimal.ZERO;
    BigDecimal kpi = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    int imputed = 0;
    for (Work work : done) {
      BigDecimal weight = weights.of(work.estimate());
      imputed += weights.isImputed(work.estimate()) ? 1 : 0;
      total = total.add(weight);
      if (work.servesObjective()) {
        objective = objective.add(weight);
      } else if (work.restoresKpi()) {
        kpi = kpi.add(weight);
      }
    }
    BigDecimal neither = total.subtract(objective).subtract(kpi);
    return new EffortShares(
        share(objective, total), share(kpi, total), share(neither, total), total, imputed);
  }

  private static boolean counts(Work work, Period period, Set<String> outOfScopeIds) {
    return work.isDone()
        && work.resolved().filter(period::contains).isPresent()
        && work.resolutionId().filter(outOfScopeIds::contains).isEmpty();
  }

  private static List<BigDecimal> estimates(List<Work> done) {
    return done.stream().flatMap(work -> work.estimate().stream()).toList();
  }

  private static Optional<BigDecimal> share(BigDecimal part, BigDecimal total) {
    return total.signum() == 0
        ? Optional.empty()
        : Optional.of(part.divide(total, MathContext.DECIMAL128));
  }
}
