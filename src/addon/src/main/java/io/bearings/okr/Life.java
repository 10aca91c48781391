package io.bearings.okr;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far an objective or a key result is on its way from draft to closed.
 *
 * @param reason why it was given up; absent otherwise
 * @param confidence what its owner said last, 0 to 10; absent before it was published
 * @param publishedAt when it was published; absent for a draft
 * @param activatedOn the day, in the time zone of the site, from which it counts; absent for a
 *     draft
 * @param finalScore its score when it was closed, 0 to 1; absent while it is not, and without data
 */
public record Life(
    ObjectiveState state,
    Optional<String> reason,
    Optional<Integer> confidence,
    Optional<Instant> publishedAt,
    Optional<LocalDate> activatedOn,
    Optional<BigDecimal> finalScore) {
  /** Where everything begins. */
  public static final Life DRAFT =
      new Life(
          ObjectiveState.DRAFT,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * Active from a moment on.
   *
   * @param confidence 0 to 10
   */
  public Life published(Optional<Integer> confidence, Instant at, LocalDate on) {
    return new Life(
        ObjectiveState.ACTIVE,
        Optional.empty(),
        confidence,
        Optional.of(at),
        Optional.of(on),
        Optional.empty());
  }

  /** Over, with the score that it keeps. */
  public Life closed(Optional<BigDecimal> score) {
    return new Life(ObjectiveState.CLOSED, reason, confidence, publishedAt, activatedOn, score);
  }

  /** Given up. */
  public Life abandoned(String why) {
    return new Life(
        ObjectiveState.ABANDONED,
        Optional.of(why),
        confidence,
        publishedAt,
        activatedOn,
        Optional.empty());
  }

  /** As it was before it was closed or given up: active, or a draft that was never published. */
  public Life reopened() {
    return new Life(
        publishedAt.isPresent() ? ObjectiveState.ACTIVE : ObjectiveState.DRAFT,
        Optional.empty(),
        confidence,
        publishedAt,
        activatedOn,
        Optional.empty());
  }

  /** Whether it can still be worked on. */
  public boolean isOpen() {
    return state == ObjectiveState.DRAFT || state == ObjectiveState.ACTIVE;
  }
}
