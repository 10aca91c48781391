package io.bearings.progress;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Linked issues of one key result that count alike. Progress is computed from tallies, so a page
 * never reads single links.
 *
 * @param resolutionId absent while unresolved
 * @param points the estimate; absent when there is none
 * @param count how many issues, 1 or more
 */
public record Tally(
    long keyResultId,
    StatusCategory category,
    Optional<String> resolutionId,
    Optional<BigDecimal> points,
    int count) {}
