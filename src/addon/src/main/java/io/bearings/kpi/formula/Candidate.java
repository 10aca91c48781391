package io.bearings.kpi.formula;

import io.bearings.okr.Message;

/**
 * What could be written at a place of a formula.
 *
 * @param name as it is shown in a list, such as {@code velocity} or {@code KPI-7}
 * @param insert what is put in place of what was begun
 * @param caret how many units into that the cursor goes
 * @param meaning in one sentence
 */
public record Candidate(Kind kind, String name, String insert, int caret, Message meaning) {

  /** What it is. */
  public enum Kind {
    PRIMITIVE,
    METRIC,
    KPI,
    INPUT,
    FIELD,
    /** A function of numbers. */
    FUNCTION,
    /** A word that only means something in the brackets of a metric. */
    WORD
  }
}
