package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
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

  /** Whether the values are those of a KPI, a metric or another system, and of no check-in. */
  public boolean isOutside() {
    return this == KPI || this == JQL || this == CONNECTOR;
  }

  /** The source in the words of the forms. */
  public Message text() {
    return Message.of("bearings.source." + name().toLowerCase(Locale.ROOT));
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
   * The day that a key result is judged by: its score and what is expected are both taken on that
   * day. It is the last value's date or, where the source reads itself, the later of slot and
   * event; the due date is such an event too. Where there is a value before any of these, as with
   * evidence that nobody has brought yet, it is the first day.
   *
   * @param window the key result's
   * @param asked the day asked for
   * @param lastValue the effective date of the last value; for evidence the later of the last
   *     confirmed piece and the last check-in, which says that the count still stands
   * @param lastSlot the last day on which a check-in was due
   * @param lastEvent the last day on which something that it reads changed
   * @return absent while there is no value
   */
  public Optional<LocalDate> judgedOn(
      Window window,
      LocalDate asked,
      Optional<LocalDate> lastValue,
      Optional<LocalDate> lastSlot,
      Optional<LocalDate> lastEvent) {
    if (readsItself) {
      Optional<LocalDate> due = Optional.of(window.last()).filter(last -> window.isOver(asked));
      return Stream.of(lastSlot, lastEvent, due)
          .flatMap(Optional::stream)
          .max(LocalDate::compareTo)
          .or(() -> Optional.of(window.first()));
    }
    return this == EVIDENCE ? lastValue.or(() -> Optional.of(window.first())) : lastValue;
  }
}
