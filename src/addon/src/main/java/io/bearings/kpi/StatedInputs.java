package io.bearings.kpi;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where the inputs of units are kept. Every call is one transaction; all throw {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface StatedInputs {
  /** The inputs of some units, in any order; a unit of which nobody stated anything is left out. */
  List<UnitInputs> of(Collection<Long> unitIds);

  /**
   * Writes all inputs of a unit, if the stored version is still that of {@code changed}; the stored
   * version is then one higher.
   *
   * @return as stored now; absent when its version is another one
   */
  Optional<UnitInputs> change(UnitInputs changed, Edit by);

  /** The Jira user key of whoever stated something of a unit last. */
  Optional<String> lastEditor(long unitId);
}
