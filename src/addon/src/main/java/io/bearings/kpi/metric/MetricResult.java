package io.bearings.kpi.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a metric came to in a window.
 *
 * @param running whether the window had not ended at the instant asked for, so that the value is
 *     that to date
 * @param elapsed how much of its calendar days had elapsed then, today included, 0 to 1; absent for
 *     a sprint and a release
 * @param traces what single issues did to the value, in no order; empty where that was not asked
 *     for or there is no value
 */
public record MetricResult(
    MetricWindow window,
    Outcome outcome,
    Beside beside,
    boolean running,
    Optional<BigDecimal> elapsed,
    List<Trace> traces) {
  public MetricResult {
    traces = List.copyOf(traces);
  }

  /** A value, or why there is none. */
  public sealed interface Outcome {}

  /** A value in the metric's unit. */
  public record Figure(BigDecimal value) implements Outcome {}

  /**
   * No value, which is not 0.
   *
   * @param missing what is not known, where that is the reason
   */
  public record NoData(Why why, Optional<Input> missing) implements Outcome {
    static NoData because(Why why) {
      return new NoData(why, Optional.empty());
    }
  }

  /** Why there is no value. */
  public enum Why {
    /** Nothing happened that the metric is about, or what it is divided by is 0. */
    NOTHING_THERE,
    /** No issue has an estimate, or a value in the field. */
    NOT_ESTIMATED,
    /** There are issues, and of none of them the value can be told. */
    UNDEFINED,
    /** It is known when the sprint is completed. */
    NOT_COMPLETED,
    /** The window begins later. */
    NOT_BEGUN,
    /** Something is not known that the metric needs. */
    INPUT_MISSING
  }

  /**
   * Issues beside the value.
   *
   * @param issues how many the value is of
   * @param undefined of which the value cannot be told; for a bug rate, releases without a date
   * @param outOfScope resolved with a resolution that is not work done
   * @param open not finished: not yet due, past due for a delay, or not answered
   * @param imputed weighed with the median of the others
   */
  public record Beside(int issues, int undefined, int outOfScope, int open, int imputed) {}

  /**
   * What an issue did to the value.
   *
   * @param pull how much higher the value is for it, negative for lower; absent where there were no
   *     value without it
   */
  public record Trace(long issueId, Optional<BigDecimal> pull) {}

  /** The value; absent where there is none. */
  public Optional<BigDecimal> value() {
    return outcome instanceof Figure figure ? Optional.of(figure.value()) : Optional.empty();
  }
}
