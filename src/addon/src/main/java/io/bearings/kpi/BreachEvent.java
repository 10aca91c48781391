package io.bearings.kpi;

/** Something that happened to the breaches of a KPI. */
public sealed interface BreachEvent {

  /** The breach as it is now, or was last where it is one no more. */
  Breach breach();

  /**
   * A breach began.
   *
   * @param revised whether the period had been judged before, so that a corrected or late value
   *     opened it
   */
  record Opened(Breach breach, boolean revised) implements BreachEvent {}

  /**
   * A breach ended.
   *
   * @param revised whether the period that ended it had been judged before
   */
  record Closed(Breach breach, boolean revised) implements BreachEvent {}

  /** A breach that was over is not, as a corrected value says. */
  record Reopened(Breach breach) implements BreachEvent {}

  /** A breach began or ended in another period, as a corrected value says. */
  record Moved(Breach breach, Breach before) implements BreachEvent {}

  /** A breach of the past was found: when it was noticed it was over already. */
  record Found(Breach breach) implements BreachEvent {}

  /** What looked like a breach was none, or is part of another, as a corrected value says. */
  record Withdrawn(Breach breach) implements BreachEvent {}
}
