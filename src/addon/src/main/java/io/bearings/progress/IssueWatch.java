package io.bearings.progress;

import java.util.Map;
import java.util.Set;

/** Follows issues for something else than links. */
public interface IssueWatch {

  /**
   * Issues were created, changed, commented, worked on or deleted, and the histories that are kept
   * of them have been brought up to date. Costs nothing where nobody watches anything.
   *
   * @param projectIds by the id of the issue the projects that it was in lately; none where nobody
   *     knows
   */
  void changed(Map<Long, Set<Long>> projectIds);
}
