package io.bearings.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.progress.IssueState;
import io.bearings.progress.IssueText;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** What we take from one of Jira's issues; anything of it may be empty. */
final class IssueReading {
  private IssueReading() {}

  static IssueState state(Issue issue, NumberReading numbers) {
    return new IssueState(
        issue.getId(),
        issue.getKey(),
        issue.getProjectId(),
        Optional.ofNullable(issue.getStatusId()),
        category(issue.getStatus()),
        Optional.ofNullable(issue.getResolutionId()),
        numbers.points(issue),
        Optional.ofNullable(issue.getOriginalEstimate()),
        parentId(issue),
        numbers.others(issue),
        updated(issue));
  }

  /** The issue as the end of its history. */
  static PastReading.Present present(
      Issue issue, NumberReading numbers, AgileFields.Present agile, VersionSource versions) {
    IssueState state = state(issue, numbers);
    return new PastReading.Present(
        state.id(),
        Optional.ofNullable(issue.getCreated()).map(Timestamp::toInstant).orElse(Instant.EPOCH),
        new IssueSnapshot(
            state.projectId(),
            state.statusId().orElse(""),
            state.category(),
            state.resolutionId(),
            state.points(),
            state.estimate(),
            agile.sprintIds(issue),
            versions.of(issue),
            agile.epicId(issue),
            state.parentId(),
            state.numbers()),
        Optional.ofNullable(issue.getIssueTypeId()).orElse(""));
  }

  /** Asking for the parent costs a statement, which only a sub-task is worth. */
  static Optional<Long> parentId(Issue issue) {
    return issue.isSubTask() ? Optional.ofNullable(issue.getParentId()) : Optional.empty();
  }

  static IssueText text(Issue issue) {
    return new IssueText(
        issue.getId(),
        issue.getKey(),
        Optional.ofNullable(issue.getSummary()).orElse(""),
        Optional.ofNullable(issue.getStatus()).map(Status::getName).orElse(""),
        Optional.ofNullable(issue.getResolution()).map(Resolution::getName));
  }

  static Instant updated(Issue issue) {
    return Optional.ofNullable(issue.getUpdated()).map(Timestamp::toInstant).orElse(Instant.EPOCH);
  }

  /** A status that Jira cannot place counts as not begun. */
  static StatusCategory category(Status status) {
    String key =
        Optional.ofNullable(status)
            .map(Status::getStatusCategory)
            .map(com.atlassian.jira.issue.status.category.StatusCategory::getKey)
            .orElse("");
    return switch (key) {
      case "done" -> StatusCategory.DONE;
      case "indeterminate" -> StatusCategory.IN_PROGRESS;
      default -> StatusCategory.TO_DO;
    };
  }
}
