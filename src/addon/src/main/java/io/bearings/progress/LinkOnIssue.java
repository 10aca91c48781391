package io.bearings.progress;

import io.bearings.okr.Objective;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Score;
import java.util.List;
import java.util.Optional;

/**
 * A key result that an issue serves.
 *
 * @param linkId the link to the issue itself; where there is none, the oldest that reaches it
 * @param mayDetach whether it is linked itself and the person may take it off
 * @param through what else it is linked by, the oldest link first
 * @param project the project on whose page the objective is found; absent where it is on none
 * @param objectiveScore the score of the whole objective
 */
public record LinkOnIssue(
    long linkId,
    boolean mayDetach,
    List<Way> through,
    KeyResultFigures keyResult,
    Objective objective,
    Optional<ProjectRef> project,
    Score objectiveScore) {
  public LinkOnIssue {
    through = List.copyOf(through);
  }
}
