package io.bearings.kpi.formula;

import java.util.List;

/**
 * What an editor offers at a place of a formula.
 *
 * @param replaced what was begun and gives way to what is chosen; perhaps nothing
 * @param candidates those that begin with what was begun first
 */
public record Completion(Span replaced, List<Candidate> candidates) {
  /** How many are offered at most. */
  public static final int MOST = 100;

  public Completion {
    candidates = List.copyOf(candidates);
  }

  /**
   * What can be written at a place.
   *
   * @param text a formula, perhaps not finished and not right
   * @param cursor from 0 to the length of the text
   */
  public static Completion at(String text, int cursor, Known known) {
    return new Completing(text, cursor, known).completion();
  }
}
