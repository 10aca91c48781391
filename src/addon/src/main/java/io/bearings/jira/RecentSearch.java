package io.bearings.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.web.bean.PagerFilter;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.RecentIssues;

/**
 * Jira's search, looked up when it is needed: its package is not among those that are known to be
 * there. The time is told in minutes before now, which needs no time zone.
 */
final class RecentSearch {
  private RecentSearch() {}

  static RecentIssues.Page find(HostService services, long minutes, int from, int most) {
    String jql = "updated >= -" + minutes + "m ORDER BY updated ASC";
    IssueSearch.Asked asked = IssueSearch.ask(services, null, jql);
    try {
      SearchResults<Issue> results =
          asked.search().searchOverrideSecurity(null, asked.query(), new PagerFilter<>(from, most));
      return new RecentIssues.Page(
          results.getResults().stream()
              .map(issue -> new RecentIssues.Found(issue.getId(), IssueReading.updated(issue)))
              .toList(),
          results.getTotal());
    } catch (SearchException e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.search"), e);
    }
  }
}
