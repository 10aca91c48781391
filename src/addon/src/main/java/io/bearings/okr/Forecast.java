package io.bearings.okr;

import io.bearings.okr.Readings.Valued;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where a key result is heading: the Theil–Sen line through its values, drawn to the due date, and
 * how sure that is by 2,000 resamples of the values. The same values give the same figures.
 */
public sealed interface Forecast {

  /** Why there is no forecast. */
  enum Reason {
    /** Nothing that a straight line could describe. */
    SOURCE,
    /** Fewer than six days with a value. */
    TOO_FEW_VALUES,
    /** The values span less than a quarter of the window. */
    SPAN_TOO_SHORT
  }

  /** There is none. */
  record None(Reason reason) implements Forecast {}

  /**
   * Where the values lead.
   *
   * @param slopePerWeek the change in five working days, in the unit of measure
   * @param projected the value on the due date
   * @param projectedScore its score, 0 to 1
   * @param reaches whether that is the success level or more
   * @param low the 10th percentile of the value on the due date
   * @param high the 90th percentile
   * @param probability the share of the resamples that reach the success level, 0 to 1
   */
  record Projection(
      BigDecimal slopePerWeek,
      BigDecimal projected,
      BigDecimal projectedScore,
      boolean reaches,
      BigDecimal low,
      BigDecimal high,
      BigDecimal probability)
      implements Forecast {}

  /**
   * What a forecast rests on.
   *
   * @param keyResultId seeds the resamples
   * @param successLevel the score that is success, 0 to 1
   * @param values of the window, oldest first; of two of one day the later in the list counts
   */
  record Basis(
      long keyResultId,
      Source source,
      Window window,
      BigDecimal baseline,
      BigDecimal target,
      BigDecimal successLevel,
      List<Valued> values) {}

  /**
   * Where a key result is heading. What is fed by linked issues is not forecast from its values,
   * because these follow what is taken into scope as much as what is done.
   *
   * @throws Refusal.Invalid when baseline and target are the same number
   */
  static Forecast of(Basis basis, WorkingDays workingDays) {
    if (!hasTrend(basis.source())) {
      return new None(Reason.SOURCE);
    }
    KeyResultScore.checkWay(basis.baseline(), basis.target());
    Trend trend = Trend.of(basis, workingDays);
    if (trend.size() < Trend.FEWEST) {
      return new None(Reason.TOO_FEW_VALUES);
    }
    return trend.spansEnough() ? trend.projection() : new None(Reason.SPAN_TOO_SHORT);
  }

  /** Whether the values of a source can follow a line at all. */
  static boolean hasTrend(Source source) {
    return source != Source.BINARY && source != Source.MAINTAIN && source != Source.ISSUES;
  }
}
