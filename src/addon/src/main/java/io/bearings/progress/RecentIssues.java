package io.bearings.progress;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.List;

/** What Jira's search tells of issues that changed lately, whoever may see them. */
public interface RecentIssues {

  /**
   * Issues that changed within the last minutes, the longest unchanged first. The search lags
   * behind what happens, and issues that change meanwhile move to the end.
   *
   * @param minutes 1 or more
   * @param from how many to leave out at the beginning
   * @param most how many to tell
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  Page changedWithin(long minutes, int from, int most);

  /**
   * A part of what was found.
   *
   * @param total how many there are in all
   */
  record Page(List<Found> issues, int total) {
    public Page {
      issues = List.copyOf(issues);
    }
  }

  /**
   * An issue that changed.
   *
   * @param updated when it changed last
   */
  record Found(long issueId, Instant updated) {}
}
