package com.atlassian.jira.security;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Who may do what in the whole of Jira. A null user is an anonymous one.
 *
 * <p>Source and confidence: SP, MS, DP; H.
 */
public interface GlobalPermissionManager {
  boolean hasPermission(GlobalPermissionKey permission, ApplicationUser user);
}
