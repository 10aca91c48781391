package io.bearings.kpi.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Numbers that belong to days: typed, pasted or pushed. */
public final class DatedValues {
  private final NavigableMap<LocalDate, BigDecimal> values;

  /**
   * @param values one for each day that has one
   */
  public DatedValues(Map<LocalDate, BigDecimal> values) {
    this.values = new TreeMap<>(values);
  }

  /** One number for ever. */
  public static DatedValues always(BigDecimal value) {
    return new DatedValues(Map.of(LocalDate.MIN, value));
  }

  /** The number that holds on a day: the last one until then. */
  Optional<BigDecimal> inForce(LocalDate day) {
    return Optional.ofNullable(values.floorEntry(day)).map(Map.Entry::getValue);
  }

  /** The sum of the numbers of some days, first and last included; absent where there is none. */
  Optional<BigDecimal> sum(LocalDate first, LocalDate last) {
    return last.isBefore(first)
        ? Optional.empty()
        : values.subMap(first, true, last, true).values().stream().reduce(BigDecimal::add);
  }
}
