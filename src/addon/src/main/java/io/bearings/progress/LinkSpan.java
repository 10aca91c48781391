package io.bearings.progress;

import io.bearings.flow.IssueSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A link of a key result with the time in which it was in force.
 *
 * @param targetId the issue, the epic's issue, the sprint or the version; any number for a query
 * @param made when somebody made it
 * @param ended when somebody took it away; absent while it is in force
 * @param stays for a query: when it found which issues; empty for all others, which are judged by
 *     what the issue's history says
 */
public record LinkSpan(
    LinkKind kind, long targetId, Instant made, Optional<Instant> ended, List<Stay> stays) {
  public LinkSpan {
    stays = List.copyOf(stays);
  }

  /**
   * An issue among what a query found.
   *
   * @param from absent where it was found when the query was first looked at: then it is taken to
   *     have been among its results ever since it exists
   * @param until absent while it is
   */
  public record Stay(long issueId, Optional<Instant> from, Optional<Instant> until) {
    private boolean covers(Instant instant) {
      return from.filter(instant::isBefore).isEmpty()
          && until.filter(end -> !instant.isBefore(end)).isEmpty();
    }
  }

  /**
   * Whether the link led to an issue at an instant.
   *
   * @param state the issue as it was then
   */
  boolean reaches(long issueId, IssueSnapshot state, Instant instant, Knowledge knowledge) {
    return isInForce(instant, knowledge)
        && switch (kind) {
          case ISSUE -> issueId == targetId;
          case EPIC -> state.epicId().filter(epic -> epic == targetId).isPresent();
          case SPRINT -> state.sprintIds().contains(targetId);
          case VERSION -> state.versionIds().contains(targetId);
          case JQL ->
              stays.stream().anyMatch(each -> each.issueId() == issueId && each.covers(instant));
        };
  }

  private boolean isInForce(Instant instant, Knowledge knowledge) {
    boolean begun = knowledge == Knowledge.BY_EFFECTIVE_DATE || !made.isAfter(instant);
    return begun && ended.filter(end -> !end.isAfter(instant)).isEmpty();
  }
}
