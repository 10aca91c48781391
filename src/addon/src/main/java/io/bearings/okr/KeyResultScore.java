package io.bearings.okr;

import static io.bearings.okr.Decimals.clamp;
import static io.bearings.okr.Decimals.quotient;

import io.bearings.okr.Readings.Valued;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a key result has come. Either all three figures are there, or there is no data.
 *
 * @param current the value now, in the key result's unit of measure
 * @param ratio the share of the way from baseline to target, below 0 or over 1 where it is
 * @param score the ratio within 0 and 1
 */
public record KeyResultScore(
    Optional<BigDecimal> current, Optional<BigDecimal> ratio, Optional<BigDecimal> score) {
  /** Nothing says how far it has come; that is not 0. */
  public static final KeyResultScore NO_DATA =
      new KeyResultScore(Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether there is a value. */
  public boolean hasData() {
    return score.isPresent();
  }

  /**
   * The share of the way from baseline to target: (current − baseline) ÷ (target − baseline), for
   * rising and falling numbers alike.
   *
   * @throws Refusal.Invalid when baseline and target are the same number
   */
  public static KeyResultScore towards(
      BigDecimal baseline, BigDecimal target, Optional<BigDecimal> current) {
    checkWay(baseline, target);
    return current
        .map(value -> of(value, quotient(value.subtract(baseline), target.subtract(baseline))))
        .orElse(NO_DATA);
  }

  /**
   * Refuses a way of no length.
   *
   * @throws Refusal.Invalid when baseline and target are the same number
   */
  public static void checkWay(BigDecimal baseline, BigDecimal target) {
    if (baseline.compareTo(target) == 0) {
      throw new Refusal.Invalid(
          Map.of(
              "target", Message.of("bearings.error.baselineEqualsTarget", target.toPlainString())));
    }
  }

  /**
   * Done or not.
   *
   * @param current 0 or 1
   * @throws Refusal.Invalid when it is another number
   */
  public static KeyResultScore binary(Optional<BigDecimal> current) {
    current.ifPresent(KeyResultScore::checkBinary);
    return towards(BigDecimal.ZERO, BigDecimal.ONE, current);
  }

  private static void checkBinary(BigDecimal value) {
    if (value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0) {
      throw new Refusal.Invalid(Map.of("value", Message.of("bearings.error.notBinary")));
    }
  }

  /**
   * The share of the linked work that is done.
   *
   * @param done done weight ÷ total weight, 0 to 1; absent when nothing is linked
   */
  public static KeyResultScore issues(Optional<BigDecimal> done) {
    return towards(BigDecimal.ZERO, BigDecimal.ONE, done);
  }

  /**
   * The confirmed pieces of evidence; none is a count of 0, which is a value.
   *
   * @param asOf pieces of later days do not count
   * @throws Refusal.Invalid when baseline and target are the same number
   */
  public static KeyResultScore evidence(
      BigDecimal baseline, BigDecimal target, Collection<Piece> pieces, LocalDate asOf) {
    long count =
        pieces.stream().filter(Piece::confirmed).filter(it -> !it.date().isAfter(asOf)).count();
    return evidence(baseline, target, count);
  }

  /**
   * The same from a count.
   *
   * @param confirmed how many pieces are confirmed
   * @throws Refusal.Invalid when baseline and target are the same number
   */
  public static KeyResultScore evidence(BigDecimal baseline, BigDecimal target, long confirmed) {
    return towards(baseline, target, Optional.of(BigDecimal.valueOf(confirmed)));
  }

  /** What the contributing objectives have reached. */
  public static KeyResultScore aligned(AlignedScore rollup) {
    return issues(rollup.score());
  }

  /**
   * The working days on which a number was within its bounds ÷ the working days of the whole
   * window. A value holds until the next one; days before the first are not within bounds.
   *
   * @param values one a day, oldest first; those after {@code asOf} do not count
   * @param asOf the day that it is judged by, so that what is expected is of the same day
   */
  public static KeyResultScore maintain(
      Bounds bounds, Window window, List<Valued> values, LocalDate asOf, WorkingDays workingDays) {
    List<Valued> known = values.stream().filter(it -> !it.date().isAfter(asOf)).toList();
    int length = workingDays.in(window);
    if (known.isEmpty() || length == 0) {
      return NO_DATA;
    }
    int within = daysWithin(bounds, window, known, asOf, workingDays);
    return of(known.get(known.size() - 1).value(), quotient(within, length));
  }

  /** The working days of the window up to a day on which a number was within its bounds. */
  static int daysWithin(
      Bounds bounds, Window window, List<Valued> values, LocalDate asOf, WorkingDays workingDays) {
    int within = 0;
    LocalDate until = asOf;
    for (int i = values.size() - 1; i >= 0; i--) {
      Valued each = values.get(i);
      if (bounds.hold(each.value())) {
        within += workingDays.in(window.with(new Window(each.date(), until)));
      }
      until = each.date().minusDays(1);
    }
    return within;
  }

  private static KeyResultScore of(BigDecimal current, BigDecimal ratio) {
    return new KeyResultScore(Optional.of(current), Optional.of(ratio), Optional.of(clamp(ratio)));
  }
}
