package io.bearings.jira;

import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.issue.status.Status;
import io.bearings.flow.StatusCategory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** The ids of all statuses of a name, in any case of letters. */
  static Set<String> called(HostService services, String name) {
    Set<String> ids = new HashSet<>();
    Optional<StatusManager> manager = services.find(StatusManager.class);
    if (manager.isPresent()) {
      for (Status status : manager.get().getStatuses()) {
        if (name.strip().equalsIgnoreCase(status.getName())) {
          ids.add(status.getId());
        }
      }
    }
    return ids;
  }
}
