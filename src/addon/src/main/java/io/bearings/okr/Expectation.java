package io.bearings.okr;

import static io.bearings.okr.Decimals.quotient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What is expected of a key result over time.
 *
 * @param source where its value comes from
 * @param window from its activation to its due date
 * @param successLevel what is expected on the due date: see {@link Source#successLevel}
 * @param lagWeeks how many weeks after the start of the window the number cannot move yet, 0 or
 *     more
 * @param checkpoints in any order; one during the lag or outside the window does not count
 */
public record Expectation(
    Source source,
    Window window,
    BigDecimal successLevel,
    int lagWeeks,
    List<Checkpoint> checkpoints) {
  public Expectation {
    checkpoints =
        checkpoints.isEmpty()
            ? List.of()
            : checkpoints.stream().sorted(Comparator.comparing(Checkpoint::date)).toList();
  }

  /** The usual case: a straight line without a lag. */
  public static Expectation of(Source source, Window window, BigDecimal successLevel) {
    return new Expectation(source, window, successLevel, 0, List.of());
  }

  /**
   * The working days of the window that have elapsed on a day, that day included; never more than
   * the window has.
   */
  public int elapsed(LocalDate day, WorkingDays workingDays) {
    LocalDate until = day.isAfter(window.last()) ? window.last() : day;
    return workingDays.between(window.first(), until);
  }

  /** Whether the number can move on a day. */
  public boolean isLagOver(LocalDate day) {
    return !day.isBefore(lagEnd());
  }

  /**
   * The score that is expected on a day: 0 during the lag, then along straight lines from 0 through
   * the checkpoints to the success level, by elapsed working days.
   */
  public BigDecimal at(LocalDate day, WorkingDays workingDays) {
    int elapsed = elapsed(day, workingDays);
    int length = workingDays.in(window);
    int fromDays = lagWeeks == 0 ? 0 : elapsed(lagEnd().minusDays(1), workingDays);
    BigDecimal fromShare = BigDecimal.ZERO;
    if (elapsed <= fromDays) {
      return BigDecimal.ZERO;
    }
    for (Checkpoint each : checkpoints) {
      int days = elapsed(each.date(), workingDays);
      if (days <= fromDays || days >= length) {
        continue;
      }
      if (elapsed <= days) {
        return between(fromDays, fromShare, days, each.share(), elapsed);
      }
      fromDays = days;
      fromShare = each.share();
    }
    return between(fromDays, fromShare, length, BigDecimal.ONE, elapsed);
  }

  /** The success level times the share that a straight line between two days has reached. */
  private BigDecimal between(
      int fromDays, BigDecimal fromShare, int toDays, BigDecimal toShare, int elapsed) {
    BigDecimal span = BigDecimal.valueOf((long) toDays - fromDays);
    BigDecimal gone = BigDecimal.valueOf((long) elapsed - fromDays);
    BigDecimal share = fromShare.multiply(span).add(toShare.subtract(fromShare).multiply(gone));
    return quotient(successLevel.multiply(share), span);
  }

  private LocalDate lagEnd() {
    return window.first().plusWeeks(lagWeeks);
  }
}
