package io.bearings.kpi.metric;

/** Whose work a metric is over. */
public sealed interface Place {

  /** The issues of a project. */
  record OfProject(long id) implements Place {}

  /** The issues of a board, and its sprints. */
  record OfBoard(long id) implements Place {}

  /** The issues of the projects of a unit and of those below it. */
  record OfUnit(long id) implements Place {}
}
