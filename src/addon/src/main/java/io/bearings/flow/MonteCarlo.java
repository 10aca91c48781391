package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When the remaining work will be done if the coming weeks are like past ones: 10,000 runs, each of
 * which draws past weeks at random until nothing is left. The same seed gives the same figures.
 *
 * @param weeks the median number of weeks
 * @param early the 10th percentile, in whole weeks
 * @param late the 90th percentile, in whole weeks
 * @param probability share of the runs that end in the weeks that are left, 0 to 1
 * @param ends how many runs ended after so many weeks
 */
public record MonteCarlo(
    int weeks, int early, int late, BigDecimal probability, SortedMap<Integer, Integer> ends) {
  private static final int RUNS = 10_000;

  /** A run that is not over after ten years counts as that long. */
  private static final int LONGEST = 520;

  private static final int TENTHS = 10;

  public MonteCarlo {
    ends = Collections.unmodifiableSortedMap(new TreeMap<>(ends));
  }

  /**
   * @param remaining what is left, in the unit of the throughput; 0 or more
   * @param weekly the team's own throughput in past weeks, 0 or more each
   * @param weeksLeft whole weeks until the due date, 0 or more
   * @param seed the id of the key result
   * @return absent where no past week moved anything: then nothing can be said
   */
  public static Optional<MonteCarlo> of(
      BigDecimal remaining, List<BigDecimal> weekly, int weeksLeft, long seed) {
    double[] past = weekly.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    if (Arrays.stream(past).noneMatch(each -> each > 0)) {
      return Optional.empty();
    }
    Random random = new Random(seed);
    int[] runs = new int[RUNS];
    for (int i = 0; i < RUNS; i++) {
      runs[i] = run(remaining.doubleValue(), past, random);
    }
    Arrays.sort(runs);
    SortedMap<Integer, Integer> ends = new TreeMap<>();
    Arrays.stream(runs).forEach(weeks -> ends.merge(weeks, 1, Integer::sum));
    return Optional.of(
        new MonteCarlo(
            runs[RUNS / 2],
            runs[RUNS / TENTHS],
            runs[RUNS - RUNS / TENTHS],
            within(ends, weeksLeft),
            ends));
  }

  /** The share of the runs that end in so many weeks or fewer, 0 to 1. */
  public BigDecimal doneWithin(int weeksOrFewer) {
    return within(ends, weeksOrFewer);
  }

  private static BigDecimal within(SortedMap<Integer, Integer> ends, int weeks) {
    int runs = ends.headMap(weeks + 1).values().stream().mapToInt(Integer::intValue).sum();
    return BigDecimal.valueOf(runs).divide(BigDecimal.valueOf(RUNS), MathContext.DECIMAL128);
  }

  private static int run(double remaining, double[] past, Random random) {
    double left = remaining;
    int weeks = 0;
    while (left > 0 && weeks < LONGEST) {
      left -= past[random.nextInt(past.length)];
      weeks++;
    }
    return weeks;
  }
}
