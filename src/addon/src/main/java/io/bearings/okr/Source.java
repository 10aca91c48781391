package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the value of a key result comes from. */
public enum Source {
  /** The last check-in. */
  MANUAL(false, Nature.OUTCOME),
  /** The latest measurement of a KPI. */
  KPI(true, Nature.OUTCOME),
  /** A metric over the issues that a query finds. */
  JQL(true, Nature.OUTCOME),
  /** The share of the linked issues that is done. */
  ISSUES(true, Nature.OUTPUT),
  /** Done or not. */
  BINARY(false, Nature.OUTPUT),
  /** The time that a number stayed within its bounds. */
  MAINTAIN(true, Nature.OUTCOME),
  /** Confirmed pieces of evidence. */
  EVIDENCE(false, Nature.OUTCOME),
  /** The objectives that contribute; whether that is outcome, they decide. */
  ALIGNED(true, Nature.OUTCOME),
  /** Pulled from outside, or pushed in. */
  CONNECTOR(false, Nature.OUTCOME);

  private final boolean readsItself;
  private final Nature usualNature;

  Source(boolean readsItself, Nature usualNature) {
    this.readsItself = readsItself;
    this.usualNature = usualNature;
  }

  /**
   * Whether the value is read anew at each evaluation, so that it is effective on that day and not
   * on a day that it carries.
   */
  public boolean readsItself() {
    return readsItself;
  }

  /** Outcome or output, unless somebody said otherwise. */
  public Nature usualNature() {
    return usualNature;
  }

  /** The weight of a key result unless somebody said otherwise: 0 where it only guards, else 1. */
  public BigDecimal usualWeight() {
    return this == MAINTAIN ? BigDecimal.ZERO : BigDecimal.ONE;
  }

  /** The score that is success: that of the objective's kind, but 1 for what is maintained. */
  public BigDecimal successLevel(ObjectiveKind kind) {
    return this == MAINTAIN ? BigDecimal.ONE : kind.successLevel();
  }

  /**
   * The day that a key result is judged by.
   *
   * <p>For evidence the caller gives the later of the last confirmed piece and the last check-in,
   * because a check-in says that the count still stands.
   *
   * @param lastValue the effective date of the last value
   * @param lastSlot the last day on which a check-in was due
   * @param lastEvent the last day on which something that it reads changed
   * @return the last value's date, or, where the source reads itself, the later of slot and event;
   *     absent before there is any
   */
  public Optional<LocalDate> judgedOn(
      Optional<LocalDate> lastValue, Optional<LocalDate> lastSlot, Optional<LocalDate> lastEvent) {
    return readsItself
        ? Stream.concat(lastSlot.stream(), lastEvent.stream()).max(LocalDate::compareTo)
        : lastValue;
  }
}
