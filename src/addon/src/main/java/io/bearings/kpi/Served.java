package io.bearings.kpi;

/** An objective that a KPI serves. */
public record Served(long objectiveId, Part part) {
  /** How it serves. */
  public enum Part {
    /** It should move the objective. */
    DRIVER,
    /** It must not break while the objective is pursued. */
    GUARDRAIL
  }
}
