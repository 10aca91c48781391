package io.bearings.review;

import io.bearings.okr.Cycle;
import io.bearings.okr.Objectives.Edit;
import java.util.List;
import java.util.Optional;

/**
 * Where is kept what retrospectives end with. Every call is one transaction; a list costs one
 * statement however long it is. All calls throw {@link io.bearings.okr.Refusal.Unavailable} while
 * the database cannot be used.
 */
public interface Verdicts {

  /** What a unit says about its objectives in a cycle, oldest first. */
  List<Verdict> verdicts(long unitId, long cycleId);

  /** What is said about an objective in a cycle. */
  Optional<Verdict> verdict(long objectiveId, long cycleId);

  /**
   * Writes what is said about an objective if the stored version is still that which somebody saw;
   * it is then one higher.
   *
   * @param version 0: nothing is said yet
   * @return absent when the version is another one
   */
  Optional<Verdict> decide(
      long unitId, long cycleId, long objectiveId, int version, Verdict.Draft says, Edit by);

  /**
   * Takes back what is said about an objective, if its version is still that one.
   *
   * @return whether it was
   */
  boolean withdraw(long objectiveId, long cycleId, int version);

  /**
   * The learnings of the unit's last retrospective before a cycle, with what that cycle makes of
   * them; none when there was none.
   */
  List<Learning> before(long unitId, Cycle cycle);

  /** Says what a cycle makes of a learning, in place of what was said before. */
  void treat(long learningId, long cycleId, Optional<Learning.Treatment> treatment, Edit by);
}
