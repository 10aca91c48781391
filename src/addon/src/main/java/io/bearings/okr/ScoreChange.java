package io.bearings.okr;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a change of target, baseline, weight, threshold, rule or date is, which moves a score. */
public enum ScoreChange {
  /** Made before it mattered: kept without a label. */
  CORRECTION,
  /** Made for a reason, with the lead's consent. */
  ADJUSTMENT,
  /** Anything else. */
  MOVED_GOALPOST;

  private static final Duration GRACE = Duration.ofHours(24);

  /**
   * Tells the three apart.
   *
   * @param at when the change was made
   * @param published when the objective was published; absent for a draft
   * @param firstCheckIn when the first check-in was entered
   * @param reason why, in the person's own words; blank counts as none
   * @param leadConsents whether the unit's lead consented
   */
  public static ScoreChange of(
      Instant at,
      Optional<Instant> published,
      Optional<Instant> firstCheckIn,
      Optional<String> reason,
      boolean leadConsents) {
    if (isCorrection(at, published, firstCheckIn)) {
      return CORRECTION;
    }
    boolean reasoned = reason.filter(text -> !text.isBlank()).isPresent();
    return reasoned && leadConsents ? ADJUSTMENT : MOVED_GOALPOST;
  }

  private static boolean isCorrection(
      Instant at, Optional<Instant> published, Optional<Instant> firstCheckIn) {
    boolean beforeCheckIn = firstCheckIn.filter(first -> !at.isBefore(first)).isEmpty();
    boolean fresh = published.map(it -> !at.isAfter(it.plus(GRACE))).orElse(true);
    return beforeCheckIn || fresh;
  }
}
