package io.bearings.host.jira;

import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The comments of issues. Adding, changing and deleting one moves the issue's date of update; the
 * latter two are in its change history.
 */
public final class Comments implements CommentManager {
  private final JdbcTemplate jdbc;
  private final SiteCache site;
  private final Ids ids;
  private final Issues issues;
  private final IssueTables tables;
  private final IssueWrites writes;
  private final IssueAccess access;
  private final Permissions permissions;
  private final Clock clock;

  Comments(
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

  /** A comment. */
  public record Comment(
      long id, ApplicationUser author, String body, Instant created, Instant updated)
      implements com.atlassian.jira.issue.comments.Comment {
    @Override
    public ApplicationUser getAuthorApplicationUser() {
      return author;
    }

    @Override
    public Date getCreated() {
      return Date.from(created);
    }
  }

  /** Jira's checks no permission; this does, so that an add-on that forgets to is found out. */
  @Override
  public com.atlassian.jira.issue.comments.Comment create(
      Issue issue, ApplicationUser author, String body, boolean dispatchEvent) {
    add(author, issue.getId(), body);
    List<Comment> all = all(issue);
    return all.get(all.size() - 1);
  }

  @Override
  public List<com.atlassian.jira.issue.comments.Comment> getComments(Issue issue) {
    return List.copyOf(all(issue));
  }

  /** The comments of an issue, oldest first, for somebody who may browse it. */
  public List<Comment> of(Issue issue, ApplicationUser user) {
    return permissions.mayBrowse(issue, user) ? all(issue) : List.of();
  }

  /** All comments of an issue, oldest first, whoever may see them. */
  private List<Comment> all(Issue issue) {
    return jdbc.query(
        "select id, author, actionbody, created, updated from jiraaction where issueid = ?"
            + " order by created, id",
        this::comment,
        issue.getId());
  }

  private Comment comment(ResultSet rs, int n) throws SQLException {
    return new Comment(
        rs.getLong(1),
        site.current().user(rs.getString(2)).orElse(null),
        rs.getString(3),
        rs.getTimestamp(4).toInstant(),
        rs.getTimestamp(5).toInstant());
  }

  /** Whether a person may change and delete a comment: their own, or as the project's lead. */
  public boolean mayChange(Issue issue, Comment comment, ApplicationUser user) {
    return permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, issue, user)
        || (comment.author() != null
            && comment.author().getKey().equals(user.getKey())
            && permissions.hasPermission(ProjectPermissions.ADD_COMMENTS, issue, user));
  }

  /**
   * Adds a comment.
   *
   * @return its id
   * @throws JiraRefusal 400 for a text that is empty or too long, 403 without ADD_COMMENTS, 404
   *     when the issue is not there for the user
   */
  public long add(ApplicationUser user, long issueId, String body) {
    long id = ids.next(Ids.Sequence.COMMENT);
    writes.write(
        user,
        () -> {
          access.require(issues.locked(issueId), ProjectPermissions.ADD_COMMENTS, user);
          Instant now = now();
          jdbc.update(
              "insert into jiraaction (id, issueid, author, actionbody, created, updateauthor,"
                  + " updated) values (?, ?, ?, ?, ?, ?, ?)",
              id,
              issueId,
              user.getKey(),
              checked(body),
              IssueRow.timestamp(now),
              user.getKey(),
              IssueRow.timestamp(now));
          touch(issueId, now);
          return List.of(new IssueWrites.Written(issueId, EventType.ISSUE_COMMENTED_ID));
        });
    return id;
  }

  private String checked(String body) {
    FieldReader reader = new FieldReader(site.current());
    String text = reader.text("comment", body, FieldReader.LONGEST_TEXT);
    if (text == null || text.isBlank()) {
      reader.wrong("comment", "Comment body can not be empty!");
    }
    reader.refuseWrong();
    return text;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void touch(long issueId, Instant now) {
    tables.update(issueId, Map.of("updated", IssueRow.timestamp(now)));
  }

  /**
   * Changes a comment.
   *
   * @throws JiraRefusal 400 for a text that is empty or too long, 403 for a comment that is not
   *     theirs, 404 when issue or comment are not there for the user
   */
  public void change(ApplicationUser user, long issueId, long commentId, String body) {
    writes.write(
        user,
        () -> {
          Comment before = own(user, issueId, commentId);
          Instant now = now();
          jdbc.update(
              "update jiraaction set actionbody = ?, updateauthor = ?, updated = ? where id = ?",
              checked(body),
              user.getKey(),
              IssueRow.timestamp(now),
              commentId);
          tables.recordChange(
              issueId, user.getKey(), now, List.of(Changes.ofText("Comment", before.body(), body)));
          touch(issueId, now);
          return List.of(new IssueWrites.Written(issueId, EventType.ISSUE_COMMENT_EDITED_ID));
        });
  }

  /**
   * Deletes a comment.
   *
   * @throws JiraRefusal 403 for a comment that is not theirs, 404 when issue or comment are not
   *     there for the user
   */
  public void delete(ApplicationUser user, long issueId, long commentId) {
    writes.write(
        user,
        () -> {
          Comment before = own(user, issueId, commentId);
          Instant now = now();
          jdbc.update("delete from jiraaction where id = ?", commentId);
          tables.recordChange(
              issueId, user.getKey(), now, List.of(Changes.ofText("Comment", before.body(), null)));
          touch(issueId, now);
          return List.of(new IssueWrites.Written(issueId, EventType.ISSUE_COMMENT_DELETED_ID));
        });
  }

  private Comment own(ApplicationUser user, long issueId, long commentId) {
    HostIssue issue =
        access.require(issues.locked(issueId), ProjectPermissions.BROWSE_PROJECTS, user);
    Comment comment =
        of(issue, user).stream()
            .filter(each -> each.id() == commentId)
            .findFirst()
            .orElseThrow(
                () ->
                    new JiraRefusal(
                        404, "Can not find a comment for the id: " + commentId + ".", Map.of()));
    if (!mayChange(issue, comment, user)) {
      throw new JiraRefusal(403, "You may not change this comment.", Map.of());
    }
    return comment;
  }
}
