package io.bearings.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a series says before it breaks a threshold.
 *
 * @param anomaly of the latest value
 */
public record Signals(Drift drift, Anomaly anomaly) {
  /** Nothing. */
  public static final Signals NONE = new Signals(Drift.NONE, Anomaly.NOT_JUDGED);

  /**
   * Judges the values of whole periods, or running values, since the last break of the series.
   *
   * @param series from the earliest to the latest, without a gap, with those that have no value;
   *     all of them over
   * @param brokenOn the day of the last break; the period that contains it is already new, as it is
   *     computed anew
   */
  public static Signals of(
      Yardstick yardstick, List<PeriodValue> series, Optional<LocalDate> brokenOn) {
    List<Drift.Point> points = new ArrayList<>();
    Levels levels = Levels.NONE;
    for (int place = 0; place < series.size(); place++) {
      PeriodValue each = series.get(place);
      boolean isOld = brokenOn.filter(each.period().last()::isBefore).isPresent();
      if (!isOld && each.value().isPresent()) {
        points.add(new Drift.Point(place, each.value().get()));
        levels = yardstick.targets().of(each.period());
      }
    }
    if (points.isEmpty()) {
      return NONE;
    }
    List<BigDecimal> values = points.stream().map(Drift.Point::value).toList();
    int latest = values.size() - 1;
    return new Signals(
        Drift.of(yardstick.direction(), levels, points),
        Anomaly.of(values.get(latest), values.subList(0, latest)));
  }
}
