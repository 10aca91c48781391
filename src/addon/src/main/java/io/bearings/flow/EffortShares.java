package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Alignment of effort: where the work went that a unit finished in a period. The shares of the
 * three parts add up to 1; work that serves an objective and restores a KPI counts for the
 * objective.
 *
 * @param objective what serves an objective
 * @param kpi what restores a KPI
 * @param neither what does neither
 * @param imputed done issues without an estimate, which got the median of the others
 */
public record EffortShares(Part objective, Part kpi, Part neither, int imputed) {

  /**
   * A part of the done work.
   *
   * @param weight the sum of the weights of its issues
   */
  public record Part(int issues, BigDecimal weight) {
    private static final Part NOTHING = new Part(0, BigDecimal.ZERO);

    private Part and(BigDecimal more) {
      return new Part(issues + 1, weight.add(more));
    }
  }

  /**
   * Finished or open work.
   *
   * @param issueId Jira's id
   * @param isDone whether its status category is Done
   * @param resolved its last resolution date; done work without one is in no period
   * @param estimate a negative one is none
   */
  public record Work(
      long issueId,
      boolean isDone,
      Optional<Instant> resolved,
      Optional<String> resolutionId,
      Optional<BigDecimal> estimate,
      boolean servesObjective,
      boolean restoresKpi) {}

  /**
   * Work that was done in a period.
   *
   * @param resolved its last resolution date
   * @param imputed whether it has no estimate and weighs the median of the others
   */
  public record Weighed(Work work, Instant resolved, BigDecimal weight, boolean imputed) {}

  /**
   * Those of all work that were done in a period, each with its weight among them.
   *
   * @param outOfScopeIds resolutions that are not work done
   * @param estimated whether work weighs its estimate; else each issue weighs 1
   */
  public static List<Weighed> done(
      Collection<Work> all, Period period, Set<String> outOfScopeIds, boolean estimated) {
    List<Work> done = all.stream().filter(work -> counts(work, period, outOfScopeIds)).toList();
    Weights weights = estimated ? Weights.byEstimate(estimates(done)) : Weights.ONE_EACH;
    return done.stream()
        .map(
            work ->
                new Weighed(
                    work,
                    work.resolved().orElseThrow(),
                    weights.of(work.estimate()),
                    weights.isImputed(work.estimate())))
        .toList();
  }

  /** The shares of work that was done. */
  public static EffortShares of(Collection<Weighed> done) {
    Part objective = Part.NOTHING;
    Part kpi = Part.NOTHING;
    Part neither = Part.NOTHING;
    int imputed = 0;
    for (Weighed each : done) {
      imputed += each.imputed() ? 1 : 0;
      if (each.work().servesObjective()) {
        objective = objective.and(each.weight());
      } else if (each.work().restoresKpi()) {
        kpi = kpi.and(each.weight());
      } else {
        neither = neither.and(each.weight());
      }
    }
    return new EffortShares(objective, kpi, neither, imputed);
  }

  /** The done weight of all of it. */
  public BigDecimal weight() {
    return objective.weight().add(kpi.weight()).add(neither.weight());
  }

  /** How many issues were done. */
  public int issues() {
    return objective.issues() + kpi.issues() + neither.issues();
  }

  /** What share of all done weight a part has; absent where there is no weight. */
  public Optional<BigDecimal> share(Part part) {
    BigDecimal weight = weight();
    return weight.signum() == 0
        ? Optional.empty()
        : Optional.of(part.weight().divide(weight, MathContext.DECIMAL128));
  }

  private static boolean counts(Work work, Period period, Set<String> outOfScopeIds) {
    return work.isDone()
        && work.resolved().filter(period::contains).isPresent()
        && work.resolutionId().filter(outOfScopeIds::contains).isEmpty();
  }

  private static List<BigDecimal> estimates(List<Work> done) {
    return done.stream().flatMap(work -> work.estimate().stream()).toList();
  }
}
