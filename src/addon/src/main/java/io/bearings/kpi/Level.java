package io.bearings.kpi;

import java.math.BigDecimal;
import java.util.List;

/** A number that a value is compared with, or two of them for a band. */
public sealed interface Level {

  /** One number: a least or a most, as the direction has it. */
  record At(BigDecimal value) implements Level {
    @Override
    public List<BigDecimal> numbers() {
      return List.of(value);
    }
  }

  /** From one number to another; both are inside. */
  record Between(BigDecimal low, BigDecimal high) implements Level {
    @Override
    public List<BigDecimal> numbers() {
      return List.of(low, high);
    }
  }

  /** The one number or the two, the lower first. */
  List<BigDecimal> numbers();

  /** One number. */
  static Level at(BigDecimal value) {
    return new At(value);
  }

  /** A band. */
  static Level between(BigDecimal low, BigDecimal high) {
    return new Between(low, high);
  }
}
