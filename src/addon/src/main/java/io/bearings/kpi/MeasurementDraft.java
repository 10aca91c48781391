package io.bearings.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A value as somebody wrote it or another system sent it; nothing in it is checked yet.
 *
 * @param on the day that it is true of; absent: today
 * @param span the id of the sprint or release that it is about; absent: whichever contains the day
 * @param segment absent for the total
 * @param value required
 * @param of for a share, the number that the value is a part of
 */
public record MeasurementDraft(
    Optional<LocalDate> on,
    Optional<String> span,
    Optional<Segment> segment,
    Optional<BigDecimal> value,
    Optional<BigDecimal> of) {

  /** A value of the total on a day. */
  public static MeasurementDraft of(LocalDate on, BigDecimal value) {
    return new MeasurementDraft(
        Optional.of(on), Optional.empty(), Optional.empty(), Optional.of(value), Optional.empty());
  }

  /** The same of a segment. */
  public MeasurementDraft in(Segment part) {
    return new MeasurementDraft(on, span, Optional.of(part), value, of);
  }

  /** The same of a sprint or a release. */
  public MeasurementDraft about(String spanId) {
    return new MeasurementDraft(on, Optional.of(spanId), segment, value, of);
  }

  /** The same as a part of a whole. */
  public MeasurementDraft outOf(BigDecimal whole) {
    return new MeasurementDraft(on, span, segment, value, Optional.of(whole));
  }
}
