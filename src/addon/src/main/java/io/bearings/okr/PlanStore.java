package io.bearings.okr;

import io.bearings.okr.Objectives.Edit;
import java.util.List;

/** Where whole plans are written. */
public interface PlanStore {
  /**
   * Writes objectives with their key results and check-ins: all of it or nothing. Nobody is told.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  void add(List<NewPlan> plans, Edit by);
}
