package io.bearings.kpi;

import io.bearings.okr.Readings.Valued;
import io.bearings.okr.TheilSen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The straight line that {@link Drift} follows, to be drawn: through the last values, and as many
 * periods beyond them as drift looks ahead.
 *
 * @param points the first of the values that were looked at, and where the line ends
 */
public record TrendLine(List<Valued> points) {
  private static final int DECIMALS = 6;

  public TrendLine {
    points = List.copyOf(points);
  }

  /**
   * The line through the last values of whole periods since the last break.
   *
   * @param periods from the earliest to the latest, without a gap
   * @param brokenOn the day of the last break; the period that contains it is already new
   * @return absent with fewer than {@value Drift#TREND_FEWEST} values
   */
  static Optional<TrendLine> of(List<Judged> periods, Optional<LocalDate> brokenOn) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < periods.size(); place++) {
      Judged each = periods.get(place);
      boolean isOld = brokenOn.filter(each.period().last()::isBefore).isPresent();
      if (!isOld && each.closed() && each.value().isPresent()) {
        places.add(place);
      }
    }
    if (places.size() < Drift.TREND_FEWEST) {
      return Optional.empty();
    }
    List<Integer> last =
        places.subList(Math.max(0, places.size() - Drift.TREND_VALUES), places.size());
    double[] x = last.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] y =
        last.stream()
            .mapToDouble(place -> periods.get(place).value().orElseThrow().doubleValue())
            .toArray();
    int first = last.get(0);
    int end = last.get(last.size() - 1);
    Period now = periods.get(end).period();
    return TheilSen.line(x, y)
        .map(
            line ->
                new TrendLine(
                    List.of(
                        new Valued(periods.get(first).period().last(), value(line.at(first))),
                        new Valued(
                            now.last().plusDays(Drift.PERIODS_AHEAD * now.days()),
                            value(line.at(end + Drift.PERIODS_AHEAD))))));
  }

  private static BigDecimal value(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
