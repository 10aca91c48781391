package com.atlassian.jira.user;

/**
 * A user. The key never changes; the name may.
 *
 * <p>Source and confidence: SP, MS, DP; H.
 */
public interface ApplicationUser {
  Long getId();

  String getKey();

  String getUsername();

  String getName();

  String getDisplayName();

  String getEmailAddress();

  boolean isActive();

  long getDirectoryId();
}
