package io.bearings.review;

import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.review.Places.Place;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kickoff of a unit in a cycle. Every use case checks who asks, and throws a {@link Refusal}
 * when it does nothing.
 */
@Named
public final class Kickoff {
  private final Places places;
  private final UnitPlans plans;
  private final Kickoffs kickoffs;
  private final SiteSettings settings;
  private final People people;
  private final Clock clock;
  private final Learnings learnings;
  private final Optional<KpiBoards> kpiBoards;

  /**
   * @param kpiBoards absent as long as there are no KPIs
   */
  @Inject
  Kickoff(
      Places places,
      UnitPlans plans,
      Kickoffs kickoffs,
      SiteSettings settings,
      People people,
      Clock clock,
      Learnings learnings,
      Optional<KpiBoards> kpiBoards) {
    this.places = places;
    this.plans = plans;
    this.kickoffs = kickoffs;
    this.settings = settings;
    this.people = people;
    this.clock = clock;
    this.learnings = learnings;
    this.kpiBoards = kpiBoards;
  }

  /**
   * The kickoff as one person sees it.
   *
   * @throws Refusal.NotFound when there is no such unit or cycle, the person may not see it, or the
   *     cycle does not serve the unit
   */
  public KickoffState of(Person who, long unitId, long cycleId) {
    return state(places.of(who, unitId, cycleId));
  }

  private KickoffState state(Place place) {
    long unitId = place.unit().id();
    Settings site = settings.current();
    WorkingDays days = site.rules().workingDays();
    UnitPlans.OfUnit planned = planned(place, days);
    List<Long> ids = planned.plan().objectives().stream().map(Plan.Planned::id).toList();
    List<Learning> lessons = learnings.before(place);
    return new KickoffState(
        place.unit(),
        place.cycle(),
        KickoffState.May.of(place.standpoint(), unitId),
        Steps.of(kickoffs.marks(unitId, place.cycle().id()), !lessons.isEmpty()),
        lessons,
        planned.plan(),
        checks(place, planned.plan()),
        CycleCapacity.of(place.unit().settings().capacity(), window(place), days),
        LinkedWork.of(kickoffs.linkedTo(ids), site.outOfScopeResolutionIds()),
        kickoffs.litmus(unitId, place.cycle().id()).orElse(Litmus.NONE),
        kpiBoards.map(boards -> boards.top(unitId)).orElse(List.of()),
        kickoffs.restatementsOf(readable(place, planned.objectives())));
  }

  private UnitPlans.OfUnit planned(Place place, WorkingDays days) {
    return plans
        .of(place.standpoint(), List.of(place.unit()), place.cycle(), days)
        .get(place.unit().id());
  }

  private List<Readiness.Check> checks(Place place, Plan plan) {
    List<Readiness.Check> checks = new ArrayList<>(Readiness.of(plan));
    kpiBoards.ifPresent(boards -> checks.addAll(boards.checks(place.unit().id(), place.cycle())));
    return checks;
  }

  private static Window window(Place place) {
    return new Window(place.cycle().first(), place.cycle().last());
  }

  /** The ids of the objectives whose content the person may read. */
  private static List<Long> readable(Place place, List<Placed> objectives) {
    return objectives.stream()
        .filter(each -> place.standpoint().mayRead(each))
        .map(each -> each.objective().id())
        .toList();
  }

  /**
   * Says how far a step is.
   *
   * @throws Refusal.NotFound as in {@link #of}
   * @throws Refusal.Forbidden when the person does not run kickoffs in this unit
   * @throws Refusal.Invalid when the cycle is closed, when the step must not be skipped, or when
   *     there is nothing to show for it
   */
  public KickoffState mark(
      Person who, long unitId, long cycleId, KickoffStep step, StepState state) {
    Place place = places.of(who, unitId, cycleId);
    place.require(Operation.RUN_KICKOFF);
    Steps.problem(step, state, facts(place))
        .ifPresent(
            problem -> {
              throw new Refusal.Invalid(Map.of("state", problem));
            });
    kickoffs.mark(unitId, cycleId, step, state, edit(who));
    return state(place);
  }

  private Steps.Facts facts(Place place) {
    UnitPlans.OfUnit planned = planned(place, settings.current().rules().workingDays());
    List<Long> ids = planned.plan().objectives().stream().map(Plan.Planned::id).toList();
    int untreated =
        (int) learnings.before(place).stream().filter(each -> each.treatment().isEmpty()).count();
    return new Steps.Facts(
        untreated,
        ids.size(),
        kickoffs.restatementsOf(ids).size(),
        kickoffs
            .litmus(place.unit().id(), place.cycle().id())
            .filter(Litmus::isAnswered)
            .isPresent());
  }

  /**
   * Says what the cycle makes of a learning of the last retrospective.
   *
   * @param treatment absent: nothing yet
   * @throws Refusal.NotFound as in {@link #of}, or when there is no such learning for the person
   * @throws Refusal.Forbidden when the person does not run kickoffs in this unit
   * @throws Refusal.Invalid when the reason is wrong, or the cycle is closed
   */
  public KickoffState treat(
      Person who,
      long unitId,
      long cycleId,
      long learningId,
      Optional<Learning.Treatment> treatment) {
    Place place = places.of(who, unitId, cycleId);
    place.require(Operation.RUN_KICKOFF);
    if (learnings.before(place).stream().noneMatch(each -> each.id() == learningId)) {
      throw new Refusal.NotFound(String.valueOf(learningId));
    }
    Map<String, Message> problems = treatment.map(Learning.Treatment::problems).orElse(Map.of());
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    learnings.treat(place, learningId, treatment.map(Learning.Treatment::stripped), edit(who));
    return state(place);
  }

  /**
   * Writes the answers to the litmus.
   *
   * @param version the version that the person saw; 0 when there were no answers
   * @throws Refusal.NotFound as in {@link #of}
   * @throws Refusal.Forbidden when the person does not run kickoffs in this unit
   * @throws Refusal.Invalid naming all fields that are wrong, or when the cycle is closed
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Litmus answer(Person who, long unitId, long cycleId, int version, Litmus.Draft answers) {
    Place place = places.of(who, unitId, cycleId);
    place.require(Operation.RUN_KICKOFF);
    Map<String, Message> problems = answers.problems();
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    return kickoffs
        .answer(unitId, cycleId, version, answers.stripped(), edit(who))
        .orElseThrow(() -> conflict(place));
  }

  /**
   * The answers as they are stored.
   *
   * @throws Refusal.NotFound as in {@link #of}
   */
  public Litmus litmus(Person who, long unitId, long cycleId) {
    places.of(who, unitId, cycleId);
    return kickoffs.litmus(unitId, cycleId).orElse(Litmus.NONE);
  }

  private Refusal conflict(Place place) {
    Litmus now = kickoffs.litmus(place.unit().id(), place.cycle().id()).orElse(Litmus.NONE);
    return new Refusal.Conflict(
        place.unit().name() + ", " + place.cycle().name(),
        now.version(),
        now.last().map(written -> people.nameOrKey(written.byKey())).orElse(""));
  }

  private Objectives.Edit edit(Person who) {
    return new Objectives.Edit(who, clock.instant());
  }
}
