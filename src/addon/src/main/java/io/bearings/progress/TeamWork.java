package io.bearings.progress;

import java.time.Instant;
import java.util.Set;

/** What a team finished of the work that its objectives live on. */
public interface TeamWork {

  /**
   * The ids of issues that count for any key result of a unit, are done, and may have come into
   * Done since an instant; archived and closed objectives are among them. One statement.
   */
  Set<Long> finishedSince(long unitId, Instant since);
}
