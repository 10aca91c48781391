package io.bearings.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that was decided. It is never changed; who decides otherwise writes the next one.
 *
 * @param unitId the unit that it was decided in
 * @param about the objective that it is about, if it is about one
 * @param text what was decided
 * @param reason why; may be empty
 * @param on the day of the decision
 * @param byKey the user key of the person who wrote it down
 */
public record Decision(
    long id,
    long unitId,
    Optional<Item> about,
    String text,
    String reason,
    LocalDate on,
    String byKey,
    Instant at) {}
