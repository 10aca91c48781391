package io.bearings.kpi.metric;

import io.bearings.kpi.Category;
import io.bearings.kpi.Direction;
import io.bearings.kpi.Frequency;
import io.bearings.okr.Measure;
import io.bearings.okr.WeightBy;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A KPI that can be proposed to a team that has none, from its project's own history. Those of a
 * category stand in the order in which they are preferred.
 */
public enum Candidate {
  ON_TIME_DELIVERY(
      Category.Kind.TIMELINE,
      Direction.HIGHER,
      Measure.Kind.PERCENT,
      List.of(new Metric.OnTimeDelivery()),
      key -> "on_time_delivery(project(\"" + key + "\"))"),
  LEAD_TIME(
      Category.Kind.TIMELINE,
      Direction.LOWER,
      Measure.Kind.DURATION,
      List.of(new Metric.TimeTaken(new Span.Lead(), Statistic.P85, Timing.CALENDAR_HOURS)),
      key -> "lead_time(p85, project(\"" + key + "\"))"),
  REOPEN_RATE(
      Category.Kind.QUALITY,
      Direction.LOWER,
      Measure.Kind.PERCENT,
      List.of(new Metric.ReopenedShare()),
      key -> "reopen_rate(project(\"" + key + "\"))"),
  BUG_RATE(
      Category.Kind.QUALITY,
      Direction.LOWER,
      Measure.Kind.NUMBER,
      List.of(new Metric.BugRate()),
      key -> "bug_rate(project(\"" + key + "\"))"),
  COST_PER_DELIVERY(
      Category.Kind.COST,
      Direction.LOWER,
      Measure.Kind.NUMBER,
      List.of(new Metric.CostPerDelivery()),
      key -> "cost_per_delivery(project(\"" + key + "\"))"),
  /** Without an hourly rate. */
  HOURS_PER_DELIVERY(
      Category.Kind.COST,
      Direction.LOWER,
      Measure.Kind.DURATION,
      List.of(new Metric.Hours(), new Metric.Count(Placed.RESOLVED)),
      key -> "hours(\"project = " + key + "\") / throughput(project(\"" + key + "\"))"),
  VELOCITY(
      Category.Kind.TEAM,
      Direction.HIGHER,
      Measure.Kind.POINTS,
      List.of(new Metric.OfSprint(Metric.OfSprint.Sum.VELOCITY, true)),
      key -> "velocity(project(\"" + key + "\"))"),
  /** For a team without estimates. */
  SAY_DO(
      Category.Kind.TEAM,
      Direction.HIGHER,
      Measure.Kind.PERCENT,
      List.of(new Metric.OfSprint(Metric.OfSprint.Sum.SAY_DO, false)),
      key -> "say_do(issues, project(\"" + key + "\"))"),
  /** For a team without sprints. */
  WORK_IN_PROGRESS(
      Category.Kind.TEAM,
      Direction.LOWER,
      Measure.Kind.NUMBER,
      List.of(new Metric.WorkInProgress()),
      key -> "work_in_progress(project(\"" + key + "\"))"),
  EFFORT_FOR_OBJECTIVES(
      Category.Kind.VALUE,
      Direction.HIGHER,
      Measure.Kind.PERCENT,
      List.of(new Metric.Effort(Metric.Effort.Part.OBJECTIVE, WeightBy.ISSUES)),
      key -> "effort_for_objectives(issues, project(\"" + key + "\"))"),
  /** For a team without objectives. */
  THROUGHPUT(
      Category.Kind.VALUE,
      Direction.HIGHER,
      Measure.Kind.NUMBER,
      List.of(new Metric.Count(Placed.RESOLVED)),
      key -> "throughput(project(\"" + key + "\"))");

  private final Category.Kind category;
  private final Direction direction;
  private final Measure.Kind measure;
  private final List<Metric> metrics;
  private final UnaryOperator<String> formula;

  Candidate(
      Category.Kind category,
      Direction direction,
      Measure.Kind measure,
      List<Metric> metrics,
      UnaryOperator<String> formula) {
    this.category = category;
    this.direction = direction;
    this.measure = measure;
    this.metrics = metrics;
    this.formula = formula;
  }

  public Category.Kind category() {
    return category;
  }

  public Direction direction() {
    return direction;
  }

  /** What its values count; a percentage is told from 0 to 100, a duration in hours. */
  public Measure.Kind measure() {
    return measure;
  }

  /** Each month, or each sprint. */
  public Frequency frequency() {
    return isOfSprints() ? Frequency.PER_SPRINT : Frequency.MONTHLY;
  }

  /** Whether it is counted in sprints, and not in months. */
  public boolean isOfSprints() {
    return metrics.get(0).isOfSprints();
  }

  /** What is counted for it: one metric, or two of which the first is divided by the second. */
  public List<Metric> metrics() {
    return metrics;
  }

  /**
   * Its formula for a project.
   *
   * @param projectKey as Jira has it
   */
  public String formula(String projectKey) {
    return formula.apply(projectKey);
  }
}
