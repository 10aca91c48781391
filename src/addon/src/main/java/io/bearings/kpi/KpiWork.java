package io.bearings.kpi;

import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.kpi.formula.Quantity;
import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.kpi.metric.MetricFollowing;
import io.bearings.kpi.metric.Metrics;
import io.bearings.kpi.metric.Proposal;
import io.bearings.kpi.metric.WhatMoved.Mover;
import io.bearings.okr.Access;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Writer;
import io.bearings.progress.IssueText;
import io.bearings.progress.Issues;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What KPIs tell of the work in Jira: what moved a value, proposals, velocity, the past. */
@Named
public final class KpiWork {
  /** How many issues are told that moved a value. */
  static final int MOVERS = 20;

  /** How many months of the past are read where nobody asks for more. */
  public static final int MONTHS = 12;

  private static final Metrics.Velocity NO_VELOCITY =
      new Metrics.Velocity(true, List.of(), Optional.empty());

  private final KpiSight sight;
  private final Judgements judgements;
  private final KpiPeriods periods;
  private final WorkFigures figures;
  private final Judging judging;
  private final Metrics metrics;
  private final MetricFollowing following;
  private final MetricInputs inputs;
  private final Issues issues;
  private final Access access;
  private final Clock clock;
  private final RememberedVelocity remembered;

  @Inject
  public KpiWork(
      KpiSight sight,
      Judgements judgements,
      KpiPeriods periods,
      WorkFigures figures,
      Judging judging,
      Metrics metrics,
      MetricFollowing following,
      MetricInputs inputs,
      Issues issues,
      Access access,
      Clock clock) {
    this.sight = sight;
    this.judgements = judgements;
    this.periods = periods;
    this.figures = figures;
    this.judging = judging;
    this.metrics = metrics;
    this.following = following;
    this.inputs = inputs;
    this.issues = issues;
    this.access = access;
    this.clock = clock;
    this.remembered = new RememberedVelocity(clock);
  }

  /**
   * What moved a value.
   *
   * @param before the period before it; absent where there is none
   * @param issues those that moved it most, and that the person may browse
   * @param hidden how many of those that moved it most the person may not browse
   */
  public record Moved(
      Period period,
      Optional<Period> before,
      Optional<BigDecimal> value,
      Optional<BigDecimal> valueBefore,
      List<MovedBy> issues,
      int hidden) {
    public Moved {
      issues = List.copyOf(issues);
    }
  }

  /**
   * An issue that moved a value.
   *
   * @param change by how much, in the measure of the KPI
   */
  public record MovedBy(String key, String title, BigDecimal change) {}

  /**
   * Which issues changed the value of a KPI most since the period before.
   *
   * @param day in the period
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Invalid naming {@code period} when the day is in none, or when the KPI is not
   *     one metric of the work in Jira
   */
  public Moved moved(Person who, long id, LocalDate day) {
    KpiSheet sheet = sight.readable(who, id).sheet();
    MetricCall call =
        KpiFormula.of(sheet.content().source())
            .flatMap(KpiFormula::onlyCall)
            .orElseThrow(() -> new Refusal.Invalid(Message.of("bearings.error.kpi.notOneMetric")));
    Periods all = periods.of(sheet);
    Period later =
        all.of(day)
            .orElseThrow(
                () ->
                    new Refusal.Invalid(
                        Map.of("period", Message.of("bearings.error.kpi.noPeriod"))));
    Optional<Period> earlier =
        all.between(later.first().minusYears(1), later.first().minusDays(1)).stream()
            .filter(each -> !each.equals(later))
            .reduce((one, next) -> next);
    List<Mover> movers =
        earlier
            .map(before -> figures.moved(sheet, call, all, before, later, MOVERS))
            .orElse(List.of());
    Measure measure = sheet.content().yardstick().measure();
    Map<Long, IssueText> texts =
        movers.isEmpty()
            ? Map.of()
            : issues.texts(who, movers.stream().map(Mover::issueId).toList());
    List<MovedBy> shown = new ArrayList<>();
    for (Mover each : movers) {
      Optional.ofNullable(texts.get(each.issueId()))
          .ifPresent(
              text ->
                  shown.add(
                      new MovedBy(
                          text.key(), text.title(), Quantity.inMeasure(each.change(), measure))));
    }
    return new Moved(
        later,
        earlier,
        value(id, Optional.of(later)),
        value(id, earlier),
        shown,
        movers.size() - shown.size());
  }

  private Optional<BigDecimal> value(long id, Optional<Period> period) {
    return period.flatMap(
        wanted ->
            judgements.between(id, wanted.first(), wanted.last()).stream()
                .filter(each -> each.period().equals(wanted))
                .findFirst()
                .flatMap(Judged::value));
  }

  /**
   * Has the past of a KPI read and computed, in the background. What failed is tried again.
   *
   * @param from the first day that is wanted; absent: 12 months ago
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Forbidden when the person may not change it
   * @throws Refusal.Invalid when it measures no work in Jira, or the day is to come
   */
  public Filling fill(Writer writer, long id, Optional<LocalDate> from) {
    KpiSheet sheet = sight.permitted(writer.who(), id, Operation.EDIT_KPI).sheet();
    KpiPlanning.requireInUse(sheet);
    List<MetricCall> calls = KpiFormula.calls(sheet.content().source());
    if (calls.isEmpty()) {
      throw new Refusal.Invalid(Message.of("bearings.error.kpi.noMetric"));
    }
    LocalDate today = LocalDate.now(clock);
    if (from.filter(day -> !day.isBefore(today)).isPresent()) {
      throw new Refusal.Invalid(
          Map.of("from", Message.of("bearings.error.inTheFuture", today.toString())));
    }
    int months =
        from.map(day -> Math.toIntExact(ChronoUnit.MONTHS.between(day, today)) + 1).orElse(MONTHS);
    figures.follow(sheet, calls, months);
    figures.tryAgain(id);
    Filling filling = figures.filling(id);
    if (filling.state() == Filling.State.DONE) {
      judging.complete(Set.of(id));
    }
    return filling;
  }

  /**
   * How far the past of a KPI was read.
   *
   * @throws Refusal.NotFound when the person may not see it, or there is none
   */
  public Filling filling(Person who, long id) {
    KpiSheet sheet = sight.readable(who, id).sheet();
    return KpiFormula.calls(sheet.content().source()).isEmpty()
        ? Filling.NONE
        : figures.filling(id);
  }

  /**
   * The velocity of a unit.
   *
   * @param velocity no sprints while the past of its projects is not read: what is not known is not
   *     0
   * @param filling how far that past was read; {@code NONE} where the unit has neither projects nor
   *     boards
   */
  public record TeamVelocity(Metrics.Velocity velocity, Filling filling) {}

  /**
   * The velocity of a unit: in points, or in issues where nothing was estimated.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public TeamVelocity velocity(Person who, long unitId) {
    return velocity(who, sight.unit(who, unitId, Operation.SEE), unitId);
  }

  private TeamVelocity velocity(Person who, Standpoint standpoint, long unitId) {
    Set<Long> projects = metrics.projectsOfVelocity(standpoint, unitId);
    if (projects.isEmpty()) {
      return new TeamVelocity(NO_VELOCITY, Filling.NONE);
    }
    following.look(projects, MONTHS);
    Filling filling = MetricFigures.filling(following.progress(projects));
    return new TeamVelocity(
        filling.state() == Filling.State.DONE ? known(who, unitId) : NO_VELOCITY, filling);
  }

  /**
   * The velocity of a unit as it was at most five minutes ago, for who shows it again and again:
   * sprints end rarely, and to ask Jira for boards and sprints costs many statements. What is
   * remembered costs none. While the past is still being read, nothing is.
   *
   * @param standpoint of the person who asks
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public TeamVelocity velocityLately(Standpoint standpoint, long unitId) {
    KpiSight.requireUnit(standpoint, unitId, Operation.SEE);
    RememberedVelocity.Asked asked =
        new RememberedVelocity.Asked(
            standpoint.who(),
            unitId,
            Set.copyOf(standpoint.projectsOfBranch(unitId)),
            standpoint.boardsOfBranch(unitId));
    return remembered
        .of(asked)
        .orElseGet(
            () -> {
              TeamVelocity now = velocity(standpoint.who(), standpoint, unitId);
              if (now.filling().state() == Filling.State.DONE) {
                remembered.put(asked, now);
              }
              return now;
            });
  }

  private Metrics.Velocity known(Person who, long unitId) {
    Metrics.Velocity velocity = metrics.velocity(who, unitId, true);
    return velocity.mean().isPresent() ? velocity : metrics.velocity(who, unitId, false);
  }

  /** The mean of what was completed of what was committed; absent where no sprint has one. */
  public static Optional<BigDecimal> meanSayDo(Metrics.Velocity velocity) {
    List<BigDecimal> known =
        velocity.sprints().stream().flatMap(each -> each.sayDo().value().stream()).toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(Middle.mean(known));
  }

  /**
   * KPIs that are proposed for a project from its own history.
   *
   * @param project whose history it is
   * @param filling how far that history was read; the proposals are whole when it is done
   */
  public record Proposed(ProjectRef project, List<Proposal> proposals, Filling filling) {
    public Proposed {
      proposals = List.copyOf(proposals);
    }
  }

  /**
   * Proposes KPIs from a year of a project's own history, which is read first where it was not.
   *
   * @param unitId whose inputs are used; absent: none
   * @throws Refusal.NotFound when the person may not see the project or the unit
   * @throws Refusal.Forbidden when the person may not create KPIs in the unit
   */
  public Proposed propose(Person who, String projectKey, Optional<Long> unitId) {
    ProjectRef project =
        access.project(who, projectKey).orElseThrow(() -> new Refusal.NotFound(projectKey));
    unitId.ifPresent(id -> sight.unit(who, id, Operation.EDIT_KPI));
    following.look(Set.of(project.id()), MONTHS);
    Filling filling = MetricFigures.filling(following.progress(Set.of(project.id())));
    List<Proposal> proposals =
        filling.state() == Filling.State.DONE
            ? metrics.propose(
                who, unitId.orElse(0L), project.id(), inputs.ofProject(unitId, project.id()))
            : List.of();
    return new Proposed(project, proposals, filling);
  }
}
