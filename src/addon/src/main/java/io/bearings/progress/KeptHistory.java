package io.bearings.progress;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The history of an issue as it is kept: its states, each with Jira's change that led to it.
 *
 * @param steps as the moments of an {@link IssueHistory}, the first being its creation
 * @param deleted when it was deleted; absent while it exists
 */
public record KeptHistory(long issueId, List<Step> steps, Optional<Instant> deleted) {
  /** The id that stands for the creation, which is no change to Jira. */
  public static final long CREATION = 0;

  /**
   * A state of an issue.
   *
   * @param changeId Jira's id of the change; {@value #CREATION} for the creation
   * @param typeId Jira's id of the issue's type
   */
  public record Step(long changeId, Instant from, IssueSnapshot state, String typeId) {}

  /**
   * @throws IllegalArgumentException when the first step is no creation, or the steps do not ascend
   */
  public KeptHistory {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.get(0).changeId() != CREATION) {
      throw new IllegalArgumentException("The history of issue " + issueId + " has no beginning");
    }
    moments(issueId, steps, deleted);
  }

  /** The history as the rules read it. */
  public IssueHistory history() {
    return moments(issueId, steps, deleted);
  }

  private static IssueHistory moments(long issueId, List<Step> steps, Optional<Instant> deleted) {
    return new IssueHistory(
        issueId,
        steps.stream().map(each -> new IssueHistory.Moment(each.from(), each.state())).toList(),
        deleted);
  }
}
