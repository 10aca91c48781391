package io.bearings.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A value of a KPI as it was once recorded. It is never changed: the newest entry for a day, a span
 * and a segment counts.
 *
 * @param id grows with each entry, which settles what two of one instant leave open
 * @param on the day that it is true of; for a whole period its last day
 * @param span the sprint or release that it is about; absent: whichever contains the day
 * @param segment absent for the total
 * @param value absent: the value there was is taken back, or none could be computed
 * @param of for a share: the number that the value is a part of
 * @param byKey the Jira user key of the person who recorded it; absent when no person did
 */
public record Measurement(
    long id,
    LocalDate on,
    Optional<String> span,
    Optional<Segment> segment,
    Optional<BigDecimal> value,
    Optional<BigDecimal> of,
    Instant at,
    Optional<String> byKey) {}
