package io.bearings.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The fix versions of issues, looked up when they are needed. */
final class VersionSource {
  private final Optional<VersionManager> manager;

  private VersionSource(Optional<VersionManager> manager) {
    this.manager = manager;
  }

  static VersionSource find(HostService services) {
    return new VersionSource(services.find(VersionManager.class));
  }

  /** The ids of the versions that are to fix an issue. Costs a statement in Jira. */
  Set<Long> of(Issue issue) {
    Set<Long> ids = new HashSet<>();
    if (manager.isPresent()) {
      for (Version version : manager.get().getFixVersionsFor(issue)) {
        ids.add(version.getId());
      }
    }
    return ids;
  }
}
