package io.bearings.review;

import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.review.Places.Place;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a retrospective: with a learning and a decision for each objective. Every use case checks
 * who asks, and throws a {@link Refusal} when it does nothing.
 */
@Named
public final class Concluding {
  private final Places places;
  private final Objectives objectives;
  private final Verdicts verdicts;
  private final People people;
  private final Clock clock;

  @Inject
  Concluding(Places places, Objectives objectives, Verdicts verdicts, People people, Clock clock) {
    this.places = places;
    this.objectives = objectives;
    this.verdicts = verdicts;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Says what was learned from an objective, and what is decided for it.
   *
   * @param version the version that the person saw; 0 when nothing was said
   * @throws Refusal.NotFound when there is no such unit, cycle or objective, the person may not see
   *     it, or the objective is none of the unit in the cycle
   * @throws Refusal.Forbidden when the person does not run retrospectives in this unit
   * @throws Refusal.Invalid naming all fields that are wrong, or when the cycle is closed or has
   *     not begun
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Verdict decide(
      Person who, long unitId, long cycleId, long objectiveId, int version, Verdict.Draft says) {
    Place place = open(who, unitId, cycleId, objectiveId);
    Map<String, Message> problems = says.problems();
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    return verdicts
        .decide(unitId, cycleId, objectiveId, version, says.stripped(), edit(who))
        .orElseThrow(() -> conflict(place, objectiveId));
  }

  /**
   * What is said about an objective; absent when nothing is.
   *
   * @throws Refusal.NotFound as in {@link #decide}
   */
  public Optional<Verdict> verdict(Person who, long unitId, long cycleId, long objectiveId) {
    requireShown(places.of(who, unitId, cycleId), objectiveId);
    return verdicts.verdict(objectiveId, cycleId);
  }

  /**
   * Takes back what is said about an objective.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound as in {@link #decide}
   * @throws Refusal.Forbidden when the person does not run retrospectives in this unit
   * @throws Refusal.Invalid when the cycle is closed or has not begun
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public void withdraw(Person who, long unitId, long cycleId, long objectiveId, int version) {
    Place place = open(who, unitId, cycleId, objectiveId);
    if (!verdicts.withdraw(objectiveId, cycleId, version)) {
      throw conflict(place, objectiveId);
    }
  }

  private Place open(Person who, long unitId, long cycleId, long objectiveId) {
    Place place = places.of(who, unitId, cycleId);
    requireShown(place, objectiveId);
    place.requireLookingBack(Operation.RUN_RETROSPECTIVE, clock);
    return place;
  }

  private void requireShown(Place place, long objectiveId) {
    objectives
        .placed(objectiveId, place.who())
        .filter(each -> each.objective().unitId() == place.unit().id())
        .filter(
            each -> each.objective().cycleId().filter(id -> id == place.cycle().id()).isPresent())
        .filter(place.standpoint()::mayRead)
        .orElseThrow(() -> new Refusal.NotFound(String.valueOf(objectiveId)));
  }

  private Refusal conflict(Place place, long objectiveId) {
    Optional<Verdict> now = verdicts.verdict(objectiveId, place.cycle().id());
    return new Refusal.Conflict(
        Objective.keyOf(objectiveId),
        Verdict.versionOf(now),
        now.map(it -> people.nameOrKey(it.last().byKey())).orElse(""));
  }

  private Objectives.Edit edit(Person who) {
    return new Objectives.Edit(who, clock.instant());
  }
}
