package com.atlassian.jira.jql.query;

import com.atlassian.jira.user.ApplicationUser;

/**
 * For whom a JQL query is evaluated.
 *
 * <p>Source and confidence: SP: H for its use by functions; M for the methods. The spelling of the
 * second one is Jira's.
 */
public interface QueryCreationContext {

  /** The person who searches; null for an anonymous one. */
  ApplicationUser getApplicationUser();

  /** Whether permissions do not count for this search. */
  boolean isSecurityOverriden();
}
