package com.atlassian.jira.util;

import java.util.Collection;
import java.util.Map;

/**
 * Messages by field, and messages of the whole.
 *
 * <p>Source and confidence: GR, CD; M.
 */
public interface ErrorCollection {
  void addError(String field, String message);

  void addErrorMessage(String message);

  void addErrorMessages(Collection<String> messages);

  void addErrorCollection(ErrorCollection errors);

  void addErrors(Map<String, String> errors);

  Map<String, String> getErrors();

  Collection<String> getErrorMessages();

  boolean hasAnyErrors();
}
