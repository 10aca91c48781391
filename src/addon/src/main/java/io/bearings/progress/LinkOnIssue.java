package io.bearings.progress;

import io.bearings.okr.Objective;
import io.bearings.okr.ProjectRef;
import java.util.List;
import java.util.Optional;

/**
 * A key result that an issue serves.
 *
 * @param linkId the link to the issue itself; where there is none, the oldest that reaches it
 * @param mayDetach whether it is linked itself and the person may take it off
 * @param through what else it is linked by, the oldest link first
 * @param project the project on whose page the objective is found; absent where it is on none
 * @param inCycle whether the objective is in a cycle, so that it can be judged
 * @param share what the issue contributes
 * @param sentences what changes if the work of its links is completed, the oldest link first
 */
public record LinkOnIssue(
    long linkId,
    boolean mayDetach,
    List<Way> through,
    KeyResultFigures keyResult,
    Objective objective,
    Optional<ProjectRef> project,
    boolean inCycle,
    IssueShare share,
    List<String> sentences) {
  public LinkOnIssue {
    through = List.copyOf(through);
    sentences = List.copyOf(sentences);
  }
}
