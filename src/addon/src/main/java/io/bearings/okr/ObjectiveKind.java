package io.bearings.okr;

import java.math.BigDecimal;

/** How far an objective has to come to be a success. */
public enum ObjectiveKind {
  /** Ambitious: 0.7 is success. */
  ASPIRATIONAL(new BigDecimal("0.7")),
  /** A promise: all of it is expected. */
  COMMITTED(BigDecimal.ONE);

  private final BigDecimal successLevel;

  ObjectiveKind(BigDecimal successLevel) {
    this.successLevel = successLevel;
  }

  /** The score from which on the objective is a success, 0.7 or 1. */
  public BigDecimal successLevel() {
    return successLevel;
  }
}
