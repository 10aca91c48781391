package io.bearings.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.util.List;

/**
 * Jira's search, looked up when it is needed: its package is not among those that are known to be
 * there.
 */
final class IssueSearch {
  private IssueSearch() {}

  /**
   * The issues that a query finds and that the person may browse.
   *
   * @param most how many at most
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer
   */
  static List<Issue> find(HostService services, ApplicationUser user, String jql, int most) {
    Asked asked = ask(services, user, jql);
    try {
      return asked.search().search(user, asked.query(), new PagerFilter<>(most)).getResults();
    } catch (SearchException e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.search"), e);
    }
  }

  /** A query of our own, understood by the search that is to answer it. */
  record Asked(SearchService search, Query query) {}

  /**
   * Has Jira's search understand a query of our own.
   *
   * @param user whose days its days are; null asks as nobody
   * @throws Refusal.Unavailable when Jira's search is missing or does not understand it
   */
  static Asked ask(HostService services, ApplicationUser user, String jql) {
    SearchService search =
        services
            .find(SearchService.class)
            .orElseThrow(
                () ->
                    new Refusal.Unavailable(
                        Message.of(
                            "bearings.error.missing",
                            "com.atlassian.jira.bc.issue.search.SearchService")));
    SearchService.ParseResult parsed = search.parseQuery(user, jql);
    if (!parsed.isValid()) {
      throw new Refusal.Unavailable(
          Message.of("bearings.error.search"),
          new IllegalStateException(parsed.getErrors().getErrorMessages() + " in: " + jql));
    }
    return new Asked(search, parsed.getQuery());
  }
}
