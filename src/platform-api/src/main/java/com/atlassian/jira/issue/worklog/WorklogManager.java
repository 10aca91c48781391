package com.atlassian.jira.issue.worklog;

import com.atlassian.jira.issue.Issue;
import java.util.List;

/**
 * The work that was logged on issues.
 *
 * <p>Source and confidence: Jira documentation; L. Costs a statement for each issue.
 */
public interface WorklogManager {
  List<Worklog> getByIssue(Issue issue);
}
