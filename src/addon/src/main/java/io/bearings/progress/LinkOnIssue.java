package io.bearings.progress;

import io.bearings.okr.Objective;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Score;

/**
 * A key result that an issue is attached to.
 *
 * @param mayDetach whether the person may take it off
 * @param project the project of the objective
 * @param objectiveScore the score of the whole objective
 */
public record LinkOnIssue(
    long linkId,
    boolean mayDetach,
    KeyResultFigures keyResult,
    Objective objective,
    ProjectRef project,
    Score objectiveScore) {}
