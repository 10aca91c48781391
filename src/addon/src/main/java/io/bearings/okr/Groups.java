package io.bearings.okr;

import java.util.Set;

/** The groups that Jira knows. */
public interface Groups {

  /**
   * The user keys of the people in a group who are active; none where there is no such group, or
   * where this Jira does not tell.
   */
  Set<String> members(String groupName);
}
