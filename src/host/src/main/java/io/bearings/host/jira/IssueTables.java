package io.bearings.host.jira;

import com.atlassian.jira.issue.history.ChangeItemBean;
import io.bearings.host.db.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes issues and what hangs on them; always inside somebody's transaction. */
final class IssueTables {
  private final JdbcTemplate jdbc;
  private final Ids ids;

  IssueTables(Database database, Ids ids) {
    this.jdbc = database.jdbc();
    this.ids = ids;
  }

  /** The project's next issue number; whoever asks at the same time waits for this transaction. */
  long nextNumber(long projectId) {
    jdbc.update("update project set pcounter = pcounter + 1 where id = ?", projectId);
    return jdbc.queryForObject("select pcounter from project where id = ?", Long.class, projectId);
  }

  void insert(IssueRow row) {
    jdbc.update(IssueRow.INSERT, row.values());
  }

  /** Sets columns of an issue. */
  void update(long issueId, Map<String, Object> columns) {
    List<Object> arguments = new ArrayList<>(columns.values());
    arguments.add(issueId);
    jdbc.update(
        columns.keySet().stream()
            .map(column -> column + " = ?")
            .collect(Collectors.joining(", ", "update jiraissue set ", " where id = ?")),
        arguments.toArray());
  }

  /** Records who changed what; nothing when nothing changed. */
  void recordChange(long issueId, String authorKey, Instant when, List<ChangeItemBean> items) {
    if (items.isEmpty()) {
      return;
    }
    long group = ids.next(Ids.Sequence.CHANGE_GROUP);
    jdbc.update(
        "insert into changegroup (id, issueid, author, created) values (?, ?, ?, ?)",
        group,
        issueId,
        authorKey,
        IssueRow.timestamp(when));
    for (ChangeItemBean item : items) {
      jdbc.update(
          "insert into changeitem (id, groupid, fieldtype, field, oldvalue, oldstring, newvalue,"
              + " newstring) values (?, ?, ?, ?, ?, ?, ?, ?)",
          ids.next(Ids.Sequence.CHANGE_ITEM),
          group,
          item.getFieldType(),
          item.getField(),
          item.getFrom(),
          item.getFromString(),
          item.getTo(),
          item.getToString());
    }
  }

  /** Sets a custom field; null takes its value away. */
  void setCustomField(long issueId, long fieldId, Object value) {
    jdbc.update(
        "delete from customfieldvalue where issue = ? and customfield = ?", issueId, fieldId);
    if (value != null) {
      jdbc.update(
          "insert into customfieldvalue (id, issue, customfield, numbervalue, textvalue)"
              + " values (?, ?, ?, ?, ?)",
          ids.next(Ids.Sequence.CUSTOM_FIELD_VALUE),
          issueId,
          fieldId,
          value instanceof BigDecimal ? value : null,
          value instanceof BigDecimal ? null : value);
    }
  }

  void link(long parentId, long subTaskId) {
    jdbc.update(
        "insert into issuelink (id, linktype, source, destination)"
            + " select ?, id, ?, ? from issuelinktype where pstyle = 'jira_subtask'",
        ids.next(Ids.Sequence.ISSUE_LINK),
        parentId,
        subTaskId);
  }

  void unlink(long parentId, long subTaskId) {
    jdbc.update(
        "delete from issuelink where source = ? and destination = ? and linktype = "
            + Issues.linkType(Issues.SUB_TASK_LINK),
        parentId,
        subTaskId);
  }

  void rememberKey(String oldKey, long issueId) {
    jdbc.update(
        "insert into moved_issue_key (old_issue_key, issue_id) values (?, ?)", oldKey, issueId);
  }

  /** Versions and components belong to a project: an issue that leaves it leaves them behind. */
  void dropProjectsOwn(long issueId) {
    jdbc.update("delete from nodeassociation where source_node_id = ?", issueId);
  }

  void delete(long issueId) {
    jdbc.update(
        "delete from changeitem where groupid in (select id from changegroup where issueid = ?)",
        issueId);
    jdbc.update("delete from changegroup where issueid = ?", issueId);
    jdbc.update("delete from jiraaction where issueid = ?", issueId);
    jdbc.update("delete from worklog where issueid = ?", issueId);
    jdbc.update("delete from customfieldvalue where issue = ?", issueId);
    jdbc.update("delete from issue_sprint where issue = ?", issueId);
    jdbc.update("delete from label where issue = ?", issueId);
    jdbc.update("delete from moved_issue_key where issue_id = ?", issueId);
    jdbc.update("delete from issuelink where source = ? or destination = ?", issueId, issueId);
    dropProjectsOwn(issueId);
    jdbc.update("delete from jiraissue where id = ?", issueId);
  }
}
