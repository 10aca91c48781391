package io.bearings.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import io.bearings.flow.Release;
import io.bearings.kpi.metric.Territories;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The versions of projects and of issues, looked up when they are needed. */
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

  /** The ids of the versions that an issue affects. Costs a statement in Jira. */
  Set<Long> affectedBy(Issue issue) {
    Set<Long> ids = new HashSet<>();
    if (manager.isPresent()) {
      for (Version version : manager.get().getAffectedVersionsFor(issue)) {
        ids.add(version.getId());
      }
    }
    return ids;
  }

  /** The versions of a project with their days, as releases count them. */
  List<Territories.Version> releases(long projectId) {
    return manager.stream()
        .flatMap(it -> it.getVersions(projectId).stream())
        .map(VersionSource::release)
        .toList();
  }

  /** Jira keeps days as midnights of its server, whatever its default time zone is. */
  private static Territories.Version release(Version version) {
    return new Territories.Version(
        new Release(
            version.getId(),
            version.getProjectId(),
            Optional.ofNullable(version.getReleaseDate())
                .map(date -> new Timestamp(date.getTime()).toLocalDateTime().toLocalDate()),
            version.isReleased()),
        Optional.ofNullable(version.getName()).orElse(""));
  }

  /**
   * A version of a project.
   *
   * @param closed whether it is released or archived
   */
  record Found(long id, long projectId, String name, boolean closed) {
    private static Found of(Version version) {
      return new Found(
          version.getId(),
          version.getProjectId(),
          Optional.ofNullable(version.getName()).orElse(""),
          version.isReleased() || version.isArchived());
    }
  }

  /** A version; absent when there is none of that number. */
  Optional<Found> find(long id) {
    return manager.flatMap(it -> Optional.ofNullable(it.getVersion(id))).map(Found::of);
  }

  /** The versions of a project, in its order. */
  List<Found> ofProject(long projectId) {
    return manager.stream()
        .flatMap(it -> it.getVersions(projectId).stream())
        .map(Found::of)
        .toList();
  }
}
