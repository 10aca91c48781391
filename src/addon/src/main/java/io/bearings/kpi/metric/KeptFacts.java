package io.bearings.kpi.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of an issue beside its history: facts of which only today's are known.
 *
 * @param projectId the project that it is in now
 * @param typeId Jira's id of its type
 * @param reporter the key of who reported it
 * @param resolved Jira's own date of the last resolution
 * @param affected ids of the versions that it affects
 * @param comments the first of each author; one without an author is left out
 * @param logged each author and day once
 * @param updated when it last changed, comments and work included
 * @param open whether it is not done
 */
public record KeptFacts(
    long issueId,
    long projectId,
    String typeId,
    Optional<String> reporter,
    Optional<Instant> resolved,
    Optional<LocalDate> start,
    Optional<LocalDate> due,
    Set<Long> affected,
    List<IssueFacts.Comment> comments,
    List<Logged> logged,
    Instant updated,
    boolean open) {
  public KeptFacts {
    affected = Set.copyOf(affected);
    comments = List.copyOf(comments);
    logged = List.copyOf(logged);
  }

  /**
   * What somebody logged on a day.
   *
   * @param day in the site's time zone, on which the work began
   * @param author the key of who did it
   */
  public record Logged(LocalDate day, String author, BigDecimal seconds) {}
}
