package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one change of Jira did to an issue.
 *
 * @param changeId Jira's id of the change, above 0
 * @param values what is different from then on, at least one, each field once; all else stays
 */
public record IssueChange(long issueId, long changeId, Instant at, List<NewValue> values) {
  /**
   * @throws IllegalArgumentException when nothing is different
   */
  public IssueChange {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Change " + changeId + " changes nothing");
    }
  }

  /** The value that a field has after a change. */
  public sealed interface NewValue {}

  /** The issue was moved to another project. */
  public record NewProject(long id) implements NewValue {}

  /** It came into another status. */
  public record NewStatus(String id, StatusCategory category) implements NewValue {}

  /** It was resolved or unresolved. */
  public record NewResolution(Optional<String> id) implements NewValue {}

  /** It got other story points. */
  public record NewPoints(Optional<BigDecimal> points) implements NewValue {}

  /** It got another original estimate, in seconds. */
  public record NewEstimate(Optional<Long> seconds) implements NewValue {}

  /** It is in these sprints, completed ones included. */
  public record NewSprints(Set<Long> ids) implements NewValue {}

  /** These versions are to fix it. */
  public record NewVersions(Set<Long> ids) implements NewValue {}

  /** It belongs to another epic. */
  public record NewEpic(Optional<Long> id) implements NewValue {}

  /** It has another parent. */
  public record NewParent(Optional<Long> id) implements NewValue {}

  /** It is of another type. */
  public record NewType(String id) implements NewValue {}
}
