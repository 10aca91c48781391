package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import io.bearings.host.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The versions of projects: each question costs a statement, as in Jira. */
final class Versions implements VersionManager {
  private static final String VERSION =
      "select v.id, v.project, v.vname, v.released, v.releasedate from projectversion v ";

  private final JdbcTemplate jdbc;

  Versions(Database database) {
    this.jdbc = database.jdbc();
  }

  private record HostVersion(
      Long id, Long projectId, String name, boolean released, Optional<Timestamp> releaseDate)
      implements Version {
    @Override
    public Long getId() {
      return id;
    }

    @Override
    public Long getProjectId() {
      return projectId;
    }

    @Override
    public String getName() {
      return name;
    }

    /** The host keeps none. */
    @Override
    public Date getStartDate() {
      return null;
    }

    @Override
    public Date getReleaseDate() {
      return releaseDate.orElse(null);
    }

    @Override
    public boolean isReleased() {
      return released;
    }

    @Override
    public boolean isArchived() {
      return false;
    }
  }

  private static Version version(ResultSet row, int number) throws SQLException {
    return new HostVersion(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getBoolean(4),
        Optional.ofNullable(row.getTimestamp(5)));
  }

  @Override
  public Version getVersion(Long id) {
    return jdbc.query(VERSION + "where v.id = ?", Versions::version, id).stream()
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Version> getVersions(Long projectId) {
    return jdbc.query(
        VERSION + "where v.project = ? order by v.sequence", Versions::version, projectId);
  }

  @Override
  public Collection<Version> getFixVersionsFor(Issue issue) {
    return of(issue, "IssueFixVersion");
  }

  @Override
  public Collection<Version> getAffectedVersionsFor(Issue issue) {
    return of(issue, "IssueVersion");
  }

  private List<Version> of(Issue issue, String association) {
    return jdbc.query(
        VERSION
            + "join nodeassociation a on a.sink_node_id = v.id and a.association_type = ?"
            + " where a.source_node_id = ? order by v.sequence",
        Versions::version,
        association,
        issue.getId());
  }

  /** Puts an issue into exactly these versions; inside somebody's transaction. */
  void setFixVersions(long issueId, Collection<Version> versions) {
    jdbc.update(
        "delete from nodeassociation where association_type = 'IssueFixVersion'"
            + " and source_node_id = ?",
        issueId);
    versions.forEach(
        version ->
            jdbc.update(
                "insert into nodeassociation (source_node_id, sink_node_id, association_type)"
                    + " values (?, ?, 'IssueFixVersion')",
                issueId,
                version.getId()));
  }
}
