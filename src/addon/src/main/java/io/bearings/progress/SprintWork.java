package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is in sprints, as far as the history of the issues is kept, and what it serves. All calls
 * throw {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface SprintWork {

  /**
   * The issues that are in some sprints now, each with the key results in use that it counts for,
   * whoever may read them; by the id of the sprint. One statement.
   */
  Map<Long, List<SprintAlignment.InSprint>> in(Collection<Long> sprintIds);

  /** A key result with its objective. */
  record Of(KeyResult keyResult, Placed objective) {}

  /** Some key results, by their id, for somebody who looks at them. One statement. */
  Map<Long, Of> keyResults(Collection<Long> ids, Person who);
}
