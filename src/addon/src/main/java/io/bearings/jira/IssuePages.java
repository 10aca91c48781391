package io.bearings.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import io.bearings.kpi.metric.CurrentFacts;
import io.bearings.kpi.metric.Territories;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.util.HashSet;
import java.util.Set;

/**
 * Jira's search for many issues, a part at a time, looked up when it is needed: its package is not
 * among those that are known to be there.
 */
final class IssuePages {
  /** Issues that one search gives back. */
  private static final int PAGE = 1_000;

  private IssuePages() {}

  /**
   * A part of what a query of our own finds, whoever may see it.
   *
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer
   */
  static CurrentFacts.Page all(HostService services, String jql, int from, int most) {
    IssueSearch.Asked asked = IssueSearch.ask(services, null, jql);
    try {
      SearchResults<Issue> page =
          asked.search().searchOverrideSecurity(null, asked.query(), new PagerFilter<>(from, most));
      return new CurrentFacts.Page(
          page.getResults().stream().map(Issue::getId).toList(), page.getTotal());
    } catch (SearchException e) {
      throw unanswered(e);
    }
  }

  /**
   * What the filter of a board finds of what a user may browse.
   *
   * @param most how many at most
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer, or there are more
   */
  static Territories.OnBoard onBoard(
      HostService services, ApplicationUser user, String jql, int most) {
    IssueSearch.Asked asked = IssueSearch.ask(services, user, jql);
    SearchService search = asked.search();
    Set<Long> issues = new HashSet<>();
    Set<Long> projects = new HashSet<>();
    int total = 1;
    try {
      for (int from = 0; from < total; from += PAGE) {
        SearchResults<Issue> page =
            search.search(user, asked.query(), new PagerFilter<>(from, PAGE));
        total = page.getTotal();
        if (total > most) {
          throw new Refusal.Unavailable(Message.of("bearings.error.metric.tooMany", total, most));
        }
        for (Issue issue : page.getResults()) {
          issues.add(issue.getId());
          projects.add(issue.getProjectId());
        }
      }
    } catch (SearchException e) {
      throw unanswered(e);
    }
    return new Territories.OnBoard(issues, projects);
  }

  private static Refusal unanswered(SearchException e) {
    return new Refusal.Unavailable(Message.of("bearings.error.search"), e);
  }
}
