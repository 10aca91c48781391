package io.bearings.okr;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where cycles are kept. Every call is one transaction, and throws {@link Refusal.Unavailable}
 * while the database cannot be used.
 */
public interface Cycles {

  /** The cycle with this id. */
  Optional<Cycle> cycle(long id);

  /** The cycles that belong to one of these units, the latest first day first. */
  List<Cycle> serving(Collection<Long> unitIds);
}
