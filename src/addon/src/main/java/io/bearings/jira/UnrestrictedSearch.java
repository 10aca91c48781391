package io.bearings.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.WorkSearch;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Jira's search over all issues, looked up when it is needed: its package is not among those that
 * are known to be there.
 */
final class UnrestrictedSearch {
  /** Issues that one search gives back. */
  private static final int PAGE = 1_000;

  private UnrestrictedSearch() {}

  /**
   * What a query finds, whoever may see it.
   *
   * @param user whose query it is; null asks as nobody
   * @param most how many at most; of more, only their number is told
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer
   */
  static WorkSearch.Answer find(HostService services, ApplicationUser user, String jql, int most) {
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
      return failure(parsed.getErrors());
    }
    MessageSet problems = search.validateQuery(user, parsed.getQuery());
    return problems.hasAnyErrors()
        ? failure(problems)
        : pages(search, user, parsed.getQuery(), most);
  }

  private static WorkSearch.Failure failure(MessageSet errors) {
    return new WorkSearch.Failure(String.join(" ", errors.getErrorMessages()));
  }

  private static WorkSearch.Answer pages(
      SearchService search, ApplicationUser user, Query query, int most) {
    Set<Long> ids = new LinkedHashSet<>();
    try {
      int total = most;
      for (int from = 0; from < Math.min(most, total); from += PAGE) {
        SearchResults<Issue> page =
            search.searchOverrideSecurity(
                user, query, new PagerFilter<>(from, Math.min(PAGE, most - from)));
        total = page.getTotal();
        if (total > most) {
          return new WorkSearch.Hits(Set.of(), total);
        }
        page.getResults().forEach(issue -> ids.add(issue.getId()));
      }
    } catch (SearchException e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.search"), e);
    }
    return new WorkSearch.Hits(ids, ids.size());
  }
}
