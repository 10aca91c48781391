package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What progress needs of an issue, as it was at one moment.
 *
 * @param resolutionId absent while unresolved
 * @param points the value of the story-point field; absent when empty or no field is chosen
 * @param updated when the issue last changed; of two states the later one counts
 */
public record IssueState(
    long id,
    String key,
    long projectId,
    StatusCategory category,
    Optional<String> resolutionId,
    Optional<BigDecimal> points,
    Instant updated) {}
