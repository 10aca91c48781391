package com.atlassian.crowd.embedded.api;

/**
 * A group of users.
 *
 * <p>Source and confidence: SP, MS; H.
 */
public interface Group {
  String getName();
}
