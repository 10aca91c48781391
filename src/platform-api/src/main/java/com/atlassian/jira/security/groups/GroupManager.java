package com.atlassian.jira.security.groups;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

/**
 * Jira's groups.
 *
 * <p>Source and confidence: SP, MS: H for the type and getGroup; M for getGroupNamesForUser and
 * getUsersInGroup.
 */
public interface GroupManager {
  /** The group of this name, or null. */
  Group getGroup(String groupName);

  Collection<String> getGroupNamesForUser(ApplicationUser user);

  Collection<ApplicationUser> getUsersInGroup(String groupName);
}
