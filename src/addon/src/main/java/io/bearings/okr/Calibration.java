package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How well confidence foretells success, over a unit and never over a person: what was said at 25,
 * 50 and 75 % of each window beside what came true.
 */
public final class Calibration {
  private static final List<Integer> PERCENTS = List.of(25, 50, 75);

  /** From how many pairs on there is a figure. */
  private static final int FEWEST = 20;

  /** Confidence is stated from 0 to this. */
  private static final int CERTAIN = 10;

  private Calibration() {}

  /**
   * A confidence that was stated.
   *
   * @param confidence 0 to 10
   */
  public record Stated(LocalDate date, int confidence) {}

  /**
   * What was said at one moment of a window, and what came true.
   *
   * @param percent 25, 50 or 75
   * @param date the first day on which that share of the working days had elapsed
   * @param confidence 0 to 10, the one in force on that day
   * @param cameTrue whether the success level was reached in the end
   */
  public record Pair(int percent, LocalDate date, int confidence, boolean cameTrue) {}

  /**
   * The pairs of one key result; a moment before the first stated confidence gives none.
   *
   * @param stated in any order of days; of two of one day the later in the collection counts
   */
  public static List<Pair> pairs(
      Window window,
      Collection<Stated> stated,
      BigDecimal finalScore,
      BigDecimal successLevel,
      WorkingDays workingDays) {
    boolean cameTrue = Decimals.atLeast(finalScore, successLevel);
    List<Pair> pairs = new ArrayList<>();
    for (int percent : PERCENTS) {
      workingDays
          .whenElapsed(window, percent)
          .flatMap(
              day ->
                  inForce(stated, day).map(it -> new Pair(percent, day, it.confidence(), cameTrue)))
          .ifPresent(pairs::add);
    }
    return pairs;
  }

  private static Optional<Stated> inForce(Collection<Stated> stated, LocalDate day) {
    return stated.stream()
        .filter(it -> !it.date().isAfter(day))
        .sorted(Comparator.comparing(Stated::date))
        .reduce((earlier, later) -> later);
  }

  /**
   * The Brier score: the mean of (confidence ÷ 10 − outcome)², the outcome being 1 or 0 (Brier
   * 1950). 0 is perfect, 0.25 is what always saying 5 gives.
   *
   * @return 0 to 1; absent below 20 pairs
   */
  public static Optional<BigDecimal> brier(Collection<Pair> pairs) {
    if (pairs.size() < FEWEST) {
      return Optional.empty();
    }
    long squares = 0;
    for (Pair pair : pairs) {
      long miss = pair.confidence() - (pair.cameTrue() ? CERTAIN : 0);
      squares += miss * miss;
    }
    return Optional.of(Decimals.quotient(squares, (long) CERTAIN * CERTAIN * pairs.size()));
  }
}
