package io.bearings.review;

import io.bearings.okr.Objectives.Edit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where kickoffs are kept. Every call is one transaction; a list costs one statement however long
 * it is. All calls throw {@link io.bearings.okr.Refusal.Unavailable} while the database cannot be
 * used.
 */
public interface Kickoffs {

  /** What was said about the steps of a kickoff, at most once for each. */
  List<StepMark> marks(long unitId, long cycleId);

  /** Says something about a step in place of what was said before. */
  void mark(long unitId, long cycleId, KickoffStep step, StepState state, Edit by);

  /** The answers of a unit in a cycle; absent while there are none. */
  Optional<Litmus> litmus(long unitId, long cycleId);

  /**
   * Writes the answers if the stored version is still that which somebody saw; it is then one
   * higher.
   *
   * @param version 0: there are none yet
   * @return absent when the version is another one
   */
  Optional<Litmus> answer(long unitId, long cycleId, int version, Litmus.Draft answers, Edit by);

  /** The restatements of some objectives, oldest first. */
  List<Restatement> restatementsOf(Collection<Long> objectiveIds);

  /** The restatement with this id. */
  Optional<Restatement> restatement(long id);

  /** Writes a restatement in place of what the same person wrote before; nobody has judged it. */
  Restatement restate(long objectiveId, String text, Edit by);

  /** Writes what the lead says; absent when the restatement is gone. */
  Optional<Restatement> judge(long restatementId, Restatement.Verdict verdict, Edit by);

  /** Those of some objectives that contribute to another one. */
  Set<Long> contributing(Collection<Long> objectiveIds);

  /** The units that have objectives, put away or given up ones aside, in one of these cycles. */
  Set<Long> unitsWithObjectives(Collection<Long> cycleIds);

  /** The issues that are linked to key results of these objectives, each once. */
  List<LinkedWork.Alike> linkedTo(Collection<Long> objectiveIds);
}
