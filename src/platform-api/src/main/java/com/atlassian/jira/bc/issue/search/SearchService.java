package com.atlassian.jira.bc.issue.search;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import java.util.Objects;

/**
 * Finds issues by JQL, with the permissions of a user. A null user is an anonymous one.
 *
 * <p>Source and confidence: GR, CD: M; JSW11: H for the result type.
 */
public interface SearchService {
  ParseResult parseQuery(ApplicationUser user, String jql);

  MessageSet validateQuery(ApplicationUser user, Query query);

  SearchResults<Issue> search(ApplicationUser user, Query query, PagerFilter<?> pager)
      throws SearchException;

  SearchResults<Issue> searchOverrideSecurity(
      ApplicationUser user, Query query, PagerFilter<?> pager) throws SearchException;

  long searchCount(ApplicationUser user, Query query) throws SearchException;

  long searchCountOverrideSecurity(ApplicationUser user, Query query) throws SearchException;

  String getJqlString(Query query);

  String getQueryString(ApplicationUser user, Query query);

  /** A parsed query, or the messages that say why it is none. */
  final class ParseResult {
    private final Query query;
    private final MessageSet errors;

    public ParseResult(Query query, MessageSet errors) {
      this.query = query;
      this.errors = Objects.requireNonNull(errors);
    }

    /** The query; null when it is not valid. */
    public Query getQuery() {
      return query;
    }

    public MessageSet getErrors() {
      return errors;
    }

    public boolean isValid() {
      return !errors.hasAnyErrors();
    }
  }
}
