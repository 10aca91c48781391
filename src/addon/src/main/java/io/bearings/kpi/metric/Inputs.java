package io.bearings.kpi.metric;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * What a metric of a unit needs and Jira does not tell. What is absent was not given, and a metric
 * that needs it has no data.
 *
 * @param team who belongs to the unit
 * @param hourlyRate from which day on which rate holds, one for the whole unit
 * @param budget from which day on which budget holds, for a whole window
 * @param phasing on which days how much of the budget is planned
 * @param spend on which days how much was spent; where it is absent, logged hours × rate
 * @param serving by id, which issues serve an objective
 * @param restoring by id, which issues restore a KPI
 */
public record Inputs(
    Optional<Team> team,
    Optional<DatedValues> hourlyRate,
    Optional<DatedValues> budget,
    Optional<DatedValues> phasing,
    Optional<DatedValues> spend,
    Optional<LongPredicate> serving,
    LongPredicate restoring) {
  /** Nothing was given. */
  public static final Inputs NONE =
      new Inputs(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          id -> false);

  /** The same, knowing what issues are for, by their ids. */
  public Inputs knowing(LongPredicate servingObjectives, LongPredicate restoringKpis) {
    return new Inputs(
        team, hourlyRate, budget, phasing, spend, Optional.of(servingObjectives), restoringKpis);
  }

  /**
   * The people of a unit.
   *
   * @param members their keys
   * @param people how many of them the unit counts on
   * @param hoursPerDay how many hours one of them works on a working day
   */
  public record Team(Set<String> members, int people, BigDecimal hoursPerDay) {
    public Team {
      members = Set.copyOf(members);
    }

    /** A team that counts on all its members. */
    public Team(Set<String> members, BigDecimal hoursPerDay) {
      this(members, members.size(), hoursPerDay);
    }
  }
}
