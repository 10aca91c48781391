package com.atlassian.greenhopper.service;

import java.util.List;

/**
 * A part of a list.
 *
 * <p>Source and confidence: apps for Jira 8; M.
 */
public interface Page<T> {
  List<T> getValues();

  boolean isLast();
}
