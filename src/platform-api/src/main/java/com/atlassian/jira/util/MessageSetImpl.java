package com.atlassian.jira.util;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Errors and warnings in the order in which they came.
 *
 * <p>Source and confidence: public source of earlier versions; M.
 */
public class MessageSetImpl implements MessageSet {
  private final Set<String> errors = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  @Override
  public Set<String> getErrorMessages() {
    return new LinkedHashSet<>(errors);
  }

  @Override
  public Set<String> getWarningMessages() {
    return new LinkedHashSet<>(warnings);
  }

  @Override
  public boolean hasAnyErrors() {
    return !errors.isEmpty();
  }

  @Override
  public boolean hasAnyWarnings() {
    return !warnings.isEmpty();
  }

  @Override
  public boolean hasAnyMessages() {
    return hasAnyErrors() || hasAnyWarnings();
  }

  @Override
  public void addErrorMessage(String message) {
    errors.add(message);
  }

  @Override
  public void addWarningMessage(String message) {
    warnings.add(message);
  }

  @Override
  public void addMessageSet(MessageSet messages) {
    errors.addAll(messages.getErrorMessages());
    warnings.addAll(messages.getWarningMessages());
  }
}
