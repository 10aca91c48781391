package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where alignments are kept. Every call is one transaction and, where it reads, one statement. All
 * calls throw {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface Alignments {

  /** The alignment with this id. */
  Optional<Alignment> alignment(long id);

  /**
   * All that begins in some units, and all contributions to key results in some others.
   *
   * @param fromUnitIds where it may begin
   * @param toUnitIds where a contribution to a key result may end
   */
  List<Arrow> between(Collection<Long> fromUnitIds, Collection<Long> toUnitIds);

  /** All that begins at one of these objectives. */
  List<Arrow> from(Collection<Long> objectiveIds);

  /** All contributions to one of these key results. */
  List<Arrow> to(Collection<Long> keyResultIds);

  /** All contributions there are: what a further one must not close a circle with. */
  List<AlignmentGraph.Contribution> contributions();

  /**
   * Writes an alignment.
   *
   * @return absent when there is the same one already
   */
  Optional<Alignment> add(NewAlignment alignment, List<NewChange> history, Objectives.Edit by);

  /**
   * Gives an alignment another weight.
   *
   * @return absent when there is none any more
   */
  Optional<Alignment> weigh(
      Alignment alignment, BigDecimal weight, List<NewChange> history, Objectives.Edit by);

  /** Removes an alignment; false when there is none any more. */
  boolean remove(Alignment alignment, List<NewChange> history, Objectives.Edit by);

  /** An alignment that has been checked and has no id yet. */
  record NewAlignment(
      Alignment.Kind kind,
      long fromId,
      long toId,
      Optional<Long> toKeyResultId,
      BigDecimal weight) {}
}
