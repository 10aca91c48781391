package io.bearings.okr;

import io.bearings.okr.Readings.Valued;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the check-ins and the evidence of a key result amount to today, kept beside it so that a
 * list reads none of them.
 *
 * @param current the value that counts, and the day that it is about
 * @param last the last check-in
 * @param firstAt when the first check-in of all was entered
 * @param spark the last values, oldest first
 * @param daily all values, one a day, oldest first; kept only where a key result maintains
 * @param evidence how many pieces of evidence are confirmed
 * @param evidenceOn the day of the last of them
 */
public record Recorded(
    Optional<Valued> current,
    Optional<Last> last,
    Optional<Instant> firstAt,
    List<Valued> spark,
    List<Valued> daily,
    int evidence,
    Optional<LocalDate> evidenceOn) {
  /** Nobody has said anything yet. */
  public static final Recorded NOTHING =
      new Recorded(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          0,
          Optional.empty());

  public Recorded {
    spark = List.copyOf(spark);
    daily = List.copyOf(daily);
  }

  /**
   * A check-in.
   *
   * @param on the day that it is about
   * @param at when it was entered
   * @param by the Jira user key of the person who entered it
   */
  public record Last(long id, LocalDate on, Instant at, String by) {}

  /** The same with other values, one a day, oldest first. */
  public Recorded showing(List<Valued> values) {
    return new Recorded(
        RecordedValues.current(values),
        last,
        firstAt,
        RecordedValues.spark(values),
        daily,
        evidence,
        evidenceOn);
  }

  /** A value alone, as from one check-in. */
  public static Recorded of(BigDecimal value, LocalDate on) {
    Valued valued = new Valued(on, value);
    return new Recorded(
        Optional.of(valued),
        Optional.empty(),
        Optional.empty(),
        List.of(valued),
        List.of(valued),
        0,
        Optional.empty());
  }
}
