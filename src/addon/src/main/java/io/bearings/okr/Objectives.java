package io.bearings.okr;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where objectives and key results are kept. Every call is one transaction; a list costs one
 * statement however long it is. All calls throw {@link Refusal.Unavailable} while the database
 * cannot be used.
 */
public interface Objectives {

  /** The objective with this id. */
  Optional<Objective> objective(long id);

  /** The objectives of a project, oldest first. */
  List<Objective> ofProject(long projectId);

  /** The key result with this id. */
  Optional<KeyResult> keyResult(long id);

  /** The key results of these objectives, oldest first. */
  List<KeyResult> keyResultsOf(Collection<Long> objectiveIds);

  /** The key results of all objectives of a project, oldest first. */
  List<KeyResult> keyResultsOfProject(long projectId);

  /** Writes an objective together with its key results: all of it or nothing. */
  Objective add(NewObjective objective, List<NewKeyResult> keyResults, Edit by);

  /** Writes a key result. */
  KeyResult add(long objectiveId, NewKeyResult keyResult, Edit by);

  /**
   * Writes title, why and owner, if the stored version is still that of {@code changed}; the stored
   * version is then one higher.
   *
   * @return the objective as stored now; absent when its version is another one or it is gone
   */
  Optional<Objective> change(Objective changed, Edit by);

  /**
   * Writes title, weight and kind of weight, if the stored version is still that of {@code
   * changed}; the stored version is then one higher.
   *
   * @return the key result as stored now; absent when its version is another one or it is gone
   */
  Optional<KeyResult> change(KeyResult changed, Edit by);

  /** The user key of the person who last changed an objective. */
  Optional<String> lastEditorOfObjective(long id);

  /** The user key of the person who last changed a key result. */
  Optional<String> lastEditorOfKeyResult(long id);

  /** Who writes, and when. */
  record Edit(Person who, Instant when) {}
}
