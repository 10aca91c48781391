package io.bearings.progress;

import io.bearings.okr.Objective;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Score;
import java.util.Optional;

/**
 * A key result that an issue is attached to.
 *
 * @param mayDetach whether the person may take it off
 * @param project the project on whose page the objective is found; absent where it is on none
 * @param objectiveScore the score of the whole objective
 */
public record LinkOnIssue(
    long linkId,
    boolean mayDetach,
    KeyResultFigures keyResult,
    Objective objective,
    Optional<ProjectRef> project,
    Score objectiveScore) {}
