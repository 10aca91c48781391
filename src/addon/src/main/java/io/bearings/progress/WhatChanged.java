package io.bearings.progress;

import java.util.Optional;
import java.util.Set;

/**
 * What is known of the changes of an issue.
 *
 * @param projectIds the projects that it was in after each of them; absent where that is not known
 * @param fields under what Jira recorded them, in small letters; absent where they, or some of
 *     them, are not known
 */
public record WhatChanged(Optional<Set<Long>> projectIds, Optional<Set<String>> fields) {
  /** Anything may have changed. */
  public static final WhatChanged UNKNOWN = new WhatChanged(Optional.empty(), Optional.empty());

  public WhatChanged {
    projectIds = projectIds.map(Set::copyOf);
    fields = fields.map(Set::copyOf);
  }
}
