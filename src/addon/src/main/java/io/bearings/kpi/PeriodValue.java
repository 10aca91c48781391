package io.bearings.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The value of a period.
 *
 * @param value absent when nothing was measured
 * @param from the measurements that count, in the order of their days
 * @param corrected whether one of them replaces an earlier one that said something else
 */
public record PeriodValue(
    Period period, Optional<BigDecimal> value, List<Measurement> from, boolean corrected) {
  public PeriodValue {
    from = List.copyOf(from);
  }
}
