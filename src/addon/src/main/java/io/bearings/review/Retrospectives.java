package io.bearings.review;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.kpi.BreachLog;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Served;
import io.bearings.okr.Calibration;
import io.bearings.okr.Change;
import io.bearings.okr.Cycle;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Nature;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Rewinding;
import io.bearings.okr.ScoreChange;
import io.bearings.okr.Window;
import io.bearings.progress.CycleEnd;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.LookingBack;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.talk.Annotation;
import io.bearings.talk.Annotations;
import io.bearings.talk.Blocker;
import io.bearings.talk.Blockers;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a cycle came to in a unit, for somebody who may see it. Costs five statements beside what
 * {@link LookingBack} does, however much there is.
 */
@Named
public final class Retrospectives {
  /** The most blockers that are looked through. */
  static final int BLOCKERS = 500;

  /** How many months of values before the cycle tell how a KPI wavers. */
  private static final int MONTHS = 6;

  /** From the third cycle on an objective is carried over chronically. */
  private static final int CHRONIC = 3;

  private final LookingBack lookingBack;
  private final KpiSheets sheets;
  private final KpiPasts pasts;
  private final BreachLog breaches;
  private final Annotations annotations;
  private final Blockers blockers;

  @Inject
  public Retrospectives(
      LookingBack lookingBack,
      KpiSheets sheets,
      KpiPasts pasts,
      BreachLog breaches,
      Annotations annotations,
      Blockers blockers) {
    this.lookingBack = lookingBack;
    this.sheets = sheets;
    this.pasts = pasts;
    this.breaches = breaches;
    this.annotations = annotations;
    this.blockers = blockers;
  }

  /**
   * The retrospective of a unit on a cycle that serves it; while the cycle runs, what it would say
   * today. Objectives that the person may not read are counted only, and KPIs that they may not see
   * count without their names.
   *
   * @throws Refusal.NotFound when the person may not see the unit, there is none, or the cycle does
   *     not serve it
   * @throws Refusal.Invalid when the cycle has not begun
   */
  public Retrospective of(Person who, long unitId, long cycleId) {
    CycleEnd end = lookingBack.at(who, unitId, cycleId);
    return new Look(end).whole();
  }

  /** One look at what a cycle left. */
  private final class Look {
    private final CycleEnd end;
    private final Window days;
    private final List<CycleEnd.Left> pursued;
    private final List<Cycle> cycles;
    private final List<KpiSheet> kpis;
    private final Map<Long, List<Judged>> periods;
    private final List<OutsideEvent> events;

    Look(CycleEnd end) {
      this.end = end;
      this.days = end.days();
      this.pursued =
          end.objectives().stream()
              .filter(each -> stateOf(each) != ObjectiveState.ABANDONED)
              .toList();
      this.cycles = alike(end);
      List<Long> objectiveIds = pursued.stream().map(Look::id).toList();
      this.kpis = sheets.around(end.unit().id(), objectiveIds);
      List<Long> kpiIds = kpis.stream().map(KpiSheet::id).toList();
      this.periods = pasts.periods(kpiIds, lookedAtFrom());
      this.events =
          annotations
              .around(
                  objectiveIds, kpiIds, end.cycle().id(), end.standpoint().path(end.unit().id()))
              .stream()
              .filter(this::fellInto)
              .map(OutsideEvent::of)
              .sorted(
                  Comparator.comparing(OutsideEvent::first)
                      .thenComparing(OutsideEvent::annotationId))
              .toList();
    }

    /** The cycle and those of its kind before it, the latest first. */
    private static List<Cycle> alike(CycleEnd end) {
      Cycle cycle = end.cycle();
      return Stream.concat(
              Stream.of(cycle),
              end.cycles().stream()
                  .filter(each -> each.unitId() == cycle.unitId())
                  .filter(each -> each.kind() == cycle.kind() && each.length() == cycle.length())
                  .filter(each -> each.last().isBefore(cycle.first()))
                  .sorted(Comparator.comparing(Cycle::last).reversed()))
          .limit(Diagnosis.CYCLES)
          .toList();
    }

    private LocalDate lookedAtFrom() {
      LocalDate months = end.cycle().first().minusMonths(MONTHS);
      LocalDate earliest = cycles.get(cycles.size() - 1).first();
      return earliest.isBefore(months) ? earliest : months;
    }

    private boolean fellInto(Annotation annotation) {
      return !annotation.first().isAfter(days.last())
          && !annotation.last().orElse(annotation.first()).isBefore(days.first());
    }

    private static long id(CycleEnd.Left left) {
      return left.figures().objective().id();
    }

    private static ObjectiveState stateOf(CycleEnd.Left left) {
      return left.figures().objective().state();
    }

    Retrospective whole() {
      Set<Long> ids = pursued.stream().map(Look::id).collect(toSet());
      return new Retrospective(
          end.unit(),
          end.cycle(),
          end.end(),
          end.zone(),
          pursued.stream().map(this::examined).toList(),
          end.objectives().stream()
              .filter(each -> stateOf(each) == ObjectiveState.ABANDONED)
              .map(CycleEnd.Left::figures)
              .toList(),
          end.drafts().stream().map(Placed::objective).toList(),
          end.hidden(),
          kpis.stream().map(each -> watched(each, Optional.empty())).toList(),
          broken(),
          blockers
              .ofUnit(end.unit().id(), end.standpoint().who(), Optional.empty(), BLOCKERS)
              .stream()
              .filter(each -> each.about().objectiveId().filter(ids::contains).isPresent())
              .filter(this::blocked)
              .toList(),
          Retrospective.Calibrated.of(pursued.stream().flatMap(this::pairs).toList()),
          pursued.stream().flatMap(each -> carryOver(each).stream()).toList());
    }

    private List<Retrospective.Broken> broken() {
      Map<Long, KpiSheet> byId = kpis.stream().collect(toMap(KpiSheet::id, each -> each));
      return breaches.between(byId.keySet(), days.first(), days.last()).stream()
          .map(each -> new Retrospective.Broken(ref(byId.get(each.kpiId())), each))
          .toList();
    }

    private boolean blocked(Blocker blocker) {
      boolean over =
          blocker
              .resolved()
              .map(it -> LocalDate.ofInstant(it.at(), end.zone()))
              .filter(days.first()::isAfter)
              .isPresent();
      return !over && !blocker.since().isAfter(days.last());
    }

    private KpiRef ref(KpiSheet sheet) {
      return KpiRef.of(sheet, end.standpoint().maySee(sheet.unitId()));
    }

    private Retrospective.Watched watched(KpiSheet sheet, Optional<Served.Part> part) {
      return new Retrospective.Watched(ref(sheet), KpiHealth.of(statuses(sheet, days)), part);
    }

    private List<KpiStatus> statuses(KpiSheet sheet, Window within) {
      return closed(sheet).stream()
          .filter(each -> within.contains(each.period().last()))
          .map(Judged::status)
          .toList();
    }

    private List<Judged> closed(KpiSheet sheet) {
      return periods.getOrDefault(sheet.id(), List.of()).stream().filter(Judged::closed).toList();
    }

    private Retrospective.Examined examined(CycleEnd.Left left) {
      Objective objective = left.figures().objective();
      ObjectiveResult.Ended ended = ObjectiveResult.of(objective.kind(), parts(left.figures()));
      Map<KpiSheet, Optional<Served.Part>> judgedBy = judgedBy(objective.id());
      List<Retrospective.Watched> watched =
          judgedBy.entrySet().stream()
              .map(each -> watched(each.getKey(), each.getValue()))
              .toList();
      Health health =
          Health.together(watched.stream().map(each -> each.health().health()).toList());
      Circumstances circumstances = circumstances(left, ended.result(), health, judgedBy);
      List<KeyResultFigures> all = left.figures().keyResults();
      return new Retrospective.Examined(
          left.figures(),
          ended,
          watched,
          health,
          Quadrant.of(health, ended.result()),
          circumstances,
          Diagnosis.of(circumstances),
          inPursuit(left).map(each -> told(left, each)).toList(),
          (int) all.stream().filter(each -> each.keyResult().isAbandoned()).count());
    }

    private static Stream<CycleEnd.Pursued> inPursuit(CycleEnd.Left left) {
      return left.keyResults().stream().filter(each -> !each.figures().keyResult().isAbandoned());
    }

    private static List<ObjectiveResult.Part> parts(ObjectiveFigures figures) {
      return figures.keyResults().stream()
          .map(
              each ->
                  new ObjectiveResult.Part(
                      each.keyResult().key(),
                      each.score().score(),
                      each.keyResult().weight(),
                      nature(figures, each.keyResult()),
                      each.keyResult().isAbandoned()))
          .toList();
    }

    /** What is aligned to output only is output, which the figures know. */
    private static Nature nature(ObjectiveFigures figures, KeyResult keyResult) {
      return figures.outcomeNotMeasured() ? Nature.OUTPUT : keyResult.nature();
    }

    private static Gauge gauge(CycleEnd.Left left, KeyResultFigures each) {
      KeyResult keyResult = each.keyResult();
      return new Gauge(
          keyResult.id(),
          keyResult.title(),
          nature(left.figures(), keyResult),
          each.score().score(),
          keyResult.source().successLevel(left.figures().objective().kind()));
    }

    /** The KPIs that serve the objective, or else all of the unit. */
    private Map<KpiSheet, Optional<Served.Part>> judgedBy(long objectiveId) {
      Map<KpiSheet, Optional<Served.Part>> serving = new LinkedHashMap<>();
      for (KpiSheet each : kpis) {
        part(each, objectiveId).ifPresent(part -> serving.put(each, Optional.of(part)));
      }
      if (serving.isEmpty()) {
        kpis.stream()
            .filter(each -> each.unitId() == end.unit().id())
            .forEach(each -> serving.put(each, Optional.empty()));
      }
      return serving;
    }

    private static Optional<Served.Part> part(KpiSheet sheet, long objectiveId) {
      return sheet.content().purpose().serves().stream()
          .filter(each -> each.objectiveId() == objectiveId)
          .map(Served::part)
          .findFirst();
    }

    private Circumstances circumstances(
        CycleEnd.Left left,
        ObjectiveResult result,
        Health health,
        Map<KpiSheet, Optional<Served.Part>> judgedBy) {
      return new Circumstances(
          result,
          end.end(),
          health,
          inPursuit(left).map(each -> gauge(left, each.figures())).toList(),
          new Output(left.work().done().size(), left.work().total()),
          effort(left.work()),
          shifts(left),
          events.stream().filter(each -> touches(each, left, judgedBy.keySet())).toList(),
          inPursuit(left).flatMap(each -> lag(left, each).stream()).toList(),
          with(judgedBy, Served.Part.GUARDRAIL).flatMap(each -> strain(each).stream()).toList(),
          with(judgedBy, Served.Part.DRIVER).flatMap(each -> course(each).stream()).toList(),
          judgedBy.isEmpty()
              ? List.of()
              : cycles.stream().map(each -> greenCycle(each, judgedBy.keySet())).toList());
    }

    private static Stream<KpiSheet> with(
        Map<KpiSheet, Optional<Served.Part>> judgedBy, Served.Part part) {
      return judgedBy.entrySet().stream()
          .filter(each -> each.getValue().filter(it -> it == part).isPresent())
          .map(Map.Entry::getKey);
    }

    private Effort effort(CycleEnd.Work work) {
      if (end.finished().isEmpty()) {
        return Effort.NOT_KNOWN;
      }
      Set<Long> finished = new HashSet<>();
      Set<Long> open = new HashSet<>();
      for (CycleEnd.Left each : pursued) {
        finished.addAll(each.work().finished());
        open.addAll(each.work().open());
      }
      // Work for an objective may have been done in projects of others.
      int unitDone = Math.max(end.finished().get(), finished.size());
      return new Effort(
          work.finished().size(),
          unitDone,
          work.finished().size() + work.open().size(),
          unitDone + open.size());
    }

    private List<Shift> shifts(CycleEnd.Left left) {
      List<Shift> shifts = new ArrayList<>();
      left.work()
          .scope()
          .map(
              it ->
                  new Shift.Scope(
                      it.since(),
                      end.end(),
                      it.before(),
                      it.change().added().issues(),
                      it.change().removed().issues()))
          .filter(Shift.Scope::isChanged)
          .ifPresent(shifts::add);
      left.changes().stream()
          .filter(each -> each.what().label() != ScoreChange.CORRECTION)
          .filter(each -> !Rewinding.isAboutLife(each.what().field()))
          .map(this::goalpost)
          .forEach(shifts::add);
      return shifts;
    }

    private Shift goalpost(Change change) {
      return new Shift.Goalpost(
          change.id(),
          change.what().keyResultId().map(KeyResult::keyOf),
          change.what().field(),
          change.what().from(),
          change.what().to(),
          change.what().reason(),
          change.what().label(),
          LocalDate.ofInstant(change.at(), end.zone()),
          change.what().scores().before().or(() -> change.what().scores().objectiveBefore()),
          change.what().scores().after().or(() -> change.what().scores().objectiveAfter()));
    }

    private boolean touches(OutsideEvent event, CycleEnd.Left left, Set<KpiSheet> judgedBy) {
      long id = event.on().id();
      return switch (event.on().kind()) {
        case UNIT, CYCLE -> true;
        case OBJECTIVE -> id == id(left);
        case KEY_RESULT ->
            left.keyResults().stream().anyMatch(each -> each.figures().keyResult().id() == id);
        case KPI -> judgedBy.stream().anyMatch(each -> each.id() == id);
      };
    }

    private Optional<Lag> lag(CycleEnd.Left left, CycleEnd.Pursued pursued) {
      Gauge gauge = gauge(left, pursued.figures());
      boolean reached =
          gauge.score().filter(it -> it.compareTo(gauge.successLevel()) >= 0).isPresent();
      return reached
          ? Optional.empty()
          : Lag.of(
              gauge,
              pursued.figures().keyResult().goal().lagWeeks(),
              pursued.window(),
              pursued.finished());
    }

    private Optional<Strain> strain(KpiSheet sheet) {
      List<Judged> red =
          closed(sheet).stream()
              .filter(each -> days.contains(each.period().last()))
              .filter(each -> each.status() == KpiStatus.RED)
              .toList();
      return red.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Strain(
                  ref(sheet),
                  red.size(),
                  red.get(0).period().first(),
                  red.get(red.size() - 1).period().last()));
    }

    private Optional<DriverCourse> course(KpiSheet sheet) {
      return DriverCourse.of(
          ref(sheet), sheet.content().yardstick().direction(), closed(sheet), days);
    }

    private GreenCycle greenCycle(Cycle cycle, Set<KpiSheet> judgedBy) {
      Window within =
          new Window(cycle.first(), cycle.last()).with(new Window(cycle.first(), end.end()));
      return GreenCycle.of(
          cycle, judgedBy.stream().flatMap(each -> statuses(each, within).stream()).toList());
    }

    private static Retrospective.Told told(CycleEnd.Left left, CycleEnd.Pursued pursued) {
      return new Retrospective.Told(
          gauge(left, pursued.figures()), pursued.checkIns(), pursued.slots(), pursued.kept());
    }

    private Stream<Calibration.Pair> pairs(CycleEnd.Left left) {
      if (end.end().isBefore(end.cycle().last())) {
        return Stream.empty();
      }
      return inPursuit(left)
          .flatMap(
              each ->
                  Calibration.pairs(
                      each.window(),
                      each.checkIns().stream()
                          .map(entry -> new Calibration.Stated(entry.on(), entry.confidence()))
                          .toList(),
                      each.figures().score().score().orElse(BigDecimal.ZERO),
                      gauge(left, each.figures()).successLevel(),
                      end.workingDays())
                      .stream());
    }

    private Optional<Retrospective.CarryOver> carryOver(CycleEnd.Left left) {
      Objective now = left.figures().objective();
      Predicate<Placed> before =
          each -> each.cycle().orElseThrow().days().first().isBefore(end.cycle().first());
      List<Placed> earlier =
          end.earlier().stream()
              .filter(before)
              .filter(each -> isAlike(each.objective(), now))
              .sorted(
                  Comparator.<Placed, LocalDate>comparing(
                          each -> each.cycle().orElseThrow().days().first())
                      .reversed())
              .toList();
      List<String> names =
          Stream.concat(
                  Stream.of(end.cycle().name()),
                  earlier.stream().map(each -> each.cycle().orElseThrow().name()))
              .distinct()
              .toList();
      long owners =
          Stream.concat(
                  Stream.of(now.ownerKey()),
                  earlier.stream().map(each -> each.objective().ownerKey()))
              .distinct()
              .count();
      return names.size() < CHRONIC
          ? Optional.empty()
          : Optional.of(new Retrospective.CarryOver(now, names, (int) owners, lowered(left)));
    }

    private static boolean isAlike(Objective one, Objective other) {
      return plain(one.title()).equals(plain(other.title()));
    }

    private static String plain(String title) {
      return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** How often the way to a target became shorter. */
    private static int lowered(CycleEnd.Left left) {
      Map<Long, BigDecimal> baselines = new LinkedHashMap<>();
      left.keyResults()
          .forEach(
              each ->
                  each.figures()
                      .keyResult()
                      .goal()
                      .baseline()
                      .ifPresent(it -> baselines.put(each.figures().keyResult().id(), it)));
      return (int)
          left.changes().stream()
              .filter(each -> each.what().field().equals("target"))
              .filter(each -> each.what().label() != ScoreChange.CORRECTION)
              .filter(each -> isShorter(each, baselines))
              .count();
    }

    private static boolean isShorter(Change change, Map<Long, BigDecimal> baselines) {
      Optional<BigDecimal> baseline = change.what().keyResultId().map(baselines::get);
      Optional<BigDecimal> from = change.what().from().map(BigDecimal::new);
      Optional<BigDecimal> to = change.what().to().map(BigDecimal::new);
      return baseline.isPresent()
          && from.isPresent()
          && to.isPresent()
          && way(to.get(), baseline.get()).compareTo(way(from.get(), baseline.get())) < 0;
    }

    private static BigDecimal way(BigDecimal target, BigDecimal baseline) {
      return target.subtract(baseline).abs();
    }
  }
}
