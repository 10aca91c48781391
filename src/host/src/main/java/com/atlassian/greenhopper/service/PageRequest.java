package com.atlassian.greenhopper.service;

/**
 * Which part of a list is wanted.
 *
 * <p>Source and confidence: apps for Jira 8 pass one on; L for the methods.
 */
public interface PageRequest {
  long getStart();

  int getLimit();
}
