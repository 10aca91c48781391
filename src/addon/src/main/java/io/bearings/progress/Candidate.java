package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Unit;
import java.util.Optional;

/**
 * A key result that an issue could be attached to.
 *
 * @param unit the unit of the objective
 * @param project the project on whose page the objective is found; absent where it is on none
 * @param attached whether it is already
 * @param likely whether it belongs to a unit of the issue's own project
 */
public record Candidate(
    KeyResult keyResult,
    Objective objective,
    Unit unit,
    Optional<ProjectRef> project,
    boolean attached,
    boolean likely) {}
