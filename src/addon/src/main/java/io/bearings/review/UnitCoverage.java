package io.bearings.review;

import io.bearings.okr.Unit;
import java.util.List;

/**
 * How ready one unit is for a cycle.
 *
 * @param objectives how many it has
 * @param published how many of them are more than drafts
 * @param aligned how many of them contribute to another one
 * @param ready how many checks of the readiness list are met
 * @param checks how many checks there are
 */
public record UnitCoverage(
    Unit unit, int objectives, int published, int aligned, int ready, int checks) {

  /** How ready a unit with this plan is. */
  public static UnitCoverage of(Unit unit, Plan plan) {
    List<Readiness.Check> checks = Readiness.of(plan);
    return new UnitCoverage(
        unit,
        plan.objectives().size(),
        count(plan.objectives().stream().map(Plan.Planned::published).toList()),
        count(plan.objectives().stream().map(Plan.Planned::aligned).toList()),
        count(checks.stream().map(Readiness.Check::met).toList()),
        checks.size());
  }

  private static int count(List<Boolean> answers) {
    return (int) answers.stream().filter(yes -> yes).count();
  }
}
