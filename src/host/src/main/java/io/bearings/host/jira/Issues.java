package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import io.bearings.host.db.Database;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads issues from their table; each one costs a statement and nothing is kept. */
final class Issues implements IssueManager {
  /** The link from a parent to its sub-task. */
  static final String SUB_TASK_LINK = "jira_subtask";

  /** The link from an epic to an issue of it. */
  static final String EPIC_LINK = "jira_gh_epic_story";

  private static final Pattern KEY = Pattern.compile("(.+)-([1-9][0-9]{0,17})");
  private static final String BY_ID = "select " + IssueRow.COLUMNS + " from jiraissue where id = ?";

  private final JdbcTemplate jdbc;
  private final SiteCache site;

  Issues(Database database, SiteCache site) {
    this.jdbc = database.jdbc();
    this.site = site;
  }

  HostIssue issue(IssueRow row) {
    return new HostIssue(row, site.current(), this);
  }

  Optional<HostIssue> byId(long id) {
    return one(BY_ID, id);
  }

  /** The issue, locked until the open transaction ends. */
  Optional<HostIssue> locked(long id) {
    return one(BY_ID + " for update", id);
  }

  private Optional<HostIssue> byCurrentKey(String key) {
    Matcher parts = KEY.matcher(key == null ? "" : key);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return site.current()
        .projectByKey(parts.group(1))
        .flatMap(
            project ->
                one(
                    "select "
                        + IssueRow.COLUMNS
                        + " from jiraissue where project = ? and issuenum = ?",
                    project.id(),
                    Long.parseLong(parts.group(2))));
  }

  /** The issue that has this key or had it before it was moved; none for null. */
  Optional<HostIssue> byKey(String key) {
    return key == null ? Optional.empty() : byCurrentKey(key).or(() -> byOldKey(key));
  }

  private Optional<HostIssue> byOldKey(String key) {
    return one(
        "select "
            + IssueRow.COLUMNS
            + " from jiraissue where id = (select issue_id from moved_issue_key"
            + " where old_issue_key = ?)",
        key);
  }

  private Optional<HostIssue> one(String sql, Object... arguments) {
    return jdbc.query(sql, IssueRow::read, arguments).stream().map(this::issue).findFirst();
  }

  @Override
  public MutableIssue getIssueObject(Long id) {
    return id == null ? null : byId(id).orElse(null);
  }

  /** Finds an issue that was moved by its old keys, too. */
  @Override
  public MutableIssue getIssueObject(String key) {
    return byKey(key).orElse(null);
  }

  @Override
  public MutableIssue getIssueByCurrentKey(String key) {
    return byCurrentKey(key).orElse(null);
  }

  @Override
  public List<Issue> getIssueObjects(Collection<Long> ids) {
    return ids.stream()
        .map(this::getIssueObject)
        .filter(Objects::nonNull)
        .<Issue>map(i -> i)
        .toList();
  }

  @Override
  public Collection<Long> getIssueIdsForProject(Long projectId) {
    return jdbc.queryForList("select id from jiraissue where project = ?", Long.class, projectId);
  }

  @Override
  public long getIssueCountForProject(Long projectId) {
    return jdbc.queryForObject(
        "select count(*) from jiraissue where project = ?", Long.class, projectId);
  }

  /** The id of a type of links, for a statement. */
  static String linkType(String style) {
    return "(select id from issuelinktype where pstyle = '" + style + "')";
  }

  Optional<Long> parentOf(long issueId) {
    return jdbc
        .queryForList(
            "select source from issuelink where destination = ? and linktype = "
                + linkType(SUB_TASK_LINK),
            Long.class,
            issueId)
        .stream()
        .findFirst();
  }

  List<Long> subTasksOf(long issueId) {
    return jdbc.queryForList(
        "select destination from issuelink where source = ? and linktype = "
            + linkType(SUB_TASK_LINK)
            + " order by id",
        Long.class,
        issueId);
  }
}
