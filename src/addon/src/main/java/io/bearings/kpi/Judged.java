package io.bearings.kpi;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A period with its value and what is to be said about it.
 *
 * @param closed whether it is judged for good, so that it can open or close a breach
 */
public record Judged(
    Period period, Optional<BigDecimal> value, boolean corrected, Verdict verdict, boolean closed) {

  /** Judges a period at a moment. */
  public static Judged of(PeriodValue value, KpiContent content, Moment at) {
    return new Judged(
        value.period(),
        value.value(),
        value.corrected(),
        Verdict.of(content.yardstick(), content.rhythm(), value.period(), value.value(), at),
        at.closes(value.period(), content.rhythm()));
  }

  /** How it stands. */
  public KpiStatus status() {
    return verdict.status();
  }
}
