package io.bearings.kpi.metric;

import io.bearings.flow.IssueHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What metrics read of an issue: its states through time, and facts of which only today's are
 * known.
 *
 * @param typeId Jira's id of its type
 * @param resolved Jira's own date of the last resolution, which goes before what the history says;
 *     absent where it was not read
 * @param start when work was planned to begin; for {@link Metric.ScheduleVariance}
 * @param due for {@link Metric.OnTimeDelivery}, {@link Metric.ScheduleDelay} and {@link
 *     Metric.ScheduleVariance}
 * @param affected ids of the versions that it affects; for {@link Metric.BugRate}
 * @param reporter the key of who reported it; for {@link Span.Response}
 * @param comments in any order; for {@link Span.Response}; absent where they were not read
 * @param worklogs in any order; for hours, costs, budgets and utilisation; absent where they were
 *     not read
 */
public record IssueFacts(
    IssueHistory history,
    String typeId,
    Optional<Instant> resolved,
    Optional<LocalDate> start,
    Optional<LocalDate> due,
    Set<Long> affected,
    Optional<String> reporter,
    Optional<List<Comment>> comments,
    Optional<List<Worklog>> worklogs) {
  public IssueFacts {
    affected = Set.copyOf(affected);
    comments = comments.map(List::copyOf);
    worklogs = worklogs.map(List::copyOf);
  }

  /** An issue of which only its history was read. */
  public static IssueFacts of(IssueHistory history, String typeId) {
    return new IssueFacts(
        history,
        typeId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A comment.
   *
   * @param author the key of who wrote it
   */
  public record Comment(Instant at, String author) {}

  /**
   * Work that was logged.
   *
   * @param started when the work began, which says to which window it belongs
   * @param author the key of who did it
   * @param seconds how long it took
   */
  public record Worklog(Instant started, String author, BigDecimal seconds) {}
}
