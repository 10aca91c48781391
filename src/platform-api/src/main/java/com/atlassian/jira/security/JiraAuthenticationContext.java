package com.atlassian.jira.security;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.I18nHelper;
import java.util.Locale;

/**
 * Who is logged in on this thread.
 *
 * <p>Source and confidence: SP, MS: H for getLoggedInUser and isLoggedInUser; M for the rest.
 */
public interface JiraAuthenticationContext {
  ApplicationUser getLoggedInUser();

  boolean isLoggedInUser();

  Locale getLocale();

  I18nHelper getI18nHelper();

  void setLoggedInUser(ApplicationUser user);

  void clearLoggedInUser();
}
