package io.bearings.okr;

import static io.bearings.okr.Decimals.quotient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an objective has come against what is expected by then.
 *
 * @param score the weighted mean of its key results
 * @param expected the same mean of what is expected of those that have both; absent when none has
 * @param pace what they reached ÷ what is expected of them; absent while it is too early
 * @param status no data, an end state, too early, or on track, at risk, off track
 * @param cappedBy why it is at most <em>at risk</em>: the keys of the key results that are off
 *     track with a fifth of the weight or more, then {@link #GUARDRAIL}; empty unless it is judged
 *     by its pace
 */
public record ObjectivePace(
    Score score,
    Optional<BigDecimal> expected,
    Optional<BigDecimal> pace,
    Status status,
    List<String> cappedBy) {
  /** Stands among {@code cappedBy} while a guardrail is red. */
  public static final String GUARDRAIL = "GUARDRAIL";

  /** A key result caps the status from 1 ÷ this of the weight on. */
  private static final BigDecimal CAPPING_PART = BigDecimal.valueOf(5);

  public ObjectivePace {
    cappedBy = List.copyOf(cappedBy);
  }

  /**
   * One key result's part in the pace.
   *
   * @param weight 0 or more
   * @param score 0 to 1; absent when it has no data
   * @param expected absent where it takes no part in the pace
   * @param status its own, by its pace or its confidence
   * @param abandoned whether it was given up; then it is in no sum
   */
  public record Part(
      String key,
      BigDecimal weight,
      Optional<BigDecimal> score,
      Optional<BigDecimal> expected,
      Status status,
      boolean abandoned) {

    /**
     * The part of a key result that is being worked on. A binary one takes part in the pace from
     * its due date on, with its whole success level expected.
     */
    public static Part of(
        String key,
        BigDecimal weight,
        Optional<BigDecimal> score,
        Expectation expectation,
        Pace pace,
        LocalDate asked) {
      boolean binaryIsDue =
          expectation.source() == Source.BINARY && expectation.window().isOver(asked);
      Optional<BigDecimal> expected =
          binaryIsDue ? Optional.of(expectation.successLevel()) : pace.expected();
      return new Part(key, weight, score, expected, pace.status(), false);
    }
  }

  /**
   * Judges an objective as of a day.
   *
   * @param window the later of the cycle's first day and its activation, to the cycle's last day
   * @param guardrailRed whether a KPI that it must not break is past critical now
   */
  public static ObjectivePace of(
      List<Part> parts,
      Window window,
      ObjectiveKind kind,
      LocalDate asked,
      boolean guardrailRed,
      Thresholds thresholds,
      WorkingDays workingDays) {
    Score score = Score.of(parts.stream().map(ObjectivePace::scorePart).toList());
    if (score.value().isEmpty()) {
      return new ObjectivePace(
          score, Optional.empty(), Optional.empty(), Status.NO_DATA, List.of());
    }
    Sides sides = Sides.of(parts);
    Expectation ownWindow = Expectation.of(Source.MANUAL, window, kind.successLevel());
    boolean early =
        Pace.isTooEarly(
            sides.expected, ownWindow.elapsed(asked, workingDays), workingDays.in(window));
    Optional<BigDecimal> pace =
        early ? Optional.empty() : Optional.of(quotient(sides.reached, sides.expected));
    if (window.isOver(asked)) {
      Status end = Status.atTheEnd(score.value().get(), kind.successLevel());
      return new ObjectivePace(score, sides.meanExpected(), pace, end, List.of());
    }
    if (early) {
      return new ObjectivePace(score, sides.meanExpected(), pace, Status.TOO_EARLY, List.of());
    }
    List<String> cappedBy = cappedBy(parts, guardrailRed);
    Status status = capped(thresholds.judge(sides.reached, sides.expected), cappedBy);
    return new ObjectivePace(score, sides.meanExpected(), pace, status, cappedBy);
  }

  private static Score.Part scorePart(Part part) {
    return new Score.Part(part.key(), part.score(), part.weight(), part.abandoned());
  }

  private static Status capped(Status byPace, List<String> cappedBy) {
    return byPace == Status.ON_TRACK && !cappedBy.isEmpty() ? Status.AT_RISK : byPace;
  }

  private static List<String> cappedBy(List<Part> parts, boolean guardrailRed) {
    List<Part> counted = parts.stream().filter(part -> !part.abandoned()).toList();
    BigDecimal total = counted.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> cappedBy = new ArrayList<>();
    for (Part part : counted) {
      boolean heavy = part.weight().multiply(CAPPING_PART).compareTo(total) >= 0;
      if (part.status() == Status.OFF_TRACK && heavy) {
        cappedBy.add(part.key());
      }
    }
    if (guardrailRed) {
      cappedBy.add(GUARDRAIL);
    }
    return cappedBy;
  }

  /** The weighted sums of what was reached and what is expected, over the same key results. */
  private record Sides(BigDecimal reached, BigDecimal expected, BigDecimal weight) {
    static Sides of(List<Part> parts) {
      BigDecimal reached = BigDecimal.ZERO;
      BigDecimal expected = BigDecimal.ZERO;
      BigDecimal weight = BigDecimal.ZERO;
      for (Part part : parts) {
        if (!part.abandoned() && part.score().isPresent() && part.expected().isPresent()) {
          reached = reached.add(part.weight().multiply(part.score().get()));
          expected = expected.add(part.weight().multiply(part.expected().get()));
          weight = weight.add(part.weight());
        }
      }
      return new Sides(reached, expected, weight);
    }

    Optional<BigDecimal> meanExpected() {
      return weight.signum() == 0 ? Optional.empty() : Optional.of(quotient(expected, weight));
    }
  }
}
