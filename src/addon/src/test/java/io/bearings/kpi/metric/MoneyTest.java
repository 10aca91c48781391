package io.bearings.kpi.metric;

import static io.bearings.kpi.metric.Counting.LATER;
import static io.bearings.kpi.metric.Counting.MARCH;
import static io.bearings.kpi.metric.Counting.SITE;
import static io.bearings.kpi.metric.Counting.days;
import static io.bearings.kpi.metric.Counting.in;
import static io.bearings.kpi.metric.Counting.isMissing;
import static io.bearings.kpi.metric.Counting.isNothing;
import static io.bearings.kpi.metric.Counting.isValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.DoneColumn;
import io.bearings.flow.Release;
import io.bearings.flow.Sprint;
import io.bearings.kpi.metric.MetricResult.Why;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** Hours, costs, budgets and effort. */
public class MoneyTest {
  private static final DatedValues RATE = dated("2026-01-01", 100, "2026-03-10", 120);
  private static final Inputs.Team TEAM =
      new Inputs.Team(Set.of("ann", "bob"), BigDecimal.valueOf(8));
  private static final MetricWindow SPRINT =
      new MetricWindow.InSprint(
          new Sprint(
              7,
              Life.instant("2026-03-02T09:00:00Z"),
              Optional.of(Life.instant("2026-03-13T18:00:00Z"))),
          DoneColumn.UNREADABLE);

  private static DatedValues dated(Object... daysAndValues) {
    Map<LocalDate, BigDecimal> values = new HashMap<>();
    for (int i = 0; i < daysAndValues.length; i += 2) {
      values.put(
          LocalDate.parse((String) daysAndValues[i]),
          new BigDecimal(daysAndValues[i + 1].toString()));
    }
    return new DatedValues(values);
  }

  /** What was given; null for what was not. */
  private static Inputs given(
      Inputs.Team team,
      DatedValues rate,
      DatedValues budget,
      DatedValues phasing,
      DatedValues spend) {
    return new Inputs(
        Optional.ofNullable(team),
        Optional.ofNullable(rate),
        Optional.ofNullable(budget),
        Optional.ofNullable(phasing),
        Optional.ofNullable(spend),
        Optional.empty(),
        id -> false);
  }

  private static MetricResult count(
      Inputs inputs, MetricWindow window, Metric metric, Life... lives) {
    return in(SITE, new Wanted(metric, Reach.ALL, inputs, List.of(window), LATER, false), lives);
  }

  private static MetricResult march(Inputs inputs, Metric metric, Life... lives) {
    return count(inputs, MARCH, metric, lives);
  }

  private static final Inputs RATED = given(TEAM, RATE, null, null, null);

  @Test
  public void hoursAreThoseOfTheWorkThatBeganInTheWindow() {
    Life[] lives = {
      Life.of(1, "2026-03-09")
          .log("2026-02-28T23:00:00Z", "ann", 1)
          .log("2026-03-01", "ann", 2)
          .log("2026-03-31T23:00:00Z", "bob", 4)
          .log("2026-04-01", "bob", 8),
      Life.of(2, "2026-02-01").idle()
    };
    MetricResult found = march(Inputs.NONE, new Metric.Hours(), lives);
    isValue(found, "6");
    assertThat(found.beside().issues()).isEqualTo(1);
    isValue(march(Inputs.NONE, new Metric.Hours()), "0");
  }

  @Test
  public void workMayBeLoggedForDaysBeforeTheIssueWasThere() {
    Life life = Life.of(1, "2026-04-09").log("2026-03-30", "ann", 3);
    isValue(march(Inputs.NONE, new Metric.Hours(), life), "3");
    isValue(
        in(
            SITE,
            Wanted.of(new Metric.Hours(), Reach.ofProjects(Set.of(11L)), List.of(MARCH), LATER),
            life),
        "0");
  }

  @Test
  public void hoursInASprintAreThoseOfItsIssues() {
    Life[] lives = {
      Life.of(1, "2026-02-09")
          .sprints(7L)
          .log("2026-03-02T09:00:00Z", "ann", 1)
          .log("2026-03-03", "ann", 2),
      Life.of(2, "2026-02-09").log("2026-03-03", "ann", 4)
    };
    isValue(count(Inputs.NONE, SPRINT, new Metric.Hours(), lives), "2");
  }

  @Test
  public void issuesWhoseWorklogsWereNotReadLeaveTheHoursUnknown() {
    isMissing(march(Inputs.NONE, new Metric.Hours(), Life.of(1, "2026-03-09")), Input.WORKLOGS);
    isValue(march(Inputs.NONE, new Metric.Hours(), Life.of(1, "2026-04-09")), "0");
  }

  @Test
  public void costIsHoursByTheRateOfTheirDay() {
    Life life = Life.of(1, "2026-03-01").log("2026-03-09", "ann", 2).log("2026-03-10", "eve", 3);
    isValue(march(RATED, new Metric.Cost(), life), "560");
    isMissing(march(Inputs.NONE, new Metric.Cost(), life), Input.HOURLY_RATE);
    isMissing(
        march(given(null, dated("2026-03-10", 120), null, null, null), new Metric.Cost(), life),
        Input.HOURLY_RATE);
    isValue(
        march(
            given(null, DatedValues.always(BigDecimal.TEN), null, null, null),
            new Metric.Cost(),
            life),
        "50");
  }

  @Test
  public void costPerDeliveryDividesByWhatWasResolved() {
    Life[] lives = {
      Life.of(1, "2026-03-01").log("2026-03-02", "ann", 2).on("2026-03-05").done(),
      Life.of(2, "2026-03-01").log("2026-03-02", "ann", 4),
      Life.of(3, "2026-03-01").idle().on("2026-03-05").done(),
      Life.of(4, "2026-03-01").idle().on("2026-03-05").done().resolve("Won't Do"),
      Life.of(5, "2026-03-01").idle().on("2026-03-05").done().unresolve(),
      Life.of(6, "2026-01-01").idle().on("2026-02-05").done()
    };
    MetricResult found = march(RATED, new Metric.CostPerDelivery(), lives);
    isValue(found, "300");
    assertThat(found.beside()).isEqualTo(new MetricResult.Beside(2, 1, 1, 0, 0));
    isNothing(march(RATED, new Metric.CostPerDelivery(), lives[1]), Why.NOTHING_THERE);
    isMissing(march(Inputs.NONE, new Metric.CostPerDelivery(), lives), Input.HOURLY_RATE);
  }

  @Test
  public void utilisationIsOfMembersAndWorkingDays() {
    Metric utilisation = new Metric.Utilisation();
    Life life =
        Life.of(1, "2026-03-01")
            .log("2026-03-02", "ann", 30)
            .log("2026-03-03", "bob", 10)
            .log("2026-03-03", "eve", 90);
    isValue(count(RATED, days("2026-03-02", "2026-03-08"), utilisation, life), "0.5");
    isValue(
        in(
            SITE,
            new Wanted(
                utilisation,
                Reach.ALL,
                RATED,
                List.of(MARCH),
                AsOf.at(Life.instant("2026-03-06T18:00:00Z")),
                false),
            life),
        "0.5");
    isMissing(march(Inputs.NONE, utilisation, life), Input.MEMBERS);
    isNothing(count(RATED, days("2026-03-07", "2026-03-08"), utilisation, life), Why.NOTHING_THERE);
    isValue(march(RATED, utilisation), "0");
    isNothing(
        count(
            RATED,
            new MetricWindow.InRelease(new Release(2, 10, Optional.empty(), false)),
            utilisation,
            life),
        Why.NOTHING_THERE);
  }

  @Test
  public void budgetBurnIsSpendByBudgetBesideTheTimeElapsed() {
    Metric burn = new Metric.BudgetBurn();
    DatedValues budget = dated("2026-01-01", 500, "2026-03-15", 1000);
    DatedValues spend = dated("2026-02-28", 7, "2026-03-01", 100, "2026-03-31", 300);
    MetricResult found = march(given(null, null, budget, null, spend), burn);
    isValue(found, "0.4");
    isValue(
        in(
            SITE,
            new Wanted(
                burn,
                Reach.ALL,
                given(null, null, budget, null, spend),
                List.of(MARCH),
                AsOf.at(Life.instant("2026-03-02")),
                false)),
        "0.2");
    Life life = Life.of(1, "2026-03-01").log("2026-03-09", "ann", 2);
    isValue(march(given(null, RATE, budget, null, null), burn, life), "0.2");
    isValue(march(given(null, RATE, budget, null, spend), burn, life), "0.4");
    isMissing(march(given(null, RATE, null, null, spend), burn), Input.BUDGET);
    isMissing(march(given(null, RATE, dated("2026-04-01", 1), null, spend), burn), Input.BUDGET);
    isMissing(march(given(null, null, budget, null, null), burn), Input.HOURLY_RATE);
    isNothing(
        march(given(null, null, DatedValues.always(BigDecimal.ZERO), null, spend), burn),
        Why.NOTHING_THERE);
    isValue(march(given(null, null, budget, null, dated("2026-05-01", 3)), burn), "0");
  }

  @Test
  public void budgetVarianceIsAgainstWhatWasPlannedToDate() {
    Metric variance = new Metric.BudgetVariance();
    DatedValues phasing = dated("2026-03-01", 100, "2026-03-20", 100, "2026-04-01", 900);
    DatedValues spend = dated("2026-03-05", 150, "2026-03-25", 100);
    isValue(march(given(null, null, null, phasing, spend), variance), "0.25");
    isValue(
        count(given(null, null, null, phasing, spend), days("2026-03-01", "2026-03-10"), variance),
        "0.5");
    Life life = Life.of(1, "2026-03-01").log("2026-03-09", "ann", 1);
    isValue(march(given(null, RATE, null, phasing, null), variance, life), "-0.5");
    isMissing(march(given(null, RATE, null, null, spend), variance), Input.PHASING);
    isMissing(
        count(given(null, null, null, phasing, spend), days("2026-05-01", "2026-05-10"), variance),
        Input.PHASING);
  }

  @Test
  public void effortNeedsToKnowWhatServes() {
    Metric effort = new Metric.Effort(Metric.Effort.Part.OBJECTIVE, WeightBy.ISSUES);
    isMissing(
        march(Inputs.NONE, effort, Life.of(1, "2026-03-01").on("2026-03-05").done()),
        Input.OBJECTIVES);
  }

  @Test
  public void aSubTaskIsWorkOfItsParentUnlessItServesOrRestoresItself() {
    Inputs inputs =
        new Inputs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(id -> id == 2),
            id -> id == 3);
    Life[] lives = {
      Life.of(1, "2026-03-01").on("2026-03-05").done(),
      Life.of(2, "2026-03-01").subTaskOf(1).on("2026-03-05").done(),
      Life.of(3, "2026-03-01").subTaskOf(1).on("2026-03-05").done(),
      Life.of(4, "2026-03-01").subTaskOf(1).on("2026-03-05").done(),
      Life.of(5, "2026-03-01").on("2026-03-05").done()
    };
    for (Metric.Effort.Part part : Metric.Effort.Part.values()) {
      MetricResult found = march(inputs, new Metric.Effort(part, WeightBy.ISSUES), lives);
      isValue(found, part == Metric.Effort.Part.NEITHER ? "0.5" : "0.25");
      assertThat(found.beside().issues()).isEqualTo(4);
    }
    isNothing(
        march(inputs, new Metric.Effort(Metric.Effort.Part.KPI, WeightBy.ISSUES), lives[3]),
        Why.NOTHING_THERE);
    isNothing(
        march(
            inputs,
            new Metric.Effort(Metric.Effort.Part.KPI, WeightBy.ISSUES),
            Life.of(1, "2026-03-01").on("2026-03-05").done().unresolve()),
        Why.UNDEFINED);
  }

  @Test
  public void effortByEstimateWeighsHoursAlike() {
    Inputs inputs =
        new Inputs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(id -> id == 1),
            id -> false);
    MetricResult found =
        march(
            inputs,
            new Metric.Effort(Metric.Effort.Part.OBJECTIVE, WeightBy.ESTIMATE),
            Life.of(1, "2026-03-01").estimate(3600).on("2026-03-05").done(),
            Life.of(2, "2026-03-01").estimate(10_800).on("2026-03-05").done());
    isValue(found, "0.25");
    assertThat(found.beside().imputed()).isZero();
  }
}
