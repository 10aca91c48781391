package io.bearings.review;

import io.bearings.okr.Cycle;
import java.util.List;
import java.util.Optional;

/** What a kickoff asks about the KPIs of a unit. */
public interface KpiBoards {

  /** The checks of the readiness list that are about KPIs, in its order. */
  List<Readiness.Check> checks(long unitId, Cycle cycle);

  /** The three KPIs that matter most to the unit, fewer when there are fewer. */
  List<TopKpi> top(long unitId);

  /**
   * A KPI, and which objective it serves.
   *
   * @param objectiveId absent while nobody said so
   */
  record TopKpi(long id, String name, Optional<Long> objectiveId) {}
}
