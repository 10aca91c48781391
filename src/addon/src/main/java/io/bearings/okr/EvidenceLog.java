package io.bearings.okr;

import io.bearings.okr.Objectives.Edit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where evidence is kept. Every call is one transaction, and throws {@link Refusal.Unavailable}
 * while the database cannot be used.
 */
public interface EvidenceLog {
  /** The piece of evidence with this id. */
  Optional<Evidence> evidence(long id);

  /**
   * The pieces of evidence of a key result, newest first.
   *
   * @param before only those with a smaller id
   * @param limit how many at most
   */
  List<Evidence> of(long keyResultId, Optional<Long> before, int limit);

  /** All pieces of evidence of some key results, in any order. One statement. */
  List<Evidence> ofAll(Collection<Long> keyResultIds);

  /** Adds a piece of evidence and gives its id. It counts when it is confirmed. */
  long add(NewEvidence evidence, Edit by);

  /**
   * Confirms a piece of evidence that is not confirmed, and writes how many of its key result now
   * are: all of it or nothing.
   *
   * @return whether it was this call that confirmed it
   */
  boolean confirm(Evidence evidence, Edit by);
}
