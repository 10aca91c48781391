package io.bearings.kpi.metric;

import io.bearings.kpi.metric.MetricResult.Beside;
import io.bearings.kpi.metric.MetricResult.Figure;
import io.bearings.kpi.metric.MetricResult.NoData;
import io.bearings.kpi.metric.MetricResult.Outcome;
import io.bearings.kpi.metric.MetricResult.Trace;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What gathers in a window while issues pass by. */
abstract class Cell {
  private int issues;
  private int undefined;
  private int outOfScope;
  private int open;
  private Optional<NoData> instead = Optional.empty();

  /** The value of all that was added; absent where there is none. */
  abstract Optional<BigDecimal> value();

  /** What single issues did to the value. */
  abstract List<Trace> traces();

  /** Why there is no value, where nothing else is the reason. */
  abstract Why whyNot();

  int imputed() {
    return 0;
  }

  final void count() {
    issues++;
  }

  final void undefined() {
    undefined++;
  }

  final void undefined(int more) {
    undefined += more;
  }

  final void outOfScope() {
    outOfScope++;
  }

  final void open() {
    open++;
  }

  final boolean hasUndefined() {
    return undefined > 0;
  }

  /** Something is not known that the metric needs. */
  final void missing(Input input) {
    instead(new NoData(Why.INPUT_MISSING, Optional.of(input)));
  }

  /** The window begins later, which goes before all other reasons. */
  final void notBegun() {
    instead = Optional.of(NoData.because(Why.NOT_BEGUN));
  }

  /** There is no value, whatever is added; what is said first is told. */
  final void instead(NoData reason) {
    instead = instead.or(() -> Optional.of(reason));
  }

  /**
   * What it came to.
   *
   * @param divisor how many of what was added are one of what is told
   */
  final MetricResult result(Frame frame, BigDecimal divisor) {
    Optional<BigDecimal> value = instead.isPresent() ? Optional.empty() : value();
    Outcome outcome =
        value
            .<Outcome>map(found -> new Figure(told(found, divisor)))
            .orElseGet(() -> instead.orElseGet(() -> NoData.because(whyNot())));
    List<Trace> traces = new ArrayList<>();
    if (value.isPresent()) {
      for (Trace each : traces()) {
        traces.add(new Trace(each.issueId(), each.pull().map(pull -> told(pull, divisor))));
      }
    }
    return new MetricResult(
        frame.window(),
        outcome,
        new Beside(issues, undefined, outOfScope, open, imputed()),
        frame.isRunning(),
        frame.elapsed(),
        traces);
  }

  private static BigDecimal told(BigDecimal value, BigDecimal divisor) {
    return divisor.equals(BigDecimal.ONE) ? value : value.divide(divisor, MathContext.DECIMAL128);
  }
}
