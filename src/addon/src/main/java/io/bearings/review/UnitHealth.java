package io.bearings.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.bearings.coach.Coach;
import io.bearings.coach.Finding;
import io.bearings.coach.KeyResultText;
import io.bearings.coach.KpiReport;
import io.bearings.coach.Kpis;
import io.bearings.coach.Language;
import io.bearings.coach.ObjectiveText;
import io.bearings.coach.UnitPicture;
import io.bearings.coach.UnitReport;
import io.bearings.kpi.KpiSheet;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.progress.SharedWork;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the Coach says about all that a unit has written for a cycle. It costs the same number of
 * statements however much there is, and judges only what the person who asks may read.
 */
@Named
public final class UnitHealth {
  private static final int CYCLES = 3;

  private final Places places;
  private final Cycles cycles;
  private final Objectives objectives;
  private final Kickoffs kickoffs;
  private final SharedWork shared;
  private final Coach coach;
  private final KpiKnowledge kpis;
  private final Clock clock;

  @Inject
  public UnitHealth(
      Standpoints standpoints,
      Cycles cycles,
      Objectives objectives,
      Kickoffs kickoffs,
      SharedWork shared,
      Coach coach,
      KpiKnowledge kpis,
      Clock clock) {
    this.places = new Places(standpoints, cycles);
    this.cycles = cycles;
    this.objectives = objectives;
    this.kickoffs = kickoffs;
    this.shared = shared;
    this.coach = coach;
    this.kpis = kpis;
    this.clock = clock;
  }

  /**
   * The report.
   *
   * @param judged how many objectives were judged
   * @param hidden how many others there are that the person may not read
   * @param findings about the whole first, then objective by objective, each before its key
   *     results, then about the KPIs of the unit
   * @param fine what is as it should be
   * @param doubles work that counts for two key results that add up
   */
  public record Report(
      Unit unit,
      Cycle cycle,
      int judged,
      int hidden,
      List<About> findings,
      List<Message> fine,
      List<Twice> doubles) {
    public Report {
      findings = List.copyOf(findings);
      fine = List.copyOf(fine);
      doubles = List.copyOf(doubles);
    }
  }

  /**
   * Work that counts twice.
   *
   * @param other absent where the person may not read it
   * @param issues how many issues that are
   */
  public record Twice(
      KeyResult keyResult, SharedWork.Relation relation, Optional<KeyResult> other, int issues) {}

  /**
   * A finding with what it is about.
   *
   * @param objective absent when it is about the whole
   * @param keyResult absent when it is about the objective itself
   * @param kpi there when it is about a KPI of the unit
   */
  public record About(
      Finding finding,
      Optional<Objective> objective,
      Optional<KeyResult> keyResult,
      Optional<KpiSheet> kpi) {

    /** One that is about no KPI. */
    public About(Finding finding, Optional<Objective> objective, Optional<KeyResult> keyResult) {
      this(finding, objective, keyResult, Optional.empty());
    }

    private static About kpi(Finding finding, Optional<KpiSheet> kpi) {
      return new About(finding, Optional.empty(), Optional.empty(), kpi);
    }
  }

  /**
   * Judges what a unit has written.
   *
   * @param language the reader's, for texts that do not show their own
   * @throws Refusal.NotFound when there is no such unit or cycle, the person may not see it, or the
   *     cycle does not serve the unit
   */
  public Report of(Person who, long unitId, long cycleId, Language language) {
    Places.Place place = places.of(who, unitId, cycleId);
    List<Cycle> before = lastCycles(place);
    List<Placed> now = inCycle(place);
    List<Placed> earlier = earlier(place, before);
    Map<Long, List<KeyResult>> keyResults = keyResults(now, earlier);
    List<Placed> own = now.stream().filter(each -> isOf(each, place.unit())).toList();
    List<Objective> readable =
        own.stream()
            .filter(each -> place.standpoint().mayRead(each))
            .map(Placed::objective)
            .toList();
    Map<Long, List<KeyResultText>> texts =
        readable.stream()
            .collect(toMap(Objective::id, each -> texts(place.cycle(), each, keyResults)));
    UnitPicture picture =
        new UnitPicture(
            place.unit().level(),
            place.cycle().length() == CycleLength.QUARTER,
            pictured(readable, texts),
            isAnyAbove(place),
            elsewhere(place, now, keyResults),
            before.stream().map(cycle -> closed(cycle, earlier, keyResults)).toList());
    Kpis around =
        kpis.around(place.standpoint(), texts.values().stream().flatMap(List::stream).toList());
    UnitReport report = coach.among(around).unit(picture, language);
    List<About> findings = new ArrayList<>(findings(report, readable, keyResults));
    findings.addAll(ofKpis(place, language));
    return new Report(
        place.unit(),
        place.cycle(),
        readable.size(),
        own.size() - readable.size(),
        findings,
        report.fine(),
        doubles(place, readable, keyResults));
  }

  private List<Twice> doubles(
      Places.Place place, List<Objective> readable, Map<Long, List<KeyResult>> keyResults) {
    Map<Long, KeyResult> own =
        readable.stream()
            .flatMap(each -> keyResults.getOrDefault(each.id(), List.of()).stream())
            .collect(toMap(KeyResult::id, each -> each));
    return shared.ofObjectives(readable.stream().map(Objective::id).toList(), place.who()).stream()
        .filter(each -> own.containsKey(each.keyResultId()))
        .map(
            each ->
                new Twice(
                    own.get(each.keyResultId()),
                    each.relation(),
                    Optional.of(each.other())
                        .filter(it -> place.standpoint().mayRead(each.objective())),
                    each.issues()))
        .toList();
  }

  /** The unit's closed cycles of the same length before this one, newest first. */
  private List<Cycle> lastCycles(Places.Place place) {
    return cycles.serving(place.standpoint().path(place.unit().id())).stream()
        .filter(each -> each.state() == CycleState.CLOSED)
        .filter(each -> each.length() == place.cycle().length())
        .filter(each -> each.last().isBefore(place.cycle().first()))
        .limit(CYCLES)
        .toList();
  }

  /** What all units that the person sees have in the cycle and have not given up. */
  private List<Placed> inCycle(Places.Place place) {
    List<Long> unitIds = place.standpoint().units().stream().map(Unit::id).toList();
    Objectives.InCycle cycle = new Objectives.InCycle.One(place.cycle().id());
    boolean over = place.cycle().state() == CycleState.CLOSED;
    return objectives
        .find(Objectives.Wanted.ofUnits(unitIds, Optional.of(cycle)), place.who())
        .stream()
        .filter(each -> over || each.objective().state() != ObjectiveState.CLOSED)
        .filter(each -> each.objective().state() != ObjectiveState.ABANDONED)
        .toList();
  }

  /** What the unit had in those cycles. */
  private List<Placed> earlier(Places.Place place, List<Cycle> before) {
    List<Long> ids = before.stream().map(Cycle::id).toList();
    return objectives
        .find(Objectives.Wanted.ofUnits(List.of(place.unit().id()), Optional.empty()), place.who())
        .stream()
        .filter(each -> each.objective().cycleId().filter(ids::contains).isPresent())
        .filter(each -> place.standpoint().mayRead(each))
        .toList();
  }

  private Map<Long, List<KeyResult>> keyResults(List<Placed> now, List<Placed> earlier) {
    List<Long> ids =
        Stream.concat(now.stream(), earlier.stream()).map(each -> each.objective().id()).toList();
    return objectives.keyResultsOf(ids).stream()
        .filter(each -> !each.archived() && !each.isAbandoned())
        .collect(groupingBy(KeyResult::objectiveId));
  }

  private static boolean isOf(Placed placed, Unit unit) {
    return placed.objective().unitId() == unit.id();
  }

  private List<UnitPicture.Objective> pictured(
      List<Objective> own, Map<Long, List<KeyResultText>> texts) {
    Set<Long> contributing = kickoffs.contributing(own.stream().map(Objective::id).toList());
    return own.stream()
        .map(
            each ->
                new UnitPicture.Objective(
                    each.key(),
                    ObjectiveText.of(each.title())
                        .withWhy(each.why())
                        .withKeyResults(texts.get(each.id())),
                    !each.ownerKey().isEmpty(),
                    false,
                    contributing.contains(each.id())))
        .toList();
  }

  private static List<KeyResultText> texts(
      Cycle cycle, Objective objective, Map<Long, List<KeyResult>> keyResults) {
    return keyResults.getOrDefault(objective.id(), List.of()).stream()
        .map(
            each ->
                text(objective.kind(), each)
                    .within(
                        new KeyResultText.Context(
                            each.content().kpiId(),
                            Optional.of(objective.id()),
                            each.goal().due().or(() -> Optional.of(cycle.last())))))
        .toList();
  }

  private List<About> ofKpis(Places.Place place, Language language) {
    Cycle cycle = place.cycle();
    Optional<Long> days =
        Optional.of(ChronoUnit.DAYS.between(cycle.first(), cycle.last()) + 1)
            .filter(any -> cycle.state() == CycleState.ACTIVE);
    KpiKnowledge.Board board = kpis.board(place.unit().id(), days);
    if (board.sheets().isEmpty()) {
      return List.of();
    }
    KpiReport report = coach.kpis(board.board(), language);
    List<About> findings = new ArrayList<>();
    report.whole().forEach(each -> findings.add(About.kpi(each, Optional.empty())));
    for (KpiReport.OfKpi each : report.kpis()) {
      Optional<KpiSheet> sheet = Optional.ofNullable(board.sheets().get(each.key()));
      each.findings().forEach(finding -> findings.add(About.kpi(finding, sheet)));
    }
    return findings;
  }

  private static KeyResultText text(ObjectiveKind kind, KeyResult keyResult) {
    KeyResultText text =
        KeyResultText.of(keyResult.title())
            .by(keyResult.source())
            .as(keyResult.nature())
            .from(keyResult.goal().baseline(), keyResult.goal().target());
    return keyResult.confidence().map(it -> text.published(kind, it)).orElse(text);
  }

  private boolean isAnyAbove(Places.Place place) {
    Set<Long> ids = new HashSet<>(Set.of(place.cycle().id()));
    place.cycle().parentId().ifPresent(ids::add);
    Set<Long> withObjectives = kickoffs.unitsWithObjectives(ids);
    return place.standpoint().path(place.unit().id()).stream()
        .anyMatch(id -> id != place.unit().id() && withObjectives.contains(id));
  }

  private static List<UnitPicture.Elsewhere> elsewhere(
      Places.Place place, List<Placed> now, Map<Long, List<KeyResult>> keyResults) {
    List<UnitPicture.Elsewhere> others = new ArrayList<>();
    for (Placed each : now) {
      if (!isOf(each, place.unit()) && place.standpoint().mayRead(each)) {
        String unit = place.standpoint().unit(each.objective().unitId()).map(Unit::name).orElse("");
        texts(place.cycle(), each.objective(), keyResults)
            .forEach(text -> others.add(new UnitPicture.Elsewhere(unit, text)));
      }
    }
    return others;
  }

  private UnitPicture.ClosedCycle closed(
      Cycle cycle, List<Placed> earlier, Map<Long, List<KeyResult>> keyResults) {
    List<Objective> of =
        earlier.stream()
            .map(Placed::objective)
            .filter(each -> each.cycleId().filter(id -> id == cycle.id()).isPresent())
            .toList();
    List<BigDecimal> scores =
        of.stream()
            .filter(each -> each.kind() == ObjectiveKind.ASPIRATIONAL)
            .flatMap(each -> each.life().finalScore().stream())
            .toList();
    // If the first value came at the end, so did all of them.
    List<LocalDate> firstValues =
        of.stream()
            .flatMap(each -> keyResults.getOrDefault(each.id(), List.of()).stream())
            .flatMap(each -> each.recorded().firstAt().stream())
            .map(at -> LocalDate.ofInstant(at, clock.getZone()))
            .toList();
    return new UnitPicture.ClosedCycle(
        of.stream().map(Objective::title).toList(), scores, cycle.last(), firstValues);
  }

  private static List<About> findings(
      UnitReport report, List<Objective> judged, Map<Long, List<KeyResult>> keyResults) {
    List<About> findings = new ArrayList<>();
    report
        .whole()
        .forEach(each -> findings.add(new About(each, Optional.empty(), Optional.empty())));
    for (int i = 0; i < judged.size(); i++) {
      Optional<Objective> objective = Optional.of(judged.get(i));
      UnitReport.OfObjective said = report.objectives().get(i);
      said.findings().forEach(each -> findings.add(new About(each, objective, Optional.empty())));
      List<KeyResult> own = keyResults.getOrDefault(judged.get(i).id(), List.of());
      for (int k = 0; k < own.size(); k++) {
        Optional<KeyResult> keyResult = Optional.of(own.get(k));
        said.keyResults()
            .get(k)
            .findings()
            .forEach(each -> findings.add(new About(each, objective, keyResult)));
      }
    }
    return findings;
  }
}
