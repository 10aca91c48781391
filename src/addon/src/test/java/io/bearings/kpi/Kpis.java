package io.bearings.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Sheets and parts of them that tests begin with. */
final class Kpis {
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private Kpis() {}

  static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  static Level at(String number) {
    return Level.at(n(number));
  }

  static Level between(String low, String high) {
    return Level.between(n(low), n(high));
  }

  /** Levels of which any may be null. */
  static Levels levels(Level target, Level warning, Level critical) {
    return new Levels(
        Optional.ofNullable(target), Optional.ofNullable(warning), Optional.ofNullable(critical));
  }

  static KpiContent velocity() {
    return KpiContent.of("Velocity", "anna")
        .with(
            new Yardstick(
                Direction.HIGHER,
                io.bearings.okr.Measure.NUMBER,
                Targets.always(levels(at("50"), null, at("40")))));
  }
}
