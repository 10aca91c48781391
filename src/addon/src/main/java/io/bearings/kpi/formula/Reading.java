package io.bearings.kpi.formula;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a text.
 *
 * @param formula absent where something is wrong
 * @param problems what is wrong, from left to right; empty where the formula is there
 */
public record Reading(Optional<Formula> formula, List<Problem> problems) {
  public Reading {
    problems = List.copyOf(problems);
  }

  static Reading of(Formula formula) {
    return new Reading(Optional.of(formula), List.of());
  }

  static Reading refused(List<Problem> problems) {
    return new Reading(Optional.empty(), problems);
  }
}
