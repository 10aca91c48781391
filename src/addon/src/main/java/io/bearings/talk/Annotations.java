package io.bearings.talk;

import io.bearings.okr.Objectives.Edit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where annotations are kept. Every call costs one statement. */
public interface Annotations {
  /**
   * The annotations of an item and those that it inherits from its objective, cycle and units, the
   * latest first. As from all lists, those that were taken away are left out.
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

  /**
   * The annotations of some objectives and all their key results, of some KPIs, and those that all
   * of them inherit from their cycle and unit.
   *
   * @param unitPath the unit of the objectives and all above
   */
  List<Annotation> around(
      Collection<Long> objectiveIds, Collection<Long> kpiIds, long cycleId, List<Long> unitPath);

  /** Adds an annotation. */
  Annotation add(Place on, String text, LocalDate first, Optional<LocalDate> last, Edit by);

  /** The annotation with this id, also one that was taken away. */
  Optional<Annotation> annotation(long id);

  /**
   * Writes text and days of an annotation, and whether it is taken away, if the stored version is
   * still that of {@code changed}; the stored version is then one higher. Two statements.
   *
   * @return the annotation as stored now; absent when its version is another one or it is gone
   */
  Optional<Annotation> save(Annotation changed, Edit by);

  /** The user key of the person who last wrote an annotation. */
  Optional<String> lastEditor(long id);
}
