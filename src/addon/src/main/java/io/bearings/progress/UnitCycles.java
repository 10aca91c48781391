package io.bearings.progress;

import io.bearings.okr.Cycle;
import java.util.List;
import java.util.Optional;

/**
 * The cycles that serve a unit.
 *
 * @param all the latest first
 * @param current the one of them that is worked on; absent where there is none
 */
public record UnitCycles(List<Cycle> all, Optional<Cycle> current) {
  /** Those of a unit that has no cycle, and of no unit. */
  public static final UnitCycles NONE = new UnitCycles(List.of(), Optional.empty());

  public UnitCycles {
    all = List.copyOf(all);
  }

  /** The one with this id; absent where it does not serve the unit. */
  public Optional<Cycle> with(long id) {
    return all.stream().filter(each -> each.id() == id).findFirst();
  }
}
