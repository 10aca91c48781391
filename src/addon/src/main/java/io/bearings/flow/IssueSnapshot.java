package io.bearings.flow;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What history keeps of an issue, as it was from one moment until its next change.
 *
 * @param projectId the project that it was in
 * @param statusId Jira's id of its status
 * @param category the category of that status
 * @param resolutionId absent while unresolved
 * @param points its story points, which may be negative; absent when it had none
 * @param originalEstimate in seconds; absent when it had none
 * @param sprintIds ids of all sprints that it was in, also of completed ones
 * @param versionIds ids of its fix versions
 * @param epicId the id of its epic's issue
 * @param parentId the id of its parent where it was a sub-task
 * @param numbers its values of the numeric custom fields that are kept, by the id of the field; one
 *     that was empty is left out
 */
public record IssueSnapshot(
    long projectId,
    String statusId,
    StatusCategory category,
    Optional<String> resolutionId,
    Optional<BigDecimal> points,
    Optional<Long> originalEstimate,
    Set<Long> sprintIds,
    Set<Long> versionIds,
    Optional<Long> epicId,
    Optional<Long> parentId,
    Map<String, BigDecimal> numbers) {
  public IssueSnapshot {
    sprintIds = Set.copyOf(sprintIds);
    versionIds = Set.copyOf(versionIds);
    numbers = Map.copyOf(numbers);
  }

  /** A state of which no numeric field but the story points is kept. */
  public IssueSnapshot(
      long projectId,
      String statusId,
      StatusCategory category,
      Optional<String> resolutionId,
      Optional<BigDecimal> points,
      Optional<Long> originalEstimate,
      Set<Long> sprintIds,
      Set<Long> versionIds,
      Optional<Long> epicId,
      Optional<Long> parentId) {
    this(
        projectId,
        statusId,
        category,
        resolutionId,
        points,
        originalEstimate,
        sprintIds,
        versionIds,
        epicId,
        parentId,
        Map.of());
  }

  /** Whether it was a sub-task. */
  public boolean isSubTask() {
    return parentId.isPresent();
  }
}
