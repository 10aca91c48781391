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
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.WorkSearch;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Jira's search without regard to who may see an issue, because a figure counts all of them. */
@Component
class JiraWorkSearch implements WorkSearch {
  /** Issues that one search asks for, and gives back. */
  private static final int PAGE = 1_000;

  private final HostService services;
  private final JiraPeople people;

  @Inject
  JiraWorkSearch(HostService services, JiraPeople people) {
    this.services = services;
    this.people = people;
  }

  @Override
  public Answer find(Person who, String jql, int most) {
    return ask(who, jql, most);
  }

  @Override
  public Answer findAmong(Person who, String jql, Collection<Long> issueIds) {
    List<Long> all = List.copyOf(issueIds);
    String condition = withoutOrder(jql);
    String among = condition.isEmpty() ? "id in (" : "(" + condition + ") AND id in (";
    Set<Long> found = new LinkedHashSet<>();
    for (int from = 0; from < all.size(); from += PAGE) {
      List<Long> page = all.subList(from, Math.min(from + PAGE, all.size()));
      String ids = page.stream().map(String::valueOf).collect(Collectors.joining(", "));
      Answer answer = ask(who, among + ids + ")", page.size());
      if (answer instanceof Hits hits) {
        found.addAll(hits.issueIds());
      } else {
        return answer;
      }
    }
    return new Hits(found, found.size());
  }

  /** An order cannot stand inside of parentheses; a quoted text that names one stays. */
  static String withoutOrder(String jql) {
    boolean quoted = false;
    char quote = 0;
    for (int i = 0; i < jql.length(); i++) {
      char each = jql.charAt(i);
      if (each == '\\') {
        i++;
      } else if (quoted) {
        quoted = each != quote;
      } else if (each == '"' || each == '\'') {
        quoted = true;
        quote = each;
      } else if (isOrder(jql, i)) {
        return jql.substring(0, i).strip();
      }
    }
    return jql.strip();
  }

  private static boolean isOrder(String jql, int at) {
    boolean begins =
        at == 0 || Character.isWhitespace(jql.charAt(at - 1)) || jql.charAt(at - 1) == ')';
    return begins && jql.substring(at).matches("(?is)order\\s+by\\s.*");
  }

  private Answer ask(Person who, String jql, int most) {
    try {
      // Our own functions refuse in here, also behind a saved filter: they would ask themselves.
      return OwnQueries.search(() -> search(who, jql, most));
    } catch (LinkageError e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.missing", e.getMessage()), e);
    }
  }

  private Answer search(Person who, String jql, int most) {
    SearchService search =
        services
            .find(SearchService.class)
            .orElseThrow(
                () ->
                    new Refusal.Unavailable(
                        Message.of(
                            "bearings.error.missing",
                            "com.atlassian.jira.bc.issue.search.SearchService")));
    // A person who is gone asks as nobody.
    ApplicationUser user = people.user(who).orElse(null);
    SearchService.ParseResult parsed = search.parseQuery(user, jql);
    if (!parsed.isValid()) {
      return failure(parsed.getErrors());
    }
    MessageSet problems = search.validateQuery(user, parsed.getQuery());
    return problems.hasAnyErrors()
        ? failure(problems)
        : pages(search, user, parsed.getQuery(), most);
  }

  private static Failure failure(MessageSet errors) {
    return new Failure(String.join(" ", errors.getErrorMessages()));
  }

  private static Answer pages(SearchService search, ApplicationUser user, Query query, int most) {
    Set<Long> ids = new LinkedHashSet<>();
    try {
      int total = most;
      for (int from = 0; from < Math.min(most, total); from += PAGE) {
        SearchResults<Issue> page =
            search.searchOverrideSecurity(
                user, query, new PagerFilter<>(from, Math.min(PAGE, most - from)));
        total = page.getTotal();
        if (total > most) {
          return new Hits(Set.of(), total);
        }
        page.getResults().forEach(issue -> ids.add(issue.getId()));
      }
    } catch (SearchException e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.search"), e);
    }
    return new Hits(ids, ids.size());
  }
}
