package io.bearings.review;

import io.bearings.okr.Cycle;
import java.util.List;

/** What retrospectives leave to the next kickoff. */
public interface Learnings {

  /** The learnings of the unit's last retrospective before a cycle; none when there was none. */
  List<Learning> before(long unitId, Cycle cycle);
}
