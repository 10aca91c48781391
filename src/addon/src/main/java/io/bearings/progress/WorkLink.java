package io.bearings.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * A link from a key result to work.
 *
 * @param sentence what changes if the work is completed; absent where nobody said
 * @param createdBy the user key of who made it, or took it over; a query is asked with their rights
 * @param endedAt when it was ended; absent while it is in force
 * @param checkedAt when a query was last looked at; absent before that, and for other targets
 * @param problem why the last look at a query failed; absent where it did not
 */
public record WorkLink(
    long id,
    long keyResultId,
    LinkTarget target,
    Optional<String> sentence,
    String createdBy,
    Instant createdAt,
    Optional<Instant> endedAt,
    Optional<Instant> checkedAt,
    Optional<String> problem) {}
