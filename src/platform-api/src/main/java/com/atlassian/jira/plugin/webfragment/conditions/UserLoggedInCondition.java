package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Holds for whoever is logged in.
 *
 * <p>Source and confidence: SP, MS; H.
 */
public class UserLoggedInCondition extends AbstractWebCondition {
  @Override
  public boolean shouldDisplay(ApplicationUser user, JiraHelper helper) {
    return user != null;
  }
}
