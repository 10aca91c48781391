package io.bearings.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A value that is to be recorded.
 *
 * @param on the day that it is true of; for a whole period its last day
 * @param span the sprint or release that it is about; absent: whichever contains the day
 * @param segment absent for the total
 * @param value absent: the value there was is taken back, or none could be computed
 * @param of for a share: the number that the value is a part of
 */
public record NewMeasurement(
    LocalDate on,
    Optional<String> span,
    Optional<Segment> segment,
    Optional<BigDecimal> value,
    Optional<BigDecimal> of) {

  /** A value of the total on a day. */
  public static NewMeasurement of(LocalDate on, BigDecimal value) {
    return new NewMeasurement(
        on, Optional.empty(), Optional.empty(), Optional.of(value), Optional.empty());
  }

  /** What takes a value back. */
  public static NewMeasurement takingBack(Measurement value) {
    return new NewMeasurement(
        value.on(), value.span(), value.segment(), Optional.empty(), Optional.empty());
  }

  /** What somebody wrote, after it was checked. */
  public static NewMeasurement of(MeasurementDraft draft, LocalDate today) {
    return new NewMeasurement(
        draft.on().orElse(today), draft.span(), draft.segment(), draft.value(), draft.of());
  }
}
