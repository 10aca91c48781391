package io.bearings.kpi;

import io.bearings.okr.Decimals;
import io.bearings.okr.TheilSen;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Whether a KPI is getting worse before it is past its critical threshold.
 *
 * @param rules which of the rules say so; empty when it does not
 */
public record Drift(Set<Rule> rules) {
  /** It does not, or it is past critical already. */
  public static final Drift NONE = new Drift(Set.of());

  /** How many values the trend looks at. */
  public static final int TREND_VALUES = 8;

  /** The fewest values that make a trend. */
  public static final int TREND_FEWEST = 5;

  /** How many periods ahead the trend is followed. */
  public static final int PERIODS_AHEAD = 3;

  /** How many steps for the worse in a row are no chance. */
  public static final int STEPS = 6;

  /** From how many values the usual mean and deviation are taken. */
  public static final int REFERENCE = 12;

  private static final BigDecimal ALLOWANCE = new BigDecimal("0.5");
  private static final BigDecimal LIMIT = BigDecimal.valueOf(4);

  /** What is taken for rounding in binary fractions, as a part of the critical threshold. */
  private static final double ROUNDING = 1e-9;

  /** What says that a KPI drifts. */
  public enum Rule {
    /** A straight line through the last values meets the critical threshold within 3 periods. */
    TREND,
    /** Each of the last six values is worse than the one before it. */
    SIX_STEPS,
    /** Small steps for the worse have added up, compared with how the KPI began. */
    CUSUM
  }

  public Drift {
    rules = Collections.unmodifiableSet(rules.isEmpty() ? Set.of() : EnumSet.copyOf(rules));
  }

  /**
   * A value in its place.
   *
   * @param place counts the periods, with those that have no value
   */
  public record Point(long place, BigDecimal value) {}

  /**
   * Judges the values since the last break of a series.
   *
   * @param levels of the period of the last value
   * @param series the oldest first
   */
  public static Drift of(Direction direction, Levels levels, List<Point> series) {
    List<BigDecimal> values = series.stream().map(Point::value).toList();
    int split = Math.min(REFERENCE, values.size());
    return of(
        direction, levels, series, values.subList(0, split), values.subList(split, values.size()));
  }

  /**
   * Judges values, where those that are usual are known.
   *
   * @param latest what trend and steps are looked for in, the oldest first
   * @param reference what is usual; twelve values or more, or nothing is compared with them
   * @param run what is compared with them, the oldest first
   */
  static Drift of(
      Direction direction,
      Levels levels,
      List<Point> latest,
      List<BigDecimal> reference,
      List<BigDecimal> run) {
    if (latest.isEmpty()
        || Verdict.isPastCritical(direction, levels, latest.get(latest.size() - 1).value())) {
      return NONE;
    }
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    if (levels.critical().filter(level -> trend(direction, level, latest)).isPresent()) {
      rules.add(Rule.TREND);
    }
    List<BigDecimal> values = latest.stream().map(Point::value).toList();
    if (sixSteps(values, distance(direction, levels))) {
      rules.add(Rule.SIX_STEPS);
    }
    if (cusum(direction, levels, reference, run)) {
      rules.add(Rule.CUSUM);
    }
    return new Drift(rules);
  }

  /** Whether any of the rules says so. */
  public boolean isFound() {
    return !rules.isEmpty();
  }

  private static boolean trend(Direction direction, Level critical, List<Point> all) {
    List<Point> last = all.subList(Math.max(0, all.size() - TREND_VALUES), all.size());
    if (last.size() < TREND_FEWEST) {
      return false;
    }
    long now = last.get(last.size() - 1).place();
    double[] places = last.stream().mapToDouble(point -> point.place() - now).toArray();
    double[] values = last.stream().mapToDouble(point -> point.value().doubleValue()).toArray();
    return TheilSen.line(places, values)
        .filter(line -> meets(direction, critical, line))
        .isPresent();
  }

  private static boolean meets(Direction direction, Level critical, TheilSen.Line line) {
    double ahead = line.at(PERIODS_AHEAD);
    List<BigDecimal> numbers = critical.numbers();
    double low = numbers.get(0).doubleValue();
    double high = numbers.get(numbers.size() - 1).doubleValue();
    boolean falls = line.slope() < 0 && ahead <= low + rounding(low);
    boolean rises = line.slope() > 0 && ahead >= high - rounding(high);
    return switch (direction) {
      case HIGHER -> falls;
      case LOWER -> rises;
      case BAND -> falls || rises;
    };
  }

  private static double rounding(double number) {
    return ROUNDING * Math.max(1, Math.abs(number));
  }

  /** How bad a value is, as a number that grows; absent for a band of which no level is known. */
  private static Optional<UnaryOperator<BigDecimal>> distance(Direction direction, Levels levels) {
    return switch (direction) {
      case HIGHER -> Optional.of(BigDecimal::negate);
      case LOWER -> Optional.of(value -> value);
      case BAND -> middle(levels).map(middle -> value -> value.subtract(middle).abs());
    };
  }

  private static Optional<BigDecimal> middle(Levels levels) {
    return levels
        .target()
        .or(levels::warning)
        .or(levels::critical)
        .map(level -> Middle.mean(level.numbers()));
  }

  private static boolean sixSteps(
      List<BigDecimal> values, Optional<UnaryOperator<BigDecimal>> distance) {
    if (values.size() <= STEPS || distance.isEmpty()) {
      return false;
    }
    List<BigDecimal> last =
        values.subList(values.size() - STEPS - 1, values.size()).stream()
            .map(distance.get())
            .toList();
    for (int i = 1; i < last.size(); i++) {
      if (last.get(i).compareTo(last.get(i - 1)) <= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean cusum(
      Direction direction, Levels levels, List<BigDecimal> reference, List<BigDecimal> run) {
    if (reference.size() < REFERENCE || run.isEmpty()) {
      return false;
    }
    BigDecimal mean = Middle.mean(reference);
    BigDecimal sigma = Middle.sigma(reference);
    if (sigma.signum() == 0) {
      return false;
    }
    BigDecimal last = run.get(run.size() - 1);
    boolean low = exceeds(run.stream().map(mean::subtract).toList(), sigma);
    boolean high = exceeds(run.stream().map(value -> value.subtract(mean)).toList(), sigma);
    return switch (direction) {
      case HIGHER -> low;
      case LOWER -> high;
      // On its way to the middle of the band a value gets better.
      case BAND ->
          middle(levels)
              .filter(
                  middle -> low && last.compareTo(middle) < 0 || high && last.compareTo(middle) > 0)
              .isPresent();
    };
  }

  private static boolean exceeds(List<BigDecimal> worse, BigDecimal sigma) {
    BigDecimal allowance = sigma.multiply(ALLOWANCE);
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal each : worse) {
      sum = sum.add(each).subtract(allowance).max(BigDecimal.ZERO);
    }
    // The limit itself is not above it, nor is what the last decimal of a root makes of it.
    return !Decimals.atLeast(sigma.multiply(LIMIT), sum);
  }
}
