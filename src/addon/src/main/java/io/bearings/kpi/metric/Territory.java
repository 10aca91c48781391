package io.bearings.kpi.metric;

import java.util.Optional;
import java.util.function.LongPredicate;

/** Which issues places and queries hold, looked up before a pass. */
public interface Territory {

  /**
   * All issues of a place.
   *
   * @param place absent: that of the KPI
   */
  Reach of(Optional<Place> place);

  /** By id, the issues that a query finds. */
  LongPredicate found(String jql);
}
