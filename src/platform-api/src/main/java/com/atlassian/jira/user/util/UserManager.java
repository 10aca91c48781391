package com.atlassian.jira.user.util;

import com.atlassian.jira.user.ApplicationUser;

/**
 * Finds users.
 *
 * <p>Source and confidence: SP, MS: H for getUserByKey and getUserByName; M for the rest.
 */
public interface UserManager {
  ApplicationUser getUserByKey(String key);

  ApplicationUser getUserByName(String name);

  ApplicationUser getUserByKeyEvenWhenUnknown(String key);
}
