package io.bearings.okr;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where it is remembered what moved scores. Nothing is ever changed in it but that a lead agrees.
 * All calls throw {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface Changes {

  /** The change with this id. */
  Optional<Change> change(long id);

  /**
   * The changes of an objective and of its key results, latest first.
   *
   * @param before only those with a lower id
   */
  List<Change> ofObjective(long objectiveId, long before, int limit);

  /** The changes of a key result, latest first. */
  List<Change> ofKeyResult(long keyResultId, long before, int limit);

  /**
   * The changes of some objectives and of their key results that were made after a moment, in any
   * order. One statement.
   */
  List<Change> since(Collection<Long> objectiveIds, Instant after);

  /**
   * Remembers that a lead agreed to a change, unless one has.
   *
   * @return whether this one was the first
   */
  boolean consent(long id, ScoreChange label, Objectives.Edit by);
}
