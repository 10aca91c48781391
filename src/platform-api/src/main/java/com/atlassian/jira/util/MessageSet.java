package com.atlassian.jira.util;

import java.util.Set;

/**
 * Errors and warnings, in the language of the user.
 *
 * <p>Source and confidence: SP: H for its use by JQL functions; M for the rest.
 */
public interface MessageSet {
  Set<String> getErrorMessages();

  Set<String> getWarningMessages();

  boolean hasAnyErrors();

  boolean hasAnyWarnings();

  boolean hasAnyMessages();

  void addErrorMessage(String message);

  void addWarningMessage(String message);

  void addMessageSet(MessageSet messages);
}
