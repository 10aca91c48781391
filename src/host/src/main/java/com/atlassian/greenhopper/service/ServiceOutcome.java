package com.atlassian.greenhopper.service;

/**
 * What a service answers: a value, or that it has none for this user.
 *
 * <p>Source and confidence: apps for Jira 8; M.
 */
public interface ServiceOutcome<T> {
  boolean isValid();

  boolean isInvalid();

  T get();

  T getValue();
}
