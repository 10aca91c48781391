package io.bearings.okr;

import java.util.Collection;
import java.util.Set;

/** The KPIs that must not break while objectives are pursued. */
public interface Guardrails {

  /**
   * Those of some objectives of which a guardrail is red now. Costs one statement however many
   * there are, and none for none.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  Set<Long> red(Collection<Long> objectiveIds);
}
