package io.bearings.okr;

import java.util.List;

/**
 * Cycles with the standpoint from which they are looked at.
 *
 * @param cycles the latest first
 */
public record ServingCycles(Standpoint standpoint, List<Cycle> cycles) {
  public ServingCycles {
    cycles = List.copyOf(cycles);
  }
}
