package io.bearings.review;

import io.bearings.kpi.Direction;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Middle;
import io.bearings.okr.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a KPI that should move an objective went during the cycle.
 *
 * @param from where it stood when the cycle began; absent where too few values say so
 * @param to where it stood when the cycle was over; there is one where there is the other
 * @param noise how far it has to go to count as moved; there is one where there are the others
 */
public record DriverCourse(
    KpiRef kpi,
    Optional<Point> from,
    Optional<Point> to,
    Optional<BigDecimal> noise,
    Movement movement) {

  /** Whether a driver went where it should. */
  public enum Movement {
    /** It got better by more than it wavers anyway. */
    MOVED,
    /** It did not. */
    STILL,
    /** Too few values say. */
    NOT_KNOWN
  }

  /**
   * A value.
   *
   * @param on the last day of its period
   */
  public record Point(LocalDate on, BigDecimal value) {}

  /** How many earlier values tell how a KPI wavers. */
  private static final int EARLIER = 12;

  private static final int FEWEST = 5;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Of a KPI of which nobody knows how it wavers, this share of where it stood is a move. */
  private static final BigDecimal SHARE = new BigDecimal("0.1");

  /**
   * The course of a KPI.
   *
   * @param periods closed ones, from the earliest to the latest, those before the cycle too
   * @return absent for a band, which has no direction to move in
   */
  static Optional<DriverCourse> of(
      KpiRef kpi, Direction direction, List<Judged> periods, Window cycle) {
    if (direction == Direction.BAND) {
      return Optional.empty();
    }
    List<Point> points =
        periods.stream()
            .flatMap(
                each -> each.value().map(value -> new Point(each.period().last(), value)).stream())
            .toList();
    List<Point> before = points.stream().filter(each -> each.on().isBefore(cycle.first())).toList();
    List<Point> inside = points.stream().filter(each -> cycle.contains(each.on())).toList();
    int needed = before.isEmpty() ? 2 : 1;
    if (inside.size() < needed) {
      return Optional.of(
          new DriverCourse(
              kpi, Optional.empty(), Optional.empty(), Optional.empty(), Movement.NOT_KNOWN));
    }
    Point from = before.isEmpty() ? inside.get(0) : before.get(before.size() - 1);
    Point to = inside.get(inside.size() - 1);
    BigDecimal noise = noise(before, from);
    BigDecimal way = to.value().subtract(from.value());
    BigDecimal better = direction == Direction.HIGHER ? way : way.negate();
    boolean moved = better.signum() > 0 && better.compareTo(noise) > 0;
    return Optional.of(
        new DriverCourse(
            kpi,
            Optional.of(from),
            Optional.of(to),
            Optional.of(noise),
            moved ? Movement.MOVED : Movement.STILL));
  }

  /** Twice the median deviation of the earlier values, as the Coach has it. */
  private static BigDecimal noise(List<Point> before, Point from) {
    if (before.size() < FEWEST) {
      return from.value().abs().multiply(SHARE);
    }
    List<BigDecimal> earlier =
        before.subList(Math.max(0, before.size() - EARLIER), before.size()).stream()
            .map(Point::value)
            .toList();
    return Middle.deviation(earlier).multiply(TWO);
  }
}
