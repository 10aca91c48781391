package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;

/**
 * Objectives and key results for somebody who may read or write them. What one may not read is
 * answered like something that is not there.
 */
@Named
public final class Plans {
  private final Objectives objectives;
  private final Standpoints standpoints;
  private final Cycles cycles;

  @Inject
  public Plans(Objectives objectives, Standpoints standpoints, Cycles cycles) {
    this.objectives = objectives;
    this.standpoints = standpoints;
    this.cycles = cycles;
  }

  /** Where a person stands. */
  Standpoint standpoint(Person who) {
    return standpoints.of(who);
  }

  /**
   * An objective to read.
   *
   * @throws Refusal.NotFound when there is none or the person may not read it
   */
  Seen readable(Person who, long objectiveId) {
    return seen(who, objectiveId)
        .orElseThrow(() -> new Refusal.NotFound(Objective.keyOf(objectiveId)));
  }

  private Optional<Seen> seen(Person who, long objectiveId) {
    Standpoint standpoint = standpoints.of(who);
    return objectives
        .placed(objectiveId, who)
        .filter(it -> standpoint.mayRead(it))
        .map(it -> new Seen(standpoint, it));
  }

  /**
   * An objective to write.
   *
   * @throws Refusal.NotFound when there is none or the person may not read it
   * @throws Refusal.Forbidden when the person may not do this with it
   * @throws Refusal.Invalid when its cycle is closed
   */
  Seen writable(Person who, long objectiveId, Operation operation) {
    Seen seen = readable(who, objectiveId);
    if (!seen.may(operation)) {
      throw new Refusal.Forbidden();
    }
    requireThawed(seen);
    return seen;
  }

  /** A key result with its objective. */
  record SeenKeyResult(Seen seen, KeyResult keyResult) {}

  /**
   * A key result to read.
   *
   * @throws Refusal.NotFound when there is none or the person may not read it
   */
  SeenKeyResult readableKeyResult(Person who, long keyResultId) {
    Refusal.NotFound unknown = new Refusal.NotFound(KeyResult.keyOf(keyResultId));
    KeyResult keyResult = objectives.keyResult(keyResultId).orElseThrow(() -> unknown);
    Seen seen = seen(who, keyResult.objectiveId()).orElseThrow(() -> unknown);
    return new SeenKeyResult(seen, keyResult);
  }

  /**
   * A key result to write.
   *
   * @throws Refusal.NotFound when there is none or the person may not read it
   * @throws Refusal.Forbidden when the person may not do this with it
   * @throws Refusal.Invalid when its cycle is closed
   */
  SeenKeyResult writableKeyResult(Person who, long keyResultId, Operation operation) {
    SeenKeyResult found = permittedKeyResult(who, keyResultId, operation);
    requireThawed(found.seen());
    return found;
  }

  /**
   * A key result that a person may do something with, whether or not its cycle is closed.
   *
   * @throws Refusal.NotFound when there is none or the person may not read it
   * @throws Refusal.Forbidden when the person may not do this with it
   */
  SeenKeyResult permittedKeyResult(Person who, long keyResultId, Operation operation) {
    SeenKeyResult found = readableKeyResult(who, keyResultId);
    if (!found.seen().may(operation, found.keyResult())) {
      throw new Refusal.Forbidden();
    }
    return found;
  }

  private static void requireThawed(Seen seen) {
    if (seen.placed().isFrozen()) {
      throw new Refusal.Invalid(Message.of("bearings.error.cycleClosed"));
    }
  }

  /**
   * A place where a person may create objectives.
   *
   * @throws Refusal.NotFound when there is no such unit or the person may not see it
   * @throws Refusal.Forbidden when the person may not create objectives there
   * @throws Refusal.Invalid naming {@code cycleId} when the cycle is closed or serves other units
   */
  Optional<Cycle> open(Standpoint standpoint, long unitId, Optional<Long> cycleId) {
    if (!standpoint.maySee(unitId)) {
      throw new Refusal.NotFound(String.valueOf(unitId));
    }
    if (!standpoint.may(Operation.CREATE_OBJECTIVE, unitId)) {
      throw new Refusal.Forbidden();
    }
    return cycleId.map(id -> open(standpoint, unitId, id));
  }

  private Cycle open(Standpoint standpoint, long unitId, long cycleId) {
    Cycle cycle =
        cycles
            .cycle(cycleId)
            .filter(it -> standpoint.path(unitId).contains(it.unitId()))
            .orElseThrow(() -> invalid(Message.of("bearings.error.notServed")));
    if (cycle.state() == CycleState.CLOSED) {
      throw invalid(Message.of("bearings.error.cycleClosed"));
    }
    return cycle;
  }

  private static Refusal invalid(Message problem) {
    return new Refusal.Invalid(Map.of("cycleId", problem));
  }
}
