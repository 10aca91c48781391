package io.bearings.okr;

import java.util.List;

/**
 * The roles that were given in a unit.
 *
 * @param unit the unit, whose version counts the changes of its roles too
 */
public record UnitRoles(Unit unit, List<Assignment> roles) {
  public UnitRoles {
    roles = List.copyOf(roles);
  }
}
