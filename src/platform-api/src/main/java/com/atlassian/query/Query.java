package com.atlassian.query;

import com.atlassian.query.clause.Clause;

/**
 * A parsed JQL query.
 *
 * <p>Source and confidence: GR, CD; M.
 */
public interface Query {
  Clause getWhereClause();

  String getQueryString();
}
