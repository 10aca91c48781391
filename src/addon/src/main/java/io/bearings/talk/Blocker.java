package io.bearings.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What keeps an objective or a key result from moving.
 *
 * @param about the objective or key result
 * @param ownerKey the user key of the person who sees to it
 * @param neededFrom whom it waits for, in words; may be empty
 * @param since the day from which on it ages
 * @param issueId the Jira issue that tells of it
 * @param resolved absent while it blocks
 * @param version counts the changes; somebody who saves names the version that they saw
 */
public record Blocker(
    long id,
    Item about,
    String text,
    String ownerKey,
    String neededFrom,
    LocalDate since,
    Optional<Long> issueId,
    Optional<Resolved> resolved,
    int version) {

  /** That it blocks no longer. */
  public record Resolved(String byKey, Instant at) {}

  /**
   * How many calendar days it has blocked, or did.
   *
   * @param zone decides on which day it was resolved
   * @return 0 or more
   */
  public long ageInDays(LocalDate today, ZoneId zone) {
    LocalDate end = resolved.map(it -> LocalDate.ofInstant(it.at(), zone)).orElse(today);
    return Math.max(0, ChronoUnit.DAYS.between(since, end));
  }
}
