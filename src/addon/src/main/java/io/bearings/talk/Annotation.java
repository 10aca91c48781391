package io.bearings.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An event outside that explains numbers: a price change, an outage. It is never changed.
 *
 * @param on where it stands
 * @param text as it was written
 * @param first the day on which it happened or began
 * @param last the last day of something that lasted
 * @param byKey the user key of the person who wrote it
 */
public record Annotation(
    long id,
    Place on,
    String text,
    LocalDate first,
    Optional<LocalDate> last,
    String byKey,
    Instant at) {}
