package com.atlassian.query.clause;

import java.util.List;

/**
 * A condition of a JQL query.
 *
 * <p>Source and confidence: GR, CD; M.
 */
public interface Clause {
  String getName();

  List<Clause> getClauses();
}
