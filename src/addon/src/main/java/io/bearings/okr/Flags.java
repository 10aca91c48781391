package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;

/** What is pointed out about a key result or an objective, beside where it stands. */
public final class Flags {
  private static final int SILENT_DAYS = 10;
  private static final BigDecimal MUCH_OUTPUT = new BigDecimal("0.7");
  private static final BigDecimal LITTLE_PACE = new BigDecimal("0.3");
  private static final int LITTLE_CONFIDENCE = 3;
  private static final int MUCH_CONFIDENCE = 8;

  private Flags() {}

  /**
   * The working days on which no linked issue moved, the day of the last move not counted.
   *
   * @param lastMoved the last day on which a linked issue moved
   * @param asOf the day asked for
   */
  public static int stillFor(LocalDate lastMoved, LocalDate asOf, WorkingDays workingDays) {
    return workingDays.between(lastMoved.plusDays(1), asOf);
  }

  /**
   * Whether a key result is on track while its work has stood still for ten working days. Watched
   * are those that are fed by issues, and those with an open link.
   *
   * @param openLinks how many linked issues are not done
   * @param byPace its status by pace
   * @param stillFor see {@link #stillFor}
   */
  public static boolean silent(Source source, int openLinks, Status byPace, int stillFor) {
    boolean watched = source == Source.ISSUES || openLinks > 0;
    return watched && byPace == Status.ON_TRACK && stillFor >= SILENT_DAYS;
  }

  /**
   * Whether the work of an outcome is largely done (70 % or more) while the number has moved less
   * than 30 % of what is expected.
   *
   * @param output the share of the linked work that is done, 0 to 1
   * @param score 0 to 1
   * @param expected the score that is expected
   * @param lagOver see {@link Expectation#isLagOver}
   */
  public static boolean outputWithoutOutcome(
      Nature nature, BigDecimal output, BigDecimal score, BigDecimal expected, boolean lagOver) {
    return nature == Nature.OUTCOME
        && lagOver
        && Decimals.atLeast(output, MUCH_OUTPUT)
        && !Decimals.atLeast(score, expected.multiply(LITTLE_PACE));
  }

  /**
   * Whether nobody has begun although 15 % of the window has elapsed.
   *
   * @param elapsed the working days of the window so far
   * @param length the working days of the window
   * @param begun whether a linked issue has left To Do
   */
  public static boolean directionWithoutExecution(int elapsed, int length, boolean begun) {
    return !begun && length > 0 && (long) elapsed * 100 >= (long) length * 15;
  }

  /**
   * Whether the owner sees it otherwise than the figures: on track with a confidence of 3 or less,
   * or off track with 8 or more.
   *
   * @param byPace its status by pace
   * @param confidence 0 to 10
   */
  public static boolean confidenceMismatch(Status byPace, int confidence) {
    return byPace == Status.ON_TRACK && confidence <= LITTLE_CONFIDENCE
        || byPace == Status.OFF_TRACK && confidence >= MUCH_CONFIDENCE;
  }

  /**
   * Whether nothing says that an objective changed anything: it has key results, and all are
   * output.
   *
   * @param natures those of its key results that were not given up
   */
  public static boolean outcomeNotMeasured(Collection<Nature> natures) {
    return !natures.isEmpty() && natures.stream().allMatch(Nature.OUTPUT::equals);
  }
}
