package io.bearings.progress;

import io.bearings.okr.Cycle;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import java.util.List;
import java.util.Optional;

/**
 * The workspace of a unit in a cycle.
 *
 * @param standpoint of the person who looks at it
 * @param unit absent where the person sees no unit at all
 * @param cycle absent: the backlog
 * @param cycles all that serve the unit, those of the unit itself and of the units above
 * @param objectives oldest first
 * @param stamp changes when anything that is shown has changed
 */
public record UnitOverview(
    Standpoint standpoint,
    Optional<Unit> unit,
    Optional<Cycle> cycle,
    List<Cycle> cycles,
    List<ObjectiveFigures> objectives,
    String stamp) {
  public UnitOverview {
    cycles = List.copyOf(cycles);
    objectives = List.copyOf(objectives);
  }
}
