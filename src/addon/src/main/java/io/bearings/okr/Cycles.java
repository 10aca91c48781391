package io.bearings.okr;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where cycles are kept. Every call is one transaction, and throws {@link Refusal.Unavailable}
 * while the database cannot be used. Two calendar cycles of one unit and length never overlap, also
 * when two people save at once.
 */
public interface Cycles {

  /** The cycle with this id. */
  Optional<Cycle> cycle(long id);

  /** The cycles that belong to one of these units, the latest first day first. */
  List<Cycle> serving(Collection<Long> unitIds);

  /** The cycles that have this one as their parent. */
  List<Cycle> partsOf(long cycleId);

  /**
   * Writes a cycle.
   *
   * @return absent when it would overlap another one
   */
  Optional<Cycle> add(NewCycle cycle, Objectives.Edit by);

  /**
   * Writes all but the unit, the kind and the state of a cycle, if the stored version is still that
   * of {@code changed}; the stored version is then one higher. Other days are recorded.
   *
   * @param before the cycle as it was read
   */
  Saved change(Cycle before, Cycle changed, Objectives.Edit by);

  /**
   * Writes another state and records the step, if the stored version is still that of {@code
   * cycle}; the stored version is then one higher.
   *
   * @return the cycle as stored now; absent when its version is another one or it is gone
   */
  Optional<Cycle> step(Cycle cycle, CycleState to, Objectives.Edit by);

  /** The recorded changes of a cycle's state and days, oldest first. */
  List<CycleChange> changes(long cycleId);

  /** The user key of the person who last changed a cycle. */
  Optional<String> lastEditor(long cycleId);

  /** What became of a change. */
  sealed interface Saved {
    /** It was written. */
    record Written(Cycle cycle) implements Saved {}

    /** Somebody else saved meanwhile. */
    record OtherVersion() implements Saved {}

    /** The cycle would overlap another one. */
    record Overlapping() implements Saved {}
  }
}
