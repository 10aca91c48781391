package io.bearings.jira;

import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.issue.status.Status;
import io.bearings.flow.StatusCategory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The statuses of Jira, looked up when they are needed. */
final class StatusSource {
  private StatusSource() {}

  /**
   * The category that each status has today, by its id; none where this Jira does not offer its
   * list. Jira keeps statuses in memory.
   */
  static Map<String, StatusCategory> categories(HostService services) {
    Map<String, StatusCategory> categories = new HashMap<>();
    Optional<StatusManager> manager = services.find(StatusManager.class);
    if (manager.isPresent()) {
      for (Status status : manager.get().getStatuses()) {
        categories.put(status.getId(), IssueReading.category(status));
      }
    }
    return categories;
  }
}
