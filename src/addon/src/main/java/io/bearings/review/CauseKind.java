package io.bearings.review;

/** Why an objective may not have been achieved; of all that hold the first leads. */
public enum CauseKind {
  /** Nothing says whether an outcome moved. */
  NO_OUTCOME_DATA,
  /** Less than half of the linked work was done. */
  NOT_EXECUTED,
  /** Its share of the unit's effort was below half of what was planned. */
  EFFORT_ELSEWHERE,
  /** What was to be done or to be reached changed on the way. */
  SCOPE_OR_GOALPOSTS_CHANGED,
  /** Something happened outside. */
  OUTSIDE_EVENT,
  /** The work was done so late that the number cannot have moved yet. */
  LAG_NOT_OVER,
  /** A KPI that must not break broke. */
  GUARDRAIL_COST,
  /** The KPI that should move it moved, and the key results did not. */
  WRONG_DRIVER,
  /** Its KPIs have been green for three cycles, whatever happened. */
  INSENSITIVE_KPIS,
  /** The KPIs were healthy and the work was done, and the outcome did not come. */
  EXECUTED_WELL_ON_THE_WRONG_THING
}
