package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.Database;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads change history: one statement for an issue's change groups and one for their items, oldest
 * first.
 */
final class History implements ChangeHistoryManager {
  private static final String ITEMS =
      "select i.*, g.created as changed from changeitem i join changegroup g on g.id = i.groupid ";

  private final JdbcTemplate jdbc;
  private final SiteCache site;
  private final Issues issues;
  private final Permissions permissions;

  History(Database database, SiteCache site, Issues issues, Permissions permissions) {
    this.jdbc = database.jdbc();
    this.site = site;
    this.issues = issues;
    this.permissions = permissions;
  }

  private record Group(long id, long issueId, String author, Timestamp created) {}

  /** Jira keeps the constructor to itself. */
  private static final class HostChange extends ChangeHistory {
    HostChange(Group group, Issue issue, ApplicationUser author, List<ChangeItemBean> items) {
      super(group.id(), issue, author, group.created(), items);
    }
  }

  private List<Group> groups(String where, Object argument) {
    return jdbc.query(
        "select id, issueid, author, created from changegroup where "
            + where
            + " order by created, id",
        (rs, n) -> new Group(rs.getLong(1), rs.getLong(2), rs.getString(3), rs.getTimestamp(4)),
        argument);
  }

  private Map<Long, List<ChangeItemBean>> items(String where, Object argument) {
    Map<Long, List<ChangeItemBean>> items = new HashMap<>();
    jdbc.query(
        ITEMS + "where " + where + " order by i.id",
        rs -> {
          items
              .computeIfAbsent(rs.getLong("groupid"), group -> new ArrayList<>())
              .add(
                  new ChangeItemBean(
                      rs.getString("fieldtype"),
                      rs.getString("field"),
                      rs.getString("oldvalue"),
                      rs.getString("oldstring"),
                      rs.getString("newvalue"),
                      rs.getString("newstring"),
                      rs.getTimestamp("changed")));
        },
        argument);
    return items;
  }

  private ChangeHistory change(Group group, Issue issue, List<ChangeItemBean> items) {
    return new HostChange(group, issue, site.current().user(group.author()).orElse(null), items);
  }

  @Override
  public List<ChangeHistory> getChangeHistories(Issue issue) {
    List<Group> groups = groups("issueid = ?", issue.getId());
    Map<Long, List<ChangeItemBean>> items = items("g.issueid = ?", issue.getId());
    return groups.stream()
        .map(group -> change(group, issue, items.getOrDefault(group.id(), List.of())))
        .toList();
  }

  /** What changed at that moment or later. */
  @Override
  public List<ChangeHistory> getChangeHistoriesSince(Issue issue, Date since) {
    return getChangeHistories(issue).stream()
        .filter(change -> !change.getTimePerformed().before(since))
        .toList();
  }

  /** Nothing where the user may not see the issue. */
  @Override
  public List<ChangeHistory> getChangeHistoriesForUser(Issue issue, ApplicationUser user) {
    return permissions.mayBrowse(issue, user) ? getChangeHistories(issue) : List.of();
  }

  @Override
  public List<ChangeItemBean> getChangeItemsForField(Issue issue, String field) {
    return items("g.issueid = ?", issue.getId()).values().stream()
        .flatMap(List::stream)
        .filter(item -> item.getField().equalsIgnoreCase(field))
        .sorted(Comparator.comparing(ChangeItemBean::getCreated))
        .toList();
  }

  @Override
  public ChangeHistory getChangeHistoryById(Long id) {
    return groups("id = ?", id).stream()
        .findFirst()
        .map(
            group ->
                change(
                    group,
                    issues.getIssueObject(group.issueId()),
                    items("g.id = ?", id).getOrDefault(id, List.of())))
        .orElse(null);
  }
}
