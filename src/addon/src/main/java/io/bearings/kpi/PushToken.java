package io.bearings.kpi;

import java.time.Instant;
import java.util.Optional;

/**
 * What another system shows to push the values of one KPI. The token itself is known to nobody but
 * that system.
 *
 * @param label what the person who made it calls it; perhaps empty
 * @param madeBy the Jira user key of the person who made it
 * @param usedAt when it was used last, to the minute
 */
public record PushToken(
    long id,
    long kpiId,
    String label,
    String madeBy,
    Instant madeAt,
    Optional<Instant> usedAt,
    Optional<Revocation> revoked) {

  /**
   * Somebody made a token worthless.
   *
   * @param byKey the Jira user key of the person
   */
  public record Revocation(String byKey, Instant at) {}

  /** Whether values can be pushed with it. */
  public boolean isValid() {
    return revoked.isEmpty();
  }
}
