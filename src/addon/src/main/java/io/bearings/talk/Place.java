package io.bearings.talk;

/**
 * Where an annotation stands; what is below inherits it.
 *
 * @param id of the unit, cycle, objective, key result or KPI
 */
public record Place(Kind kind, long id) {

  /** What can be annotated. */
  public enum Kind {
    /** A unit, with all units below. */
    UNIT,
    /** A cycle, with the cycles inside it. */
    CYCLE,
    /** An objective, with its key results. */
    OBJECTIVE,
    /** One key result. */
    KEY_RESULT,
    /** One KPI. */
    KPI
  }
}
