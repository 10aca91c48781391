package io.bearings.okr;

import static io.bearings.okr.Decimals.quotient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a key result has come against what is expected by then.
 *
 * @param window from its activation to its due date
 * @param length the working days of the window
 * @param elapsed the working days up to the day that it is judged by; absent without data, and
 *     where nothing depends on it
 * @param expected the score that is expected on that day; absent as {@code elapsed}
 * @param pace score ÷ expected; absent while it is too early, and without data
 * @param status no data, an end state, too early, or on track, at risk, off track
 */
public record Pace(
    Window window,
    int length,
    Optional<Integer> elapsed,
    Optional<BigDecimal> expected,
    Optional<BigDecimal> pace,
    Status status) {
  private static final int CONFIDENT = 7;
  private static final int DOUBTFUL = 4;

  /** Of a window, the part during which it is too early to judge is 1 ÷ this. */
  private static final int TOO_EARLY_PART = 10;

  /**
   * The score of a key result and the day that it is judged by.
   *
   * @param score 0 to 1
   * @param on see {@link Source#judgedOn}
   */
  public record Reached(BigDecimal score, LocalDate on) {}

  /**
   * Judges a key result as of a day.
   *
   * @param reached absent when it has no data
   * @param confidence the owner's last, 0 to 10; only a binary key result is judged by it
   * @param asked the day asked for; decides whether the due date has come
   */
  public static Pace of(
      Expectation expectation,
      Optional<Reached> reached,
      Optional<Integer> confidence,
      LocalDate asked,
      Thresholds thresholds,
      WorkingDays workingDays) {
    int length = workingDays.in(expectation.window());
    if (reached.isEmpty()) {
      return unmeasured(expectation, length, Status.NO_DATA);
    }
    if (expectation.source() == Source.BINARY) {
      Status status = binary(expectation, reached.get().score(), confidence, asked);
      return unmeasured(expectation, length, status);
    }
    return measured(expectation, reached.get(), asked, thresholds, workingDays, length);
  }

  private static Pace unmeasured(Expectation expectation, int length, Status status) {
    return new Pace(
        expectation.window(), length, Optional.empty(), Optional.empty(), Optional.empty(), status);
  }

  private static Status binary(
      Expectation expectation, BigDecimal score, Optional<Integer> confidence, LocalDate asked) {
    if (score.compareTo(BigDecimal.ONE) >= 0) {
      return Status.ACHIEVED;
    }
    if (expectation.window().isOver(asked)) {
      return Status.MISSED;
    }
    return confidence.map(Pace::byConfidence).orElse(Status.TOO_EARLY);
  }

  private static Status byConfidence(int confidence) {
    if (confidence >= CONFIDENT) {
      return Status.ON_TRACK;
    }
    return confidence >= DOUBTFUL ? Status.AT_RISK : Status.OFF_TRACK;
  }

  private static Pace measured(
      Expectation expectation,
      Reached reached,
      LocalDate asked,
      Thresholds thresholds,
      WorkingDays workingDays,
      int length) {
    int elapsed = expectation.elapsed(reached.on(), workingDays);
    BigDecimal expected = expectation.at(reached.on(), workingDays);
    boolean early = isTooEarly(expected, elapsed, length);
    Status status;
    if (expectation.window().isOver(asked)) {
      status = Status.atTheEnd(reached.score(), expectation.successLevel());
    } else {
      status = early ? Status.TOO_EARLY : thresholds.judge(reached.score(), expected);
    }
    return new Pace(
        expectation.window(),
        length,
        Optional.of(elapsed),
        Optional.of(expected),
        early ? Optional.empty() : Optional.of(quotient(reached.score(), expected)),
        status);
  }

  /** Whether nothing is expected yet, or less than a tenth of the window has elapsed. */
  static boolean isTooEarly(BigDecimal expected, int elapsed, int length) {
    return expected.signum() <= 0 || (long) elapsed * TOO_EARLY_PART < length;
  }
}
