package io.bearings.okr;

import java.util.List;
import java.util.Optional;

/**
 * A unit as it is to be stored, at once with others.
 *
 * @param stored the unit as it was read; absent: it is made
 * @param unit what it is to say of itself; its parent does not count where there is {@code above}
 * @param above the place in the list of the unit that it is to stand below, where that is made too
 */
public record UnitWrite(
    Optional<UnitRoles> stored,
    NewUnit unit,
    Optional<Integer> above,
    boolean archived,
    List<Assignment> roles) {
  public UnitWrite {
    roles = List.copyOf(roles);
  }

  /**
   * The unit as it is to be.
   *
   * @param id its own
   * @param parentId that of the unit above
   * @param version that by which it is known afterwards
   */
  public Unit as(long id, Optional<Long> parentId, int version) {
    return new Unit(
        id,
        unit.name(),
        unit.level(),
        parentId,
        unit.leadKey(),
        unit.deputyKey(),
        unit.groupName(),
        unit.projectIds(),
        unit.boardIds(),
        unit.openness(),
        unit.settings(),
        archived,
        version);
  }
}
