package io.bearings.kpi;

import io.bearings.okr.Forecast;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Source;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a KPI goes and how it wavers when nobody does anything, which is what a key result about it
 * has to beat.
 *
 * @param spread the median absolute deviation of its last values; absent with fewer than twelve
 * @param unaided the probability, 0 to 1, that its trend alone reaches a target by a day; absent
 *     where there is no forecast
 */
public record Course(Optional<BigDecimal> spread, Optional<BigDecimal> unaided) {

  /**
   * Judges the values of whole periods since the last break of the series.
   *
   * @param kpiId seeds the resamples of the forecast, so that the same values give the same figures
   * @param series the oldest first; what has no value is passed over
   * @param from where the key result starts
   * @param to where it is to go
   * @param due the last day
   */
  public static Course of(
      long kpiId,
      List<PeriodValue> series,
      BigDecimal from,
      BigDecimal to,
      LocalDate due,
      WorkingDays workingDays) {
    List<Valued> values =
        series.stream()
            .filter(each -> each.value().isPresent())
            .map(each -> new Valued(each.period().last(), each.value().get()))
            .toList();
    return new Course(spread(values), unaided(kpiId, values, from, to, due, workingDays));
  }

  private static Optional<BigDecimal> spread(List<Valued> values) {
    int size = values.size();
    return size < Anomaly.VALUES
        ? Optional.empty()
        : Optional.of(
            Middle.deviation(
                values.subList(size - Anomaly.VALUES, size).stream().map(Valued::value).toList()));
  }

  private static Optional<BigDecimal> unaided(
      long kpiId,
      List<Valued> values,
      BigDecimal from,
      BigDecimal to,
      LocalDate due,
      WorkingDays workingDays) {
    if (values.isEmpty() || from.compareTo(to) == 0) {
      return Optional.empty();
    }
    Forecast forecast =
        Forecast.of(
            new Forecast.Basis(
                kpiId,
                Source.KPI,
                new Window(values.get(0).date(), due),
                from,
                to,
                BigDecimal.ONE,
                values),
            workingDays);
    return forecast instanceof Forecast.Projection projection
        ? Optional.of(projection.probability())
        : Optional.empty();
  }
}
