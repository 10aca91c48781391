package io.bearings.talk;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A decision that has been checked and has no id yet.
 *
 * @param objectiveId the objective that it is about, if it is about one
 */
public record NewDecision(
    long unitId, Optional<Long> objectiveId, String text, String reason, LocalDate on) {}
