package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An issue of a key result, for somebody who may browse it.
 *
 * @param status the name of its status
 * @param resolution the name of its resolution; absent while unresolved
 * @param points its estimate; absent when it has none
 */
public record LinkedIssue(
    long linkId,
    String issueKey,
    String title,
    String status,
    StatusCategory category,
    Optional<String> resolution,
    Optional<BigDecimal> points) {}
