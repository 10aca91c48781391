package io.bearings.okr;

import static io.bearings.okr.Decimals.quotient;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a key result has come by the objectives that contribute to it.
 *
 * @param score 0 to 1; absent is <em>no data</em>
 * @param coverage the weight of the contributors that have data ÷ the weight of all; absent when
 *     nobody contributes, or with no weight
 * @param nature output only if every contributor is; absent when nobody contributes
 * @param factors by contributor, the share of the key result's window that its cycle covers; empty
 *     where no share is taken
 */
public record AlignedScore(
    Optional<BigDecimal> score,
    Optional<BigDecimal> coverage,
    Optional<Nature> nature,
    Map<String, BigDecimal> factors) {
  public AlignedScore {
    factors = Map.copyOf(factors);
  }

  /**
   * An objective that contributes to the key result.
   *
   * @param key its key
   * @param score 0 to 1, the frozen one once it is closed; absent when it has no data
   * @param weight of the contribution, 0 or more
   * @param cycle the first and last day of its cycle
   * @param counts whether it is active or closed; drafts and what was given up are in no sum
   * @param nature output when it is flagged <em>outcome not measured</em>
   */
  public record Contributor(
      String key,
      Optional<BigDecimal> score,
      BigDecimal weight,
      Window cycle,
      boolean counts,
      Nature nature) {}

  /**
   * The weighted mean of the contributors. Towards a longer cycle the mean of each child cycle is
   * multiplied by the share of the key result's window that the child cycle covers, in working
   * days, and the products are summed.
   *
   * @param window the key result's
   * @param parentCycle the first and last day of the key result's cycle
   * @param factorOff whether the share is switched off
   * @throws Refusal.Invalid when shorter cycles are mixed with the key result's own
   */
  public static AlignedScore of(
      Collection<Contributor> contributors,
      Window window,
      Window parentCycle,
      boolean factorOff,
      WorkingDays workingDays) {
    List<Contributor> counting = contributors.stream().filter(Contributor::counts).toList();
    if (mixesCycles(counting, parentCycle, factorOff)) {
      throw new Refusal.Invalid(Message.of("bearings.error.mixedCycles"));
    }
    if (counting.isEmpty()) {
      return new AlignedScore(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }
    boolean factored = !factorOff && isShorter(counting.get(0).cycle(), parentCycle);
    Score plain = Score.of(counting.stream().map(AlignedScore::part).toList());
    Optional<BigDecimal> score =
        factored
            ? plain.value().flatMap(any -> overCycles(counting, window, workingDays))
            : plain.value();
    return new AlignedScore(
        score.map(Decimals::clamp),
        plain.coverage(),
        Optional.of(natureOf(counting)),
        factored ? factors(counting, window, workingDays) : Map.of());
  }

  /**
   * Whether contributors in shorter cycles stand beside some in the key result's own, which cannot
   * be summed while shares of the window are taken.
   */
  public static boolean mixesCycles(
      Collection<Contributor> contributors, Window parentCycle, boolean factorOff) {
    List<Contributor> counting = contributors.stream().filter(Contributor::counts).toList();
    long shorter = counting.stream().filter(it -> isShorter(it.cycle(), parentCycle)).count();
    return !factorOff && shorter > 0 && shorter < counting.size();
  }

  private static boolean isShorter(Window cycle, Window parentCycle) {
    return days(cycle) < days(parentCycle);
  }

  private static long days(Window cycle) {
    return cycle.last().toEpochDay() - cycle.first().toEpochDay();
  }

  private static Score.Part part(Contributor contributor) {
    return new Score.Part(contributor.key(), contributor.score(), contributor.weight(), false);
  }

  private static Nature natureOf(List<Contributor> counting) {
    return counting.stream().allMatch(it -> it.nature() == Nature.OUTPUT)
        ? Nature.OUTPUT
        : Nature.OUTCOME;
  }

  private static Optional<BigDecimal> overCycles(
      List<Contributor> counting, Window window, WorkingDays workingDays) {
    int length = workingDays.in(window);
    if (length == 0) {
      return Optional.empty();
    }
    Map<Window, Mean> means = new LinkedHashMap<>();
    counting.forEach(
        it -> it.score().ifPresent(s -> means.merge(it.cycle(), Mean.of(it, s), Mean::plus)));
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Window, Mean> each : means.entrySet()) {
      int covered = workingDays.in(each.getKey().with(window));
      sum = sum.add(each.getValue().value().multiply(BigDecimal.valueOf(covered)));
    }
    return Optional.of(quotient(sum, BigDecimal.valueOf(length)));
  }

  private static Map<String, BigDecimal> factors(
      List<Contributor> counting, Window window, WorkingDays workingDays) {
    int length = workingDays.in(window);
    Map<String, BigDecimal> factors = new LinkedHashMap<>();
    for (Contributor each : counting) {
      int covered = workingDays.in(each.cycle().with(window));
      factors.put(each.key(), length == 0 ? BigDecimal.ZERO : quotient(covered, length));
    }
    return factors;
  }

  /** The weighted mean of one child cycle's contributors, as a sum that can still grow. */
  private record Mean(BigDecimal sum, BigDecimal weight) {
    static Mean of(Contributor contributor, BigDecimal score) {
      return new Mean(score.multiply(contributor.weight()), contributor.weight());
    }

    Mean plus(Mean other) {
      return new Mean(sum.add(other.sum), weight.add(other.weight));
    }

    /** 0 where no weight is: such a cycle adds nothing. */
    BigDecimal value() {
      return weight.signum() == 0 ? BigDecimal.ZERO : quotient(sum, weight);
    }
  }
}
