package io.bearings.kpi;

import io.bearings.kpi.metric.DatedValues;
import io.bearings.kpi.metric.Input;
import io.bearings.kpi.metric.Inputs;
import io.bearings.okr.Membership;
import io.bearings.okr.Readings.Valued;
import io.bearings.progress.WorkOf;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What metrics need and Jira's issues do not tell: what is stated of a unit, who works in it, and
 * what issues are for. Asked for once for each count, whatever is counted: at most five statements,
 * and one question to Jira for each group of the unit and of those below it.
 */
@Named
public final class MetricInputs {
  private final InputsInForce stated;
  private final Membership membership;
  private final WorkOf work;

  @Inject
  public MetricInputs(InputsInForce stated, Membership membership, WorkOf work) {
    this.stated = stated;
    this.membership = membership;
    this.work = work;
  }

  /**
   * What is known for metrics of a unit.
   *
   * @param needed what the metrics need; of people and purposes only what is among it is asked for
   * @param projectIds whose issues are counted
   */
  public Inputs of(long unitId, Set<Input> needed, Set<Long> projectIds) {
    Inputs known = stated(unitId, needed.contains(Input.MEMBERS) ? team(unitId) : Optional.empty());
    return needed.contains(Input.OBJECTIVES) ? knowing(known, work.purposesIn(projectIds)) : known;
  }

  /**
   * What is known for proposals from the history of a project. Where none of its issues serves an
   * objective nothing is told of purposes, so that no share of nothing is proposed.
   *
   * @param unitId whose inputs are used; absent: none
   */
  public Inputs ofProject(Optional<Long> unitId, long projectId) {
    Inputs known = unitId.map(id -> stated(id, Optional.empty())).orElse(Inputs.NONE);
    WorkOf.Purposes purposes = work.purposesIn(Set.of(projectId));
    return purposes.serving().isEmpty() ? known : knowing(known, purposes);
  }

  private Inputs stated(long unitId, Optional<Inputs.Team> team) {
    UnitInputs inForce = stated.of(unitId);
    return new Inputs(
        team,
        dated(inForce.hourlyRate()),
        dated(inForce.budget()),
        dated(inForce.phasing()),
        dated(inForce.spend()),
        Optional.empty(),
        id -> false);
  }

  private static Optional<DatedValues> dated(List<Valued> values) {
    Map<LocalDate, BigDecimal> byDay = new HashMap<>();
    values.forEach(each -> byDay.put(each.date(), each.value()));
    return Optional.of(byDay).filter(it -> !it.isEmpty()).map(DatedValues::new);
  }

  private static Inputs knowing(Inputs known, WorkOf.Purposes purposes) {
    return known.knowing(purposes::serves, purposes::restores);
  }

  private Optional<Inputs.Team> team(long unitId) {
    return membership
        .of(unitId)
        .filter(crew -> !crew.memberKeys().isEmpty())
        .map(
            crew ->
                new Inputs.Team(crew.memberKeys(), crew.people(), crew.capacity().hoursPerDay()));
  }
}
