package io.bearings.host.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.host.db.Database;
import io.bearings.host.jira.jql.JqlParser;
import io.bearings.host.jira.jql.JqlQuery;
import io.bearings.host.jira.jql.JqlSyntaxError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Searches the index by JQL. A search costs one statement for the number of hits and one for each
 * 1,000 hits that are wanted; permissions are part of these statements.
 */
final class Search implements SearchService {
  private static final int HITS_PER_STATEMENT = 1000;

  private final JdbcTemplate jdbc;
  private final SiteCache site;
  private final Issues issues;
  private final JqlFunctions functions;
  private final PlaceCondition places;
  private final Clock clock;
  private final SearchLog log = new SearchLog();

  Search(
      Database database,
      SiteCache site,
      Issues issues,
      JqlFunctions functions,
      Software software,
      Clock clock) {
    this.jdbc = database.jdbc();
    this.site = site;
    this.issues = issues;
    this.functions = functions;
    this.places = new PlaceCondition(jdbc, issues, software);
    this.clock = clock;
  }

  /** What was searched for. */
  SearchLog log() {
    return log;
  }

  @Override
  public ParseResult parseQuery(ApplicationUser user, String jql) {
    MessageSet errors = new MessageSetImpl();
    try {
      return new ParseResult(JqlParser.parse(jql), errors);
    } catch (JqlSyntaxError e) {
      errors.addErrorMessage(e.getMessage());
      return new ParseResult(null, errors);
    }
  }

  /** Names what the query asks for and the site does not have, or not for this user. */
  @Override
  public MessageSet validateQuery(ApplicationUser user, Query query) {
    SearchSql sql = SearchSql.validating(site.current(), user, functions, places, clock);
    JqlQuery parsed;
    try {
      parsed = parsed(query);
    } catch (SearchException e) {
      sql.problems().addErrorMessage(e.getMessage());
      return sql.problems();
    }
    sql.condition(parsed);
    sql.order(parsed);
    if (!sql.keys().isEmpty()) {
      missing(user, sql.keys())
          .forEach(
              key ->
                  sql.problems()
                      .addErrorMessage(
                          "An issue with key '" + key + "' does not exist for field 'key'."));
    }
    sql.given()
        .forEach(
            (function, ids) -> {
              if (present(ids) < ids.size()) {
                sql.problems()
                    .addErrorMessage(
                        "A value provided by the function '"
                            + function
                            + "' is invalid for the field 'issue'.");
              }
            });
    return sql.problems();
  }

  /** How many of these issues there are, whoever may see them. */
  private int present(Set<Long> ids) {
    List<Long> all = List.copyOf(ids);
    int present = 0;
    for (int from = 0; from < all.size(); from += HITS_PER_STATEMENT) {
      present +=
          jdbc.queryForObject(
              "select count(*) from jiraissue where id in ("
                  + all.subList(from, Math.min(from + HITS_PER_STATEMENT, all.size())).stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(", "))
                  + ")",
              Integer.class);
    }
    return present;
  }

  private List<String> missing(ApplicationUser user, List<String> keys) {
    Set<String> present = new HashSet<>();
    for (int from = 0; from < keys.size(); from += HITS_PER_STATEMENT) {
      List<String> part = keys.subList(from, Math.min(from + HITS_PER_STATEMENT, keys.size()));
      SearchSql sql = SearchSql.searching(site.current(), user, functions, places, clock, false);
      String jql =
          part.stream()
              .map(key -> '"' + key + '"')
              .collect(Collectors.joining(", ", "key in (", ")"));
      String where = sql.condition(JqlParser.parse(jql)) + " and " + sql.visible();
      page(where, "id", sql.arguments(), 0, part.size())
          .forEach(issue -> present.add(issue.getKey()));
    }
    return keys.stream().filter(key -> !present.contains(key)).toList();
  }

  @Override
  public SearchResults<Issue> search(ApplicationUser user, Query query, PagerFilter<?> pager)
      throws SearchException {
    return search(user, query, pager, true);
  }

  @Override
  public SearchResults<Issue> searchOverrideSecurity(
      ApplicationUser user, Query query, PagerFilter<?> pager) throws SearchException {
    return search(user, query, pager, false);
  }

  private SearchResults<Issue> search(
      ApplicationUser user, Query query, PagerFilter<?> pager, boolean secure)
      throws SearchException {
    Instant begun = Instant.now();
    JqlQuery parsed = parsed(query);
    SearchSql sql = SearchSql.searching(site.current(), user, functions, places, clock, !secure);
    String where = where(sql, parsed, secure);
    long total = count(where, sql.arguments());
    int wanted = (int) Math.max(0, Math.min(pager.getMax(), total - pager.getStart()));
    List<Issue> hits = page(where, sql.order(parsed), sql.arguments(), pager.getStart(), wanted);
    log.add(new SearchLog.Entry(query.getQueryString(), begun, Instant.now(), hits.size()));
    return new SearchResults<>(hits, Math.toIntExact(total), pager);
  }

  private List<Issue> page(String where, String order, Object[] arguments, int start, int wanted) {
    List<Issue> hits = new ArrayList<>();
    for (int done = 0; done < wanted; done += HITS_PER_STATEMENT) {
      jdbc.query(
              "select "
                  + IssueRow.COLUMNS
                  + " from issue_index where "
                  + where
                  + " order by "
                  + order
                  + " limit "
                  + Math.min(HITS_PER_STATEMENT, wanted - done)
                  + " offset "
                  + (start + done),
              IssueRow::read,
              arguments)
          .forEach(row -> hits.add(issues.issue(row)));
    }
    return hits;
  }

  private static String where(SearchSql sql, JqlQuery query, boolean secure) {
    String condition = "(" + sql.condition(query) + ")";
    return secure ? condition + " and " + sql.visible() : condition;
  }

  private long count(String where, Object[] arguments) {
    return jdbc.queryForObject(
        "select count(*) from issue_index where " + where, Long.class, arguments);
  }

  @Override
  public long searchCount(ApplicationUser user, Query query) throws SearchException {
    return count(user, query, true);
  }

  @Override
  public long searchCountOverrideSecurity(ApplicationUser user, Query query)
      throws SearchException {
    return count(user, query, false);
  }

  private long count(ApplicationUser user, Query query, boolean secure) throws SearchException {
    SearchSql sql = SearchSql.searching(site.current(), user, functions, places, clock, !secure);
    String where = where(sql, parsed(query), secure);
    return count(where, sql.arguments());
  }

  private static JqlQuery parsed(Query query) throws SearchException {
    if (query instanceof JqlQuery jql) {
      return jql;
    }
    try {
      return JqlParser.parse(query.getQueryString());
    } catch (JqlSyntaxError e) {
      throw new SearchException(e.getMessage(), e);
    }
  }

  @Override
  public String getJqlString(Query query) {
    return query.getQueryString();
  }

  @Override
  public String getQueryString(ApplicationUser user, Query query) {
    return "&jql=" + URLEncoder.encode(query.getQueryString(), StandardCharsets.UTF_8);
  }
}
