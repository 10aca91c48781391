package io.bearings.kpi.metric;

import io.bearings.okr.WeightBy;
import java.util.Optional;
import java.util.Set;

/**
 * What people call things in Jira. Each is found in any case of letters, and absent where there is
 * none or the person who asks may not see it.
 */
public interface JiraNames {

  /** The id of a project by its key. */
  Optional<Long> project(String key);

  /** The id of a board by that id as it was written. */
  Optional<Long> board(String id);

  /** The id of a unit by its id or name. */
  Optional<Long> unit(String idOrName);

  /** The ids of all statuses of a name; none where there is none. */
  Set<String> statuses(String name);

  /** A number of issues by the id or name of its field. */
  Optional<WeightBy> number(String idOrName);

  /** The ids of the types of issues that are bugs. */
  Set<String> bugTypes();
}
