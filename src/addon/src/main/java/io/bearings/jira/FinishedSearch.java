package io.bearings.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Jira's search for queries of our own over all issues, looked up when it is needed: its package is
 * not among those that are known to be there.
 */
final class FinishedSearch {
  /** Issues that one search gives back. */
  private static final int PAGE = 1_000;

  private FinishedSearch() {}

  /**
   * What was found.
   *
   * @param issues none where there are more than were asked for
   * @param total how many there are
   */
  record Page(List<Issue> issues, int total) {
    Page {
      issues = List.copyOf(issues);
    }
  }

  /**
   * What a query of our own finds, whoever may see it.
   *
   * @param user whose days its days are; null asks as nobody
   * @param most how many at most; of more, only their number is told
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer
   */
  static Page find(HostService services, ApplicationUser user, String jql, int most) {
    IssueSearch.Asked asked = IssueSearch.ask(services, user, jql);
    try {
      return pages(asked.search(), user, asked.query(), most);
    } catch (SearchException e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.search"), e);
    }
  }

  private static Page pages(SearchService search, ApplicationUser user, Query query, int most)
      throws SearchException {
    List<Issue> issues = new ArrayList<>();
    int total;
    do {
      int wanted = Math.max(1, Math.min(PAGE, most - issues.size()));
      SearchResults<Issue> page =
          search.searchOverrideSecurity(user, query, new PagerFilter<>(issues.size(), wanted));
      total = page.getTotal();
      if (total > most) {
        return new Page(List.of(), total);
      }
      issues.addAll(page.getResults());
      if (page.getResults().isEmpty()) {
        // Issues that went meanwhile leave a shorter list than was counted.
        total = issues.size();
      }
    } while (issues.size() < total);
    return new Page(issues, total);
  }
}
