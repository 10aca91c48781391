package io.bearings.systemtests.model;

import io.bearings.systemtests.model.Naive.Weight;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A key result that issues feed.
 *
 * @param ground the project to whose team it belongs
 * @param fixedCount how many issues are wanted; absent: all that are linked
 * @param share its weight in its objective
 */
record Followed(
    long id,
    long objective,
    Ground ground,
    Weight weight,
    Optional<Integer> fixedCount,
    BigDecimal share) {}
