package io.bearings.okr;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where units and the roles in them are kept. Every call is one transaction, and throws {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface Units {

  /** All units, archived ones too, oldest first. */
  List<Unit> all();

  /** The unit with this id. */
  Optional<Unit> unit(long id);

  /** Writes a unit. */
  Unit add(NewUnit unit, Objectives.Edit by);

  /**
   * Writes all that a unit says of itself, if the stored version is still that of {@code changed};
   * the stored version is then one higher.
   *
   * @return the unit as stored now; absent when its version is another one or it is gone
   */
  Optional<Unit> change(Unit changed, Objectives.Edit by);

  /** The roles that were given in a unit, oldest first. */
  List<Assignment> roles(long unitId);

  /** The roles that were given in any of some units, oldest first. */
  List<Assignment> rolesIn(Collection<Long> unitIds);

  /**
   * Replaces the roles that were given in a unit, if its stored version is still this one; the
   * stored version is then one higher.
   *
   * @return whether they were replaced
   */
  boolean assign(long unitId, int version, List<Assignment> roles, Objectives.Edit by);

  /** The roles that were given in each unit, oldest first; a unit without any is not there. */
  Map<Long, List<Assignment>> allRoles();

  /**
   * Writes several units with their roles at once, all or none. The stored version of each that is
   * changed is then one higher.
   *
   * @param writes every unit behind the one that it is to stand below, where that is made too
   * @return the id of a unit whose stored version is another one, so that nothing was written;
   *     absent when all was written
   */
  Optional<Long> write(List<UnitWrite> writes, Objectives.Edit by);

  /** The user key of the person who last changed a unit. */
  Optional<String> lastEditor(long unitId);
}
