package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import java.util.Map;

/** What administrators of Jira decide of statuses. */
public interface Workflows {

  /** The category that each status has, by its id; none where this Jira does not tell. */
  Map<String, StatusCategory> categories();
}
