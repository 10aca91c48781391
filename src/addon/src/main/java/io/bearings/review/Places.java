package io.bearings.review;

import io.bearings.okr.Cycle;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.Message;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** Finds the unit and the cycle of a kickoff or retrospective for somebody who may see them. */
@Named
final class Places {
  private final Standpoints standpoints;
  private final Cycles cycles;

  @Inject
  Places(Standpoints standpoints, Cycles cycles) {
    this.standpoints = standpoints;
    this.cycles = cycles;
  }

  /** A unit in a cycle that serves it, seen by one person. */
  record Place(Standpoint standpoint, Unit unit, Cycle cycle) {

    Person who() {
      return standpoint.who();
    }

    boolean may(Operation operation) {
      return standpoint.may(operation, unit.id());
    }

    /**
     * Checks a write to the kickoff.
     *
     * @throws Refusal.Forbidden when the person may not do it here
     * @throws Refusal.Invalid when the cycle is closed
     */
    void require(Operation operation) {
      require(operation, "bearings.kickoff.error.closed");
    }

    /**
     * Checks a write to the retrospective.
     *
     * @throws Refusal.Forbidden when the person may not do it here
     * @throws Refusal.Invalid when the cycle is closed or has not begun
     */
    void requireLookingBack(Operation operation, Clock clock) {
      require(operation, "bearings.meeting.error.closed");
      if (cycle.first().isAfter(LocalDate.now(clock))) {
        throw new Refusal.Invalid(Message.of("bearings.retro.error.notBegun", cycle.name()));
      }
    }

    /**
     * Checks a write.
     *
     * @param closed the text that says of a cycle that it is closed
     * @throws Refusal.Forbidden when the person may not do it here
     * @throws Refusal.Invalid when the cycle is closed
     */
    private void require(Operation operation, String closed) {
      if (!may(operation)) {
        throw new Refusal.Forbidden();
      }
      if (cycle.state() == CycleState.CLOSED) {
        throw new Refusal.Invalid(Message.of(closed, cycle.name()));
      }
    }
  }

  /**
   * The unit in the cycle.
   *
   * @throws Refusal.NotFound when there is no such unit or cycle, the person may not see it, or the
   *     cycle does not serve the unit
   */
  Place of(Person who, long unitId, long cycleId) {
    Standpoint standpoint = standpoints.of(who);
    Unit unit =
        standpoint.unit(unitId).orElseThrow(() -> new Refusal.NotFound(String.valueOf(unitId)));
    Cycle cycle =
        cycles
            .cycle(cycleId)
            .filter(found -> standpoint.path(unitId).contains(found.unitId()))
            .orElseThrow(() -> new Refusal.NotFound(String.valueOf(cycleId)));
    return new Place(standpoint, unit, cycle);
  }
}
