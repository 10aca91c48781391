package io.bearings.kpi.formula;

import java.math.BigDecimal;
import java.util.List;

/** What came of reckoning a formula. */
public sealed interface Outcome {

  /**
   * A value.
   *
   * @param value to 34 digits; under 1e18 in size
   */
  record Value(BigDecimal value) implements Outcome {}

  /**
   * No data, which is not 0.
   *
   * @param why from left to right, never empty: every input that is missing, each division by 0
   */
  record NoData(List<Problem> why) implements Outcome {
    public NoData {
      why = List.copyOf(why);
    }
  }
}
