package com.atlassian.jira.issue.changehistory;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Date;
import java.util.List;

/**
 * The change history of issues.
 *
 * <p>Source and confidence: JSW 9.12; M. Costs statements for each issue.
 */
public interface ChangeHistoryManager {
  List<ChangeHistory> getChangeHistories(Issue issue);

  List<ChangeHistory> getChangeHistoriesSince(Issue issue, Date since);

  List<ChangeHistory> getChangeHistoriesForUser(Issue issue, ApplicationUser user);

  List<ChangeItemBean> getChangeItemsForField(Issue issue, String field);

  ChangeHistory getChangeHistoryById(Long id);
}
