package io.bearings.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;

/**
 * On-time delivery: of the issues that were due in a period, how many were resolved by then.
 *
 * @param onTime resolved by the due date
 * @param late resolved later, or open and past due
 * @param undefined done without a resolution date: in no sum
 * @param notYetDue open, and the day has not passed: in no sum
 * @param rate on time ÷ (on time + late), 0 to 1; absent where both are 0
 */
public record OnTime(
    int onTime, int late, int undefined, int notYetDue, Optional<BigDecimal> rate) {

  /**
   * What on-time delivery needs of an issue.
   *
   * @param isDone whether its status category is Done
   * @param resolved its last resolution date
   */
  public record Due(Optional<LocalDate> due, boolean isDone, Optional<Instant> resolved) {}

  /** What becomes of an issue that has a due date. */
  public enum Verdict {
    /** Resolved by the due date. */
    ON_TIME,
    /** Resolved later, or open and past due. */
    LATE,
    /** Done without a resolution date. */
    UNDEFINED,
    /** Open, and the day has not passed. */
    NOT_YET_DUE
  }

  /**
   * @param asOf the day asked for
   */
  public static OnTime of(Collection<Due> issues, Period period, LocalDate asOf) {
    int[] counts = new int[Verdict.values().length];
    for (Due issue : issues) {
      issue
          .due()
          .filter(period::contains)
          .ifPresent(due -> counts[verdict(issue, due, period.zone(), asOf).ordinal()]++);
    }
    int onTime = counts[Verdict.ON_TIME.ordinal()];
    int late = counts[Verdict.LATE.ordinal()];
    return new OnTime(
        onTime,
        late,
        counts[Verdict.UNDEFINED.ordinal()],
        counts[Verdict.NOT_YET_DUE.ordinal()],
        onTime + late == 0
            ? Optional.empty()
            : Optional.of(
                BigDecimal.valueOf(onTime)
                    .divide(BigDecimal.valueOf((long) onTime + late), MathContext.DECIMAL128)));
  }

  /**
   * What becomes of one issue.
   *
   * @param due its due date
   * @param zone the site's, which decides on which day it was resolved
   * @param asOf the day asked for
   */
  public static Verdict verdict(Due issue, LocalDate due, ZoneId zone, LocalDate asOf) {
    if (issue.isDone()) {
      return issue
          .resolved()
          .map(at -> LocalDate.ofInstant(at, zone).isAfter(due) ? Verdict.LATE : Verdict.ON_TIME)
          .orElse(Verdict.UNDEFINED);
    }
    return due.isBefore(asOf) ? Verdict.LATE : Verdict.NOT_YET_DUE;
  }
}
