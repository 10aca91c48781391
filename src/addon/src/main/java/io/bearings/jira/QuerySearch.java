package io.bearings.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.WorkSearch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Jira's search with the rights of one user, looked up when it is needed: its package is not among
 * those that are known to be there.
 */
final class QuerySearch {
  /** Issues that one search asks for, or gives back. */
  private static final int PAGE = 1_000;

  private final SearchService search;
  private final ApplicationUser user;

  private QuerySearch(SearchService search, ApplicationUser user) {
    this.search = search;
    this.user = user;
  }

  /**
   * @throws Refusal.Unavailable when Jira's search is missing
   */
  static QuerySearch as(ApplicationUser user, HostService services) {
    return new QuerySearch(
        services
            .find(SearchService.class)
            .orElseThrow(
                () ->
                    new Refusal.Unavailable(
                        Message.of(
                            "bearings.error.missing",
                            "com.atlassian.jira.bc.issue.search.SearchService"))),
        user);
  }

  /**
   * What a query finds of what the user may browse.
   *
   * @param most how many at most; of more, only their number is told
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  WorkSearch.Answer find(String jql, int most) {
    SearchService.ParseResult parsed = search.parseQuery(user, jql);
    Optional<WorkSearch.Failure> wrong = wrong(parsed);
    return wrong.isPresent()
        ? wrong.get()
        : pages(most, pager -> search.search(user, parsed.getQuery(), pager));
  }

  /**
   * What is in a place that the user may see, whoever may browse it: everybody sees how much it is.
   *
   * @param jql names nothing but the place, never what somebody typed
   * @param most how many at most; of more, only their number is told
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  WorkSearch.Answer findAll(String jql, int most) {
    SearchService.ParseResult parsed = search.parseQuery(user, jql);
    return parsed.isValid()
        ? pages(most, pager -> search.searchOverrideSecurity(user, parsed.getQuery(), pager))
        : failure(parsed.getErrors());
  }

  /**
   * Those of some issues that fulfil a condition and that the user may browse. Only the condition
   * is checked: an issue that is gone, or that the user may not browse, makes the naming of its id
   * a mistake.
   *
   * @param condition a query without an order
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  WorkSearch.Answer among(String condition, List<Long> issueIds) {
    Optional<WorkSearch.Failure> wrong =
        condition.isEmpty() ? Optional.empty() : wrong(search.parseQuery(user, condition));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    String among = condition.isEmpty() ? "id in (" : "(" + condition + ") AND id in (";
    Set<Long> found = new LinkedHashSet<>();
    for (int from = 0; from < issueIds.size(); from += PAGE) {
      List<Long> page = issueIds.subList(from, Math.min(from + PAGE, issueIds.size()));
      String ids = page.stream().map(String::valueOf).collect(Collectors.joining(", "));
      SearchService.ParseResult parsed = search.parseQuery(user, among + ids + ")");
      if (!parsed.isValid()) {
        return failure(parsed.getErrors());
      }
      answer(
              pager -> search.search(user, parsed.getQuery(), pager),
              new PagerFilter<>(0, page.size()))
          .getResults()
          .forEach(issue -> found.add(issue.getId()));
    }
    return new WorkSearch.Hits(found, found.size());
  }

  private Optional<WorkSearch.Failure> wrong(SearchService.ParseResult parsed) {
    if (!parsed.isValid()) {
      return Optional.of(failure(parsed.getErrors()));
    }
    MessageSet problems = search.validateQuery(user, parsed.getQuery());
    return problems.hasAnyErrors() ? Optional.of(failure(problems)) : Optional.empty();
  }

  private static WorkSearch.Failure failure(MessageSet errors) {
    return new WorkSearch.Failure(String.join(" ", errors.getErrorMessages()));
  }

  /** One of Jira's two searches. */
  private interface Question {
    SearchResults<Issue> ask(PagerFilter<?> pager) throws SearchException;
  }

  private static WorkSearch.Answer pages(int most, Question question) {
    Set<Long> ids = new LinkedHashSet<>();
    int total = most;
    for (int from = 0; from < Math.min(most, total); from += PAGE) {
      SearchResults<Issue> page =
          answer(question, new PagerFilter<>(from, Math.min(PAGE, most - from)));
      total = page.getTotal();
      if (total > most) {
        return new WorkSearch.Hits(Set.of(), total);
      }
      page.getResults().forEach(issue -> ids.add(issue.getId()));
    }
    return new WorkSearch.Hits(ids, ids.size());
  }

  private static SearchResults<Issue> answer(Question question, PagerFilter<?> pager) {
    try {
      return question.ask(pager);
    } catch (SearchException e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.search"), e);
    }
  }
}
