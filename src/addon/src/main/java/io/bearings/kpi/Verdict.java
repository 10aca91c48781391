package io.bearings.kpi;

import io.bearings.okr.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said about the value of one period.
 *
 * @param provisional whether the period still runs, so that all this may change
 * @param earlyWarning whether it is red but opens no breach yet
 * @param attainment how much of the target is reached, 1 for all of it; absent for a band, without
 *     a target or a value, and where it would divide by 0
 * @param against the levels that the value was compared with; for an accumulating KPI the share of
 *     them that the elapsed days make
 */
public record Verdict(
    KpiStatus status,
    boolean provisional,
    boolean earlyWarning,
    Optional<BigDecimal> attainment,
    Levels against) {

  /** Judges the value of a period at a moment. */
  public static Verdict of(
      Yardstick yardstick, Rhythm rhythm, Period period, Optional<BigDecimal> value, Moment at) {
    Levels levels = yardstick.targets().of(period);
    Elapsed elapsed = rhythm.accumulating() ? Elapsed.of(period, at) : Elapsed.WHOLE;
    KpiStatus status =
        value
            .map(it -> compare(yardstick.direction(), levels, elapsed.scaled(it), elapsed))
            .orElse(
                at.day().isAfter(period.last().plusDays(rhythm.graceDays()))
                    ? KpiStatus.STALE
                    : KpiStatus.NO_DATA);
    return new Verdict(
        status,
        at.isIn(period),
        status == KpiStatus.RED && !at.closes(period, rhythm),
        value.flatMap(it -> attainment(yardstick.direction(), levels, elapsed.scaled(it), elapsed)),
        elapsed.share(levels));
  }

  /**
   * How much of a period has gone. Values and levels are multiplied instead of divided by its days,
   * so that what is equal on paper is equal here.
   */
  private record Elapsed(BigDecimal days, BigDecimal of) {
    private static final Elapsed WHOLE = new Elapsed(BigDecimal.ONE, BigDecimal.ONE);

    static Elapsed of(Period period, Moment at) {
      return new Elapsed(
          BigDecimal.valueOf(period.elapsed(at.day())), BigDecimal.valueOf(period.days()));
    }

    BigDecimal scaled(BigDecimal value) {
      return value.multiply(of);
    }

    BigDecimal scaledLevel(BigDecimal level) {
      return level.multiply(days);
    }

    Levels share(Levels levels) {
      return equals(WHOLE)
          ? levels
          : new Levels(
              levels.target().map(this::share),
              levels.warning().map(this::share),
              levels.critical().map(this::share));
    }

    private Level share(Level level) {
      List<BigDecimal> numbers = level.numbers().stream().map(this::share).toList();
      return numbers.size() == 1
          ? Level.at(numbers.get(0))
          : Level.between(numbers.get(0), numbers.get(1));
    }

    private BigDecimal share(BigDecimal number) {
      return Decimals.quotient(scaledLevel(number), of);
    }
  }

  private static KpiStatus compare(
      Direction direction, Levels levels, BigDecimal value, Elapsed elapsed) {
    if (levels.isEmpty()) {
      return KpiStatus.NOT_JUDGED;
    }
    if (levels.critical().filter(it -> !holds(direction, it, value, elapsed)).isPresent()) {
      return KpiStatus.RED;
    }
    return levels
            .warning()
            .or(levels::target)
            .filter(it -> !holds(direction, it, value, elapsed))
            .isPresent()
        ? KpiStatus.AMBER
        : KpiStatus.GREEN;
  }

  private static boolean holds(
      Direction direction, Level level, BigDecimal value, Elapsed elapsed) {
    List<BigDecimal> numbers = level.numbers();
    BigDecimal lowest = elapsed.scaledLevel(numbers.get(0));
    BigDecimal highest = elapsed.scaledLevel(numbers.get(numbers.size() - 1));
    return switch (direction) {
      case HIGHER -> Decimals.atLeast(value, lowest);
      case LOWER -> Decimals.atLeast(highest, value);
      case BAND -> Decimals.atLeast(value, lowest) && Decimals.atLeast(highest, value);
    };
  }

  /** Whether a value is beyond the critical level of a whole period. */
  static boolean isPastCritical(Direction direction, Levels levels, BigDecimal value) {
    return levels
        .critical()
        .filter(level -> !holds(direction, level, value, Elapsed.WHOLE))
        .isPresent();
  }

  private static Optional<BigDecimal> attainment(
      Direction direction, Levels levels, BigDecimal value, Elapsed elapsed) {
    if (direction == Direction.BAND || levels.target().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal target = elapsed.scaledLevel(levels.target().get().numbers().get(0));
    return direction == Direction.HIGHER ? ratio(value, target) : ratio(target, value);
  }

  private static Optional<BigDecimal> ratio(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? Optional.empty() : Optional.of(Decimals.quotient(part, whole));
  }
}
