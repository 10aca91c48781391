package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Unit;
import java.util.Optional;

/**
 * A key result that an issue could be attached to.
 *
 * @param ownerName the owner's name to show, or the user key of somebody who is gone
 * @param unit the unit of the objective
 * @param project the project on whose page the objective is found; absent where it is on none
 * @param attached whether it is already
 * @param why what speaks for it
 */
public record Candidate(
    KeyResult keyResult,
    Objective objective,
    String ownerName,
    Unit unit,
    Optional<ProjectRef> project,
    boolean attached,
    Likeliness why) {}
