package com.atlassian.jira.timezone;

import com.atlassian.jira.user.ApplicationUser;
import java.util.TimeZone;

/**
 * The time zones that the administrator and the users chose.
 *
 * <p>Source and confidence: Jira documentation; M.
 */
public interface TimeZoneManager {
  TimeZone getLoggedInUserTimeZone();

  TimeZone getTimeZoneforUser(ApplicationUser user);

  TimeZone getDefaultTimezone();
}
