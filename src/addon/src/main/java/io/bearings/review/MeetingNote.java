package io.bearings.review;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody noted while a unit looked back. Who it was is never told.
 *
 * @param objectiveId the objective that it is about; absent where it is about the whole
 * @param byKey the user key of the person who wrote it
 * @param removed whether somebody removed it, so that it is shown no longer
 */
public record MeetingNote(
    long id,
    long unitId,
    long cycleId,
    Optional<Long> objectiveId,
    String text,
    String byKey,
    Instant at,
    boolean removed) {}
