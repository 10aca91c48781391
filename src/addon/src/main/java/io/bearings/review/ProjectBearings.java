package io.bearings.review;

import io.bearings.kpi.KpiOverview;
import io.bearings.okr.Cycle;
import io.bearings.okr.Unit;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.ProjectOverview;
import java.util.List;
import java.util.Optional;

/**
 * Where a project stands: its objectives beside the health of the unit that it belongs to.
 *
 * @param overview the objectives of the project that are not of a closed cycle
 * @param unit the unit whose page this is; absent where the project is bound to none that the
 *     person may see
 * @param cycle the one that the unit works on; absent where there is none
 * @param kpis of the unit; absent without a unit
 * @param attention what needs somebody to act in the unit, the most urgent first
 */
public record ProjectBearings(
    ProjectOverview overview,
    Optional<Unit> unit,
    Optional<Cycle> cycle,
    Optional<KpiOverview.Board> kpis,
    List<AttentionItem> attention) {
  public ProjectBearings {
    attention = List.copyOf(attention);
  }

  /** Objectives without any unit. */
  static ProjectBearings withoutUnit(ProjectOverview overview) {
    return new ProjectBearings(
        overview, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /** What leads; before there is a cycle, objectives are written. */
  public Phase phase() {
    return cycle.map(each -> Phase.of(each.state())).orElse(Phase.KICKOFF);
  }

  /** Whether an objective is of the cycle that is worked on; without a cycle all are. */
  public boolean isCurrent(ObjectiveFigures objective) {
    return cycle.isEmpty() || objective.objective().cycleId().equals(cycle.map(Cycle::id));
  }
}
