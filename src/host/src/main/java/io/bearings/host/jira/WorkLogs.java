package io.bearings.host.jira;

import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.worklog.Worklog;
import com.atlassian.jira.issue.worklog.WorklogManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The work that was logged on issues. The time spent of the issue is their sum, and what is logged
 * is taken from the remaining estimate where there is one, as Jira does by default.
 */
public final class WorkLogs implements WorklogManager {
  private final JdbcTemplate jdbc;
  private final SiteCache site;
  private final Ids ids;
  private final Issues issues;
  private final IssueTables tables;
  private final IssueWrites writes;
  private final IssueAccess access;
  private final Permissions permissions;
  private final Clock clock;

  WorkLogs(
      Database database,
      SiteCache site,
      Ids ids,
      Issues issues,
      IssueTables tables,
      IssueWrites writes,
      IssueAccess access,
      Permissions permissions,
      Clock clock) {
    this.jdbc = database.jdbc();
    this.site = site;
    this.ids = ids;
    this.issues = issues;
    this.tables = tables;
    this.writes = writes;
    this.access = access;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** A piece of work, in seconds. */
  public record WorkLog(
      long id, ApplicationUser author, String comment, Instant started, long seconds)
      implements Worklog {
    @Override
    public String getAuthorKey() {
      return author == null ? null : author.getKey();
    }

    @Override
    public Date getStartDate() {
      return Date.from(started);
    }

    @Override
    public Long getTimeSpent() {
      return seconds;
    }
  }

  /** Whoever may see them. */
  @Override
  public List<Worklog> getByIssue(Issue issue) {
    return List.copyOf(all(issue.getId()));
  }

  /**
   * What somebody says about a piece of work.
   *
   * @param started now when empty
   */
  public record Draft(long seconds, Optional<Instant> started, String comment) {}

  /** The work on an issue, oldest first, for somebody who may browse it. */
  public List<WorkLog> of(Issue issue, ApplicationUser user) {
    return permissions.mayBrowse(issue, user) ? all(issue.getId()) : List.of();
  }

  private List<WorkLog> all(long issueId) {
    return jdbc.query(
        "select id, author, worklogbody, startdate, timeworked from worklog where issueid = ?"
            + " order by created, id",
        this::workLog,
        issueId);
  }

  private WorkLog workLog(ResultSet rs, int n) throws SQLException {
    return new WorkLog(
        rs.getLong(1),
        site.current().user(rs.getString(2)).orElse(null),
        rs.getString(3),
        rs.getTimestamp(4).toInstant(),
        rs.getLong(5));
  }

  /** The seconds of a duration such as {@code 2h 30m}; empty when it is none. */
  public static OptionalLong seconds(String duration) {
    return JiraDuration.seconds(duration.strip());
  }

  /** Whether a person may change and delete a work log: their own, or as the project's lead. */
  public boolean mayChange(Issue issue, WorkLog workLog, ApplicationUser user) {
    return permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, issue, user)
        || (workLog.author() != null
            && workLog.author().getKey().equals(user.getKey())
            && permissions.hasPermission(ProjectPermissions.WORK_ON_ISSUES, issue, user));
  }

  /**
   * Logs work.
   *
   * @return its id
   * @throws JiraRefusal 400 for no time or a comment that is too long, 403 without WORK_ON_ISSUES,
   *     404 when the issue is not there for the user
   */
  public long add(ApplicationUser user, long issueId, Draft draft) {
    long id = ids.next(Ids.Sequence.WORK_LOG);
    writes.write(
        user,
        () -> {
          HostIssue issue =
              access.require(issues.locked(issueId), ProjectPermissions.WORK_ON_ISSUES, user);
          Instant now = now();
          jdbc.update(
              "insert into worklog (id, issueid, author, worklogbody, created, startdate,"
                  + " timeworked) values (?, ?, ?, ?, ?, ?, ?)",
              id,
              issueId,
              user.getKey(),
              checked(draft),
              IssueRow.timestamp(now),
              IssueRow.timestamp(draft.started().orElse(now)),
              draft.seconds());
          spent(issue, id, draft.seconds(), user, now);
          return List.of(new IssueWrites.Written(issueId, EventType.ISSUE_WORKLOGGED_ID));
        });
    return id;
  }

  private String checked(Draft draft) {
    FieldReader reader = new FieldReader(site.current());
    String comment = reader.text("comment", draft.comment(), FieldReader.LONGEST_TEXT);
    if (draft.seconds() <= 0) {
      reader.wrong("timeLogged", "Invalid time entered. Please enter a time such as 2h 30m.");
    }
    reader.refuseWrong();
    return comment == null ? "" : comment;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Adds to the time spent, and takes it from the remaining estimate. */
  private void spent(HostIssue issue, long id, long seconds, ApplicationUser user, Instant now) {
    IssueRow row = issue.row();
    long before = row.timeSpent() == null ? 0 : row.timeSpent();
    Map<String, Object> columns = new LinkedHashMap<>();
    List<ChangeItemBean> items = new ArrayList<>();
    items.add(number("timespent", row.timeSpent(), Math.max(0, before + seconds)));
    columns.put("timespent", Math.max(0, before + seconds));
    if (row.estimate() != null) {
      long left = Math.max(0, row.estimate() - seconds);
      items.add(number("timeestimate", row.estimate(), left));
      columns.put("timeestimate", left);
    }
    String log = String.valueOf(id);
    items.add(Changes.item("WorklogId", log, log, null, null));
    columns.put("updated", IssueRow.timestamp(now));
    tables.update(issue.getId(), columns);
    tables.recordChange(issue.getId(), user.getKey(), now, items);
  }

  private static ChangeItemBean number(String field, Long from, long to) {
    String before = from == null ? null : from.toString();
    String after = String.valueOf(to);
    return Changes.item(field, before, before, after, after);
  }

  /**
   * Changes a piece of work.
   *
   * @throws JiraRefusal 400 for no time or a comment that is too long, 403 for work that is not
   *     theirs, 404 when issue or work are not there for the user
   */
  public void change(ApplicationUser user, long issueId, long id, Draft draft) {
    writes.write(
        user,
        () -> {
          HostIssue issue =
              access.require(issues.locked(issueId), ProjectPermissions.BROWSE_PROJECTS, user);
          WorkLog before = own(user, issue, id);
          Instant now = now();
          jdbc.update(
              "update worklog set worklogbody = ?, startdate = ?, timeworked = ? where id = ?",
              checked(draft),
              IssueRow.timestamp(draft.started().orElse(before.started())),
              draft.seconds(),
              id);
          spent(issue, id, draft.seconds() - before.seconds(), user, now);
          return List.of(new IssueWrites.Written(issueId, EventType.ISSUE_WORKLOG_UPDATED_ID));
        });
  }

  /**
   * Deletes a piece of work.
   *
   * @throws JiraRefusal 403 for work that is not theirs, 404 when issue or work are not there for
   *     the user
   */
  public void delete(ApplicationUser user, long issueId, long id) {
    writes.write(
        user,
        () -> {
          HostIssue issue =
              access.require(issues.locked(issueId), ProjectPermissions.BROWSE_PROJECTS, user);
          WorkLog before = own(user, issue, id);
          jdbc.update("delete from worklog where id = ?", id);
          spent(issue, id, -before.seconds(), user, now());
          return List.of(new IssueWrites.Written(issueId, EventType.ISSUE_WORKLOG_DELETED_ID));
        });
  }

  private WorkLog own(ApplicationUser user, HostIssue issue, long id) {
    WorkLog workLog =
        all(issue.getId()).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(
                () -> new JiraRefusal(404, "Cannot find worklog with id: '" + id + "'.", Map.of()));
    if (!mayChange(issue, workLog, user)) {
      throw new JiraRefusal(403, "You may not change this work log.", Map.of());
    }
    return workLog;
  }
}
