package io.bearings.okr;

import java.util.Optional;

/** Jira's custom fields that hold numbers, by which issues can weigh. */
public interface NumberFields {

  /**
   * What is in the way of weighing by a field: there is none, it holds no number, or as many others
   * are kept as can be.
   */
  Optional<Message> problem(String fieldId);

  /**
   * Sees to it that the values of a field are kept for every linked issue, also those of past days.
   * Nothing happens where there is a problem.
   */
  void keep(String fieldId);

  /** What is in the way of weighing so, where that is another way than before. */
  default Optional<Message> problem(WeightBy now, WeightBy before) {
    return now.equals(before) ? Optional.empty() : now.field().flatMap(this::problem);
  }

  /** Keeps the values that this needs. */
  default void keep(WeightBy weightBy) {
    weightBy.field().ifPresent(this::keep);
  }
}
