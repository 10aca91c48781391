package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What progress needs of an issue, as it was at one moment.
 *
 * @param statusId Jira's id of its status; absent where it is not known
 * @param resolutionId absent while unresolved
 * @param points the value of the story-point field; absent when empty or no field is chosen
 * @param estimate the original estimate in seconds; absent when it has none
 * @param parentId the id of its parent where it is a sub-task
 * @param numbers the values of the numeric custom fields that are kept, by the id of the field; one
 *     that is empty is left out
 * @param updated when the issue last changed; of two states the later one counts
 */
public record IssueState(
    long id,
    String key,
    long projectId,
    Optional<String> statusId,
    StatusCategory category,
    Optional<String> resolutionId,
    Optional<BigDecimal> points,
    Optional<Long> estimate,
    Optional<Long> parentId,
    Map<String, BigDecimal> numbers,
    Instant updated) {
  public IssueState {
    numbers = Map.copyOf(numbers);
  }

  /** An issue of which no numeric field but the story points is kept. */
  public IssueState(
      long id,
      String key,
      long projectId,
      Optional<String> statusId,
      StatusCategory category,
      Optional<String> resolutionId,
      Optional<BigDecimal> points,
      Optional<Long> estimate,
      Optional<Long> parentId,
      Instant updated) {
    this(
        id,
        key,
        projectId,
        statusId,
        category,
        resolutionId,
        points,
        estimate,
        parentId,
        Map.of(),
        updated);
  }

  /** An issue that is no sub-task and has no original estimate, in any status of a category. */
  public IssueState(
      long id,
      String key,
      long projectId,
      StatusCategory category,
      Optional<String> resolutionId,
      Optional<BigDecimal> points,
      Instant updated) {
    this(
        id,
        key,
        projectId,
        Optional.empty(),
        category,
        resolutionId,
        points,
        Optional.empty(),
        Optional.empty(),
        updated);
  }
}
