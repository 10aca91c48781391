package io.bearings.connect.acts;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that is or was done because of a breach.
 *
 * @param index the place of the automatic action on the sheet, from 0 on; {@value #TELLING} where
 *     people are told
 * @param asKey the user key of the KPI's owner, who does it
 * @param result the key of the issue that was created, or why it was not done; perhaps empty
 * @param tries how often it was begun
 * @param nextAt when it is tried next; absent when it is not
 * @param at when it was written down
 */
public record Act(
    long id,
    long kpiId,
    long breachId,
    int index,
    Happening happening,
    String asKey,
    Deed deed,
    ActState state,
    String result,
    int tries,
    Optional<Instant> nextAt,
    Instant at) {
  /** The index of the act that tells people. */
  public static final int TELLING = -1;

  /** The longest result, in UTF-16 units. */
  public static final int RESULT_LENGTH = 400;
}
