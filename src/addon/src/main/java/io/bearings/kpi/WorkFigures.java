package io.bearings.kpi;

import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.kpi.metric.WhatMoved.Mover;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the work in Jira says to KPIs: the days of sprints and releases, and the figures of metrics.
 * Everything is asked as the owner of the KPI.
 */
public interface WorkFigures {
  /**
   * The sprints or releases of a KPI's unit, as periods.
   *
   * @throws Refusal.Unavailable while Jira or the database does not answer
   */
  Periods dated(KpiSheet sheet);

  /**
   * What is wrong with calls of metrics and their queries, as a person may know Jira's names; at
   * most one for each.
   *
   * @throws Refusal.Unavailable while Jira does not answer
   */
  List<Message> problems(Person who, Collection<MetricCall> calls);

  /**
   * Whether a call tells of what happened in a window of which it does not say how long it is.
   *
   * @param who as whom Jira's names are known
   * @throws Refusal.Invalid when something that it names is not there
   * @throws Refusal.Unavailable while Jira does not answer
   */
  boolean lacksWindow(Person who, MetricCall call);

  /**
   * Counts metrics of a KPI.
   *
   * @param periods of the KPI
   * @param from a day of the first period
   * @param until a day of the last period; a period that runs has its value to date
   * @return in the order of the calls; of each one figure for each period or sprint that has begun,
   *     the earliest first
   * @throws Refusal.Invalid when something that a call names is there no more
   * @throws Refusal.Unavailable while Jira or the database does not answer
   */
  List<List<Figure>> counted(
      KpiSheet sheet, List<MetricCall> calls, Periods periods, LocalDate from, LocalDate until);

  /**
   * A metric of a KPI that is counted together with those of others.
   *
   * @param periods of the KPI
   * @param from a day of the first period
   */
  record Wanted(KpiSheet sheet, MetricCall call, Periods periods, LocalDate from) {}

  /**
   * Counts metrics of several KPIs in one pass over the work that they measure.
   *
   * @param until as for {@link #counted}
   * @return in the order of what is wanted, as {@link #counted} has it for each
   * @throws Refusal as {@link #counted} does, when any of them cannot be counted
   */
  List<List<Figure>> countedTogether(List<Wanted> wanted, LocalDate until);

  /**
   * Which issues changed the value of a metric most between two periods, those first that changed
   * it most; in the metric's own unit.
   *
   * @param most how many at most
   * @throws Refusal as {@link #counted} does
   */
  List<Mover> moved(
      KpiSheet sheet, MetricCall call, Periods periods, Period earlier, Period later, int most);

  /**
   * A KPI needs these metrics from now on, and no others, so that changes of issues are heard and
   * their past is read, which begins at once.
   *
   * @param calls none where it needs no metric any more
   * @param months how far into the past; 0: all of it
   * @throws Refusal.Invalid when something that a call names is there no more
   * @throws Refusal.Unavailable while Jira or the database does not answer
   */
  void follow(KpiSheet sheet, Collection<MetricCall> calls, int months);

  /**
   * Somebody asks for the past of a KPI that is followed: what of it could not be read is tried
   * again now, and not only within an hour.
   *
   * @throws Refusal.Unavailable while the database does not answer
   */
  void tryAgain(long kpiId);

  /**
   * How far the past of the projects was read that were found when a KPI was followed last; nothing
   * where it measures none. One statement.
   *
   * @throws Refusal.Unavailable while the database does not answer
   */
  Filling filling(long kpiId);

  /**
   * What a metric came to.
   *
   * @param period of the KPI, or a sprint
   * @param value shares as fractions of 1; absent where there is none
   * @param why there is no value
   */
  record Figure(Period period, Optional<BigDecimal> value, Optional<Message> why) {}

  /**
   * How far the past was read.
   *
   * @param done how many issues were looked at
   * @param of how many there are; 0 while nobody knows
   * @param error why it failed
   */
  record Filling(State state, long done, long of, Optional<Message> error) {
    /** Nothing is to be read. */
    public static final Filling NONE = new Filling(State.NONE, 0, 0, Optional.empty());

    /** Where it stands. */
    public enum State {
      NONE,
      WAITING,
      RUNNING,
      DONE,
      FAILED
    }
  }
}
