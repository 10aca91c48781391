package io.bearings.host.jira;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The columns of an issue, in its table and in the search index. What an issue may lack is null
 * here, as in the tables; nothing outside this package sees it.
 *
 * @param originalEstimate in seconds, as are {@code estimate} and {@code timeSpent}
 */
record IssueRow(
    long id,
    long projectId,
    long number,
    String typeId,
    String summary,
    String description,
    String priorityId,
    String statusId,
    String resolutionId,
    String reporterKey,
    String assigneeKey,
    String creatorKey,
    Instant created,
    Instant updated,
    LocalDate due,
    Instant resolved,
    Long originalEstimate,
    Long estimate,
    Long timeSpent,
    Long levelId) {

  /** The columns in the order of {@link #values()}. */
  static final String COLUMNS =
      "id, project, issuenum, issuetype, summary, description, priority, issuestatus, resolution,"
          + " reporter, assignee, creator, created, updated, duedate, resolutiondate,"
          + " timeoriginalestimate, timeestimate, timespent, security";

  static final String INSERT =
      "insert into jiraissue (" + COLUMNS + ") values (" + "?, ".repeat(19) + "?)";

  static IssueRow read(ResultSet rs, int n) throws SQLException {
    return new IssueRow(
        rs.getLong("id"),
        rs.getLong("project"),
        rs.getLong("issuenum"),
        rs.getString("issuetype"),
        rs.getString("summary"),
        rs.getString("description"),
        rs.getString("priority"),
        rs.getString("issuestatus"),
        rs.getString("resolution"),
        rs.getString("reporter"),
        rs.getString("assignee"),
        rs.getString("creator"),
        instant(rs, "created"),
        instant(rs, "updated"),
        rs.getObject("duedate", LocalDate.class),
        instant(rs, "resolutiondate"),
        rs.getObject("timeoriginalestimate", Long.class),
        rs.getObject("timeestimate", Long.class),
        rs.getObject("timespent", Long.class),
        rs.getObject("security", Long.class));
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp timestamp = rs.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  /** The values of {@link #COLUMNS}. */
  Object[] values() {
    return new Object[] {
      id,
      projectId,
      number,
      typeId,
      summary,
      description,
      priorityId,
      statusId,
      resolutionId,
      reporterKey,
      assigneeKey,
      creatorKey,
      timestamp(created),
      timestamp(updated),
      due == null ? null : Date.valueOf(due),
      timestamp(resolved),
      originalEstimate,
      estimate,
      timeSpent,
      levelId
    };
  }

  static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
