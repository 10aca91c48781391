package io.bearings.okr;

import java.util.Optional;

/**
 * An objective that has been checked and has no id yet.
 *
 * @param cycleId absent in the backlog
 */
public record NewObjective(
    long unitId, Optional<Long> cycleId, ObjectiveContent content, Life life) {}
