package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.ProjectRef;

/**
 * A key result that an issue could be attached to.
 *
 * @param attached whether it is already
 * @param likely whether it belongs to the issue's own project
 */
public record Candidate(
    KeyResult keyResult,
    Objective objective,
    ProjectRef project,
    boolean attached,
    boolean likely) {}
