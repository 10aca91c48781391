package io.bearings.review;

import io.bearings.okr.Cycle;
import io.bearings.okr.Operation;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import java.util.List;

/**
 * A kickoff as one person sees it.
 *
 * @param learnings of the last retrospective, of objectives that the person may read; empty as long
 *     as there was none
 * @param plan what the unit has planned so far
 * @param readiness the check list
 * @param linked the work that stands beside the capacity
 * @param topKpis which objectives the unit's KPIs serve; empty as long as there are no KPIs
 * @param restatements of the objectives that the person may read
 */
public record KickoffState(
    Unit unit,
    Cycle cycle,
    May may,
    List<Steps.Shown> steps,
    List<Learning> learnings,
    Plan plan,
    List<Readiness.Check> readiness,
    CycleCapacity capacity,
    LinkedWork linked,
    Litmus litmus,
    List<KpiBoards.TopKpi> topKpis,
    List<Restatement> restatements) {

  /**
   * What the person may do here.
   *
   * @param write create objectives
   * @param run finish and skip steps, answer the litmus, judge restatements
   * @param restate say objectives in their own words
   * @param manage change the unit, for instance its capacity
   * @param readCoverage see how ready the branch is
   */
  public record May(
      boolean write, boolean run, boolean restate, boolean manage, boolean readCoverage) {

    static May of(Standpoint standpoint, long unitId) {
      return new May(
          standpoint.may(Operation.CREATE_OBJECTIVE, unitId),
          standpoint.may(Operation.RUN_KICKOFF, unitId),
          standpoint.may(Operation.COMMENT, unitId),
          standpoint.may(Operation.MANAGE_UNIT, unitId),
          standpoint.may(Operation.READ_COVERAGE, unitId));
    }
  }
}
