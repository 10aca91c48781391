package io.bearings.talk;

import io.bearings.okr.Objectives.Edit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where annotations are kept. Every call costs one statement. */
public interface Annotations {
  /**
   * The annotations of an item and those that it inherits from its objective, cycle and units, the
   * latest first.
   *
   * @param unitPath the unit of the item and all above
   */
  List<Annotation> of(Item item, List<Long> unitPath);

  /** The annotations of a unit and those that it inherits from the units above. */
  List<Annotation> ofUnit(List<Long> unitPath);

  /**
   * The annotations of a cycle, of the cycles that it lies in, and those that it inherits from its
   * units.
   *
   * @param unitPath the unit of the cycle and all above
   */
  List<Annotation> ofCycle(long cycleId, List<Long> unitPath);

  /** Adds an annotation. */
  Annotation add(Place on, String text, LocalDate first, Optional<LocalDate> last, Edit by);
}
