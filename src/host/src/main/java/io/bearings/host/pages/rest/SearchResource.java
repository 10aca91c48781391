package io.bearings.host.pages.rest;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.web.bean.PagerFilter;
import io.bearings.host.jira.JiraRefusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The search, {@code /rest/api/2/search?jql=&startAt=&maxResults=}. A query that names what there
 * is not is refused, as Jira does unless it is told otherwise.
 */
public final class SearchResource extends RestServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 1_000;
  private static final int USUAL = 50;

  private final transient SearchService search;

  /** Over this search. */
  public SearchResource(JiraAuthenticationContext authentication, SearchService search) {
    super(authentication);
    this.search = search;
  }

  @Override
  void answer(Call call) throws IOException {
    if (!call.path().isEmpty() || !call.method().equals("GET")) {
      throw call.unknown();
    }
    int start = number(call, "startAt", 0);
    int max = Math.min(number(call, "maxResults", USUAL), MOST);
    SearchService.ParseResult parsed =
        search.parseQuery(
            call.person(), Optional.ofNullable(call.request().getParameter("jql")).orElse(""));
    if (!parsed.isValid()) {
      throw refused(parsed.getErrors().getErrorMessages().iterator().next());
    }
    Set<String> wrong = search.validateQuery(call.person(), parsed.getQuery()).getErrorMessages();
    if (!wrong.isEmpty()) {
      throw refused(String.join(" ", wrong));
    }
    SearchResults<Issue> found;
    try {
      found = search.search(call.person(), parsed.getQuery(), new PagerFilter<Issue>(start, max));
    } catch (SearchException e) {
      throw refused(e.getMessage());
    }
    List<Map<String, Object>> issues = found.getResults().stream().map(Json::issue).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("startAt", start);
    json.put("maxResults", max);
    json.put("total", found.getTotal());
    json.put("issues", issues);
    call.answer(200, json);
  }

  private static int number(Call call, String name, int otherwise) {
    String text = call.request().getParameter(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}")) {
      String message = "The parameter " + name + " is not a whole number from 0: " + text;
      throw new JiraRefusal(400, message, Map.of(name, message));
    }
    return Integer.parseInt(text);
  }

  private static JiraRefusal refused(String message) {
    return new JiraRefusal(400, message, Map.of());
  }
}
