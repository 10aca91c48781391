package io.bearings.kpi;

import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.kpi.metric.Input;
import io.bearings.kpi.metric.Inputs;
import io.bearings.kpi.metric.MeasuredProjects.Progress;
import io.bearings.kpi.metric.MeasuredProjects.State;
import io.bearings.kpi.metric.Metric;
import io.bearings.kpi.metric.MetricCalls;
import io.bearings.kpi.metric.MetricFollowing;
import io.bearings.kpi.metric.MetricResult;
import io.bearings.kpi.metric.MetricSpec;
import io.bearings.kpi.metric.Metrics;
import io.bearings.kpi.metric.Territories;
import io.bearings.kpi.metric.WhatMoved.Mover;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks the metrics for what KPIs want to know of the work in Jira. */
@Named
public final class MetricFigures implements WorkFigures {
  private final Metrics metrics;
  private final MetricFollowing following;
  private final Territories territories;
  private final MetricInputs inputs;

  @Inject
  public MetricFigures(
      Metrics metrics, MetricFollowing following, Territories territories, MetricInputs inputs) {
    this.metrics = metrics;
    this.following = following;
    this.territories = territories;
    this.inputs = inputs;
  }

  private static Person owner(KpiSheet sheet) {
    return new Person(sheet.content().ownerKey());
  }

  @Override
  public Periods dated(KpiSheet sheet) {
    try {
      Optional<MetricSpec> first =
          specs(owner(sheet), KpiFormula.calls(sheet.content().source())).stream().findFirst();
      return metrics.dated(
          owner(sheet),
          sheet.unitId(),
          first.flatMap(MetricSpec::place),
          sheet.content().rhythm().frequency());
    } catch (Refusal.Invalid e) {
      // The sheet tells what is gone. What is over stays as it was judged, and nothing new begins.
      return Periods.sprints(List.of(), LocalDate.EPOCH);
    }
  }

  private List<MetricSpec> specs(Person who, Collection<MetricCall> calls) {
    return calls.stream().map(call -> MetricCalls.spec(call, territories.names(who))).toList();
  }

  @Override
  public List<Message> problems(Person who, Collection<MetricCall> calls) {
    List<Message> problems = new ArrayList<>();
    for (MetricCall call : calls) {
      try {
        queries(MetricCalls.spec(call, territories.names(who))).stream()
            .flatMap(jql -> territories.problem(who, jql).stream())
            .findFirst()
            .ifPresent(problems::add);
      } catch (Refusal.Invalid e) {
        problems.add(e.fields().values().stream().findFirst().orElse(e.text()));
      }
    }
    return problems;
  }

  @Override
  public boolean lacksWindow(Person who, MetricCall call) {
    MetricSpec spec = MetricCalls.spec(call, territories.names(who));
    return spec.metric().isOverTime() && spec.rollingDays().isEmpty();
  }

  private static List<String> queries(MetricSpec spec) {
    List<String> queries = new ArrayList<>(spec.jql().stream().toList());
    if (spec.metric() instanceof Metric.Share share) {
      queries.add(share.jql());
    }
    return queries;
  }

  @Override
  public List<List<Figure>> counted(
      KpiSheet sheet, List<MetricCall> calls, Periods periods, LocalDate from, LocalDate until) {
    List<MetricSpec> specs = specs(owner(sheet), calls);
    Inputs known = known(sheet, specs);
    List<Metrics.Question> questions =
        specs.stream().map(spec -> question(sheet, spec, known, periods)).toList();
    return figures(metrics.values(questions, from, until));
  }

  @Override
  public List<List<Figure>> countedTogether(List<Wanted> wanted, LocalDate until) {
    List<Metrics.Begun> questions = new ArrayList<>();
    for (Wanted each : wanted) {
      List<MetricSpec> specs = specs(owner(each.sheet()), List.of(each.call()));
      questions.add(
          new Metrics.Begun(
              question(each.sheet(), specs.get(0), known(each.sheet(), specs), each.periods()),
              each.from()));
    }
    return figures(metrics.values(questions, until));
  }

  private static List<List<Figure>> figures(List<List<Metrics.Counted>> counted) {
    return counted.stream().map(each -> each.stream().map(MetricFigures::figure).toList()).toList();
  }

  private static Metrics.Question question(
      KpiSheet sheet, MetricSpec spec, Inputs known, Periods periods) {
    return new Metrics.Question(
        owner(sheet), sheet.unitId(), spec, known, sheet.content().rhythm().frequency(), periods);
  }

  private Inputs known(KpiSheet sheet, List<MetricSpec> specs) {
    Set<Input> needed = EnumSet.noneOf(Input.class);
    Set<Long> projects = new HashSet<>();
    for (MetricSpec each : specs) {
      needed.addAll(each.metric().needs());
      if (each.metric().needs().contains(Input.OBJECTIVES)) {
        projects.addAll(metrics.projects(owner(sheet), sheet.unitId(), each));
      }
    }
    return inputs.of(sheet.unitId(), needed, projects);
  }

  private static Figure figure(Metrics.Counted counted) {
    MetricResult result = counted.result();
    return new Figure(
        counted.period(),
        result.value(),
        Optional.of(result.outcome())
            .filter(MetricResult.NoData.class::isInstance)
            .map(MetricResult.NoData.class::cast)
            .map(MetricFigures::why));
  }

  private static Message why(MetricResult.NoData noData) {
    if (noData.missing().isPresent()) {
      Input missing = noData.missing().get();
      return Message.of(
          "bearings.kpi.missing", missing.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return Message.of("bearings.kpi.noData." + noData.why().name());
  }

  @Override
  public List<Mover> moved(
      KpiSheet sheet, MetricCall call, Periods periods, Period earlier, Period later, int most) {
    MetricSpec spec = MetricCalls.spec(call, territories.names(owner(sheet)));
    return metrics
        .whatMoved(
            question(sheet, spec, known(sheet, List.of(spec)), periods), earlier, later, most)
        .movers();
  }

  @Override
  public void follow(KpiSheet sheet, Collection<MetricCall> calls, int months) {
    following.follow(owner(sheet), sheet.id(), sheet.unitId(), specs(owner(sheet), calls), months);
  }

  @Override
  public void tryAgain(long kpiId) {
    following.tryAgain(kpiId);
  }

  @Override
  public Filling filling(long kpiId) {
    return filling(following.progressOf(kpiId));
  }

  /** Where several projects stand together: the one that is least far decides. */
  static Filling filling(List<Progress> progress) {
    if (progress.isEmpty()) {
      return Filling.NONE;
    }
    Filling.State state = Filling.State.DONE;
    if (has(progress, State.FAILED)) {
      state = Filling.State.FAILED;
    } else if (has(progress, State.READING)) {
      state = Filling.State.RUNNING;
    } else if (has(progress, State.WAITING)) {
      state = Filling.State.WAITING;
    }
    boolean known = progress.stream().allMatch(each -> each.of() > 0 || each.isDone());
    return new Filling(
        state,
        progress.stream().mapToLong(Progress::done).sum(),
        known ? progress.stream().mapToLong(Progress::of).sum() : 0,
        progress.stream().flatMap(each -> each.error().stream()).findFirst());
  }

  private static boolean has(List<Progress> progress, State state) {
    return progress.stream().anyMatch(each -> each.state() == state);
  }
}
